/** Rows of a table that are no orders: blank, pasted headers, descriptions, totals, footers, and those that cannot be read as a row at all. */
import type { Field } from '../../platforms/layout.ts';
import { cleanCell, isBlank, normaliseHeader } from '../../values/text.ts';
import { LOST, shown } from '../tables/damage.ts';
import { describes, type Recognised } from '../tables/recognise.ts';
import { FileRefused, type Refusal } from '../refusal.ts';
import type { Damage, RawRow } from '../tables/table-source.ts';
import type { WantedColumns } from './wanted-columns.ts';

/** Refused, for the reason. */
export type StrayRow = 'column_count' | 'missing_order_id' | 'stray_quote' | Damage;
/** Left out, and counted. */
export const NO_ORDERS = ['blank', 'repeatedHeader', 'description', 'totals', 'footer'] as const;
export type NoOrder = (typeof NO_ORDERS)[number];

export function isNoOrder(kind: StrayRow | NoOrder): kind is NoOrder {
  return (NO_ORDERS as readonly string[]).includes(kind);
}

const TOTALS =
  /^(合计|总计|小计|汇总|总额|合計|總計|小計|(grand\s*)?totals?|sub-?totals?|sum|summe|gesamt)\s*[:：]?(\s*[¥$€£]?[\d.,]+\s*元?)?$/i;
const FOOTER =
  /^(共\s*\d+\s*[条條行笔筆单单個个件]|以上|导出(时间|人|日期|于)|匯出|制表|打印|備?注[:：]|备注[:：]|说明[:：]|record\(s\) downloaded|\d+ (records?|rows?|orders?)( downloaded| exported| found)?\b|(total )?(number of )?(records?|rows?|orders?)\s*:?\s*\d+$|seller id\s*:|page \d+|generated|exported|downloaded|end of|-+\s*end\b)/i;
/** A footer says one thing, in few cells. */
const FOOTER_CELLS = 3;

/** Columns of free text, in which a quote may mean inches or a nickname. */
const FREE: ReadonlySet<Field> = new Set<Field>([
  'shop',
  'account',
  'name',
  'lastName',
  'nickname',
  'tags',
  'note',
  'blacklist',
  'receiverName',
  'province',
  'city',
  'address',
  'coupon',
  'sku',
  'item',
  'variant',
]);

/** Tells of a row, its order number and its date, both cleaned, what kind of stray it is; undefined for a row of an order. */
export function strayRows(
  recognised: Recognised,
  wanted: WantedColumns,
): (row: RawRow, id: string, date: string) => StrayRow | NoOrder | undefined {
  const { header, columns, widths, described } = recognised;
  const idHeader = normaliseHeader(header.cells[columns.get('orderNumber')?.[0] ?? 0] ?? '');
  const width = header.cells.length;
  const bound = [...columns.values()].flat();
  const strict = [...columns].flatMap(([field, positions]) => (FREE.has(field) ? [] : positions));
  // Few order numbers have no digit, and few headers have one.
  const mayBeHeader = /\d/.test(idHeader) ? () => true : (id: string) => !/\d/.test(id);
  return (row, id, date) => {
    const { cells } = row;
    const empty = id === '' && wanted.pick(cells).every((cell) => cell === '');
    if (empty && row.damage === undefined && cells.every((cell) => isBlank(cleanCell(cell)))) return 'blank';
    if (row.damage !== undefined) return row.damage;
    // The same line of another sheet may be an order.
    if (row.line === described && describes(row, columns)) return 'description';
    if (mayBeHeader(id) && id !== '' && isHeader(row, id, idHeader, recognised)) return 'repeatedHeader';
    if (date === '' || cells.length <= wanted.last) {
      const filled = cells.map(cleanCell).filter((cell) => !isBlank(cell));
      const oddId = id === '' || !/\d/.test(id) || FOOTER.test(id) || TOTALS.test(id);
      if (oddId && filled.some((cell) => TOTALS.test(cell))) return 'totals';
      if (filled.length <= FOOTER_CELLS && filled.some((cell) => FOOTER.test(cell))) return 'footer';
    }
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) return 'column_count';
    if (cells.length <= wanted.last || (widths && !widths.has(cells.length))) return 'column_count';
    // What nobody reads may well lack a letter; what is read may be who somebody is.
    if (row.lossy !== false && bound.some((position) => cells[position]?.includes(LOST))) return 'invalid_encoding';
    if (row.quoted !== false && strict.some((position) => quotedInside(cells[position] ?? ''))) return 'stray_quote';
    if (id === '') return empty ? 'totals' : 'missing_order_id';
    return undefined;
  };
}

/** Throws where another header follows: its columns stand elsewhere, and so would those of all rows below. */
function isHeader(row: RawRow, id: string, idHeader: string, { header, layout, columns }: Recognised): boolean {
  const same = normaliseHeader(id) === idHeader;
  if (!same && /\d/.test(id)) return false;
  const names = new Set(row.cells.map(normaliseHeader));
  const has = (name: string) => names.has(normaliseHeader(name));
  if (!layout.requires.every(has) || (layout.requires.length === 0 && !layout.requiresOne?.some(has))) return false;
  const moved = [...columns.values()]
    .flat()
    .some((position) => normaliseHeader(row.cells[position] ?? '') !== normaliseHeader(header.cells[position] ?? ''));
  if (moved) throw new FileRefused('other_header', { line: row.line, sheet: row.sheet });
  return true;
}

const quotedInside = (cell: string): boolean => cell.includes('"') && cleanCell(cell).includes('"');

/** `headers` name the column of a cell that cannot be read. */
export function refusalOf(
  row: RawRow,
  id: string,
  reason: StrayRow,
  idHeader: string | null,
  headers: readonly string[] = [],
): Refusal {
  const { line, sheet } = row;
  const refused = { line, sheet, reason, rows: [{ line, sheet, cells: row.cells.map(shown) }] };
  const order = id === '' ? null : shown(id);
  if (reason === 'missing_order_id') return { ...refused, order: null, column: idHeader, value: '' };
  if (reason === 'column_count') return { ...refused, order, column: null, value: String(row.cells.length) };
  const at = row.cells.findIndex((cell) => BAD[reason](cell));
  return { ...refused, order, column: headers[at] ?? null, value: at < 0 ? null : shown(row.cells[at] ?? '') };
}

const BAD: Readonly<Record<Exclude<StrayRow, 'column_count' | 'missing_order_id'>, (cell: string) => boolean>> = {
  invalid_encoding: (cell) => shown(cell).includes(LOST),
  nul_byte: (cell) => cell.includes('\0'),
  broken_quotes: (cell) => cell.includes('"'),
  stray_quote: quotedInside,
};
