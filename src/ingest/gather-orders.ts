/**
 * Pass one: reads every row once, sorts out rows that are no orders (blank, pasted headers, totals)
 * and keeps the rows of each order together, wherever they stand. On the way it collects what whole
 * columns decide: decimal style, date order, shops and currencies.
 */
import type { Field } from '../platforms/layout.ts';
import { DateColumn } from '../values/dates.ts';
import { DecimalColumn } from '../values/money.ts';
import { cleanCell, isBlank, normaliseHeader } from '../values/text.ts';
import type { Recognised } from './recognise.ts';
import { FileRefused, type Refusal } from './refusal.ts';
import { pickCell, WantedColumns } from './wanted-columns.ts';
import type { KeptRow, RawRow, RowReader } from './table-source.ts';

export interface Gathered {
  readonly wanted: WantedColumns;
  /** Rows by order number as written, in order of first appearance. */
  readonly orders: ReadonlyMap<string, readonly KeptRow[]>;
  readonly refusals: readonly Refusal[];
  readonly decimals: DecimalColumn;
  readonly dates: DateColumn;
  /** Names in the shop column, and how many rows are in each currency as written. */
  readonly shops: ReadonlySet<string>;
  readonly currencies: ReadonlyMap<string, number>;
  readonly rows: RowAccount;
  readonly header: readonly string[];
}

/** Every row of the file is one of these. */
export interface RowAccount {
  read: number;
  orders: number;
  blank: number;
  repeatedHeader: number;
  totals: number;
  refused: number;
}

const MONEY: readonly Field[] = ['total', 'subtotal', 'paid', 'refunded', 'discount', 'shipping', 'unitPrice'];
const TOTALS = /^(合计|总计|小计|汇总|总额|(grand\s*)?totals?|sub-?totals?|sum)\s*[:：]?$/i;

export async function gatherOrders(reader: RowReader, recognised: Recognised): Promise<Gathered> {
  const { layout, header, columns } = recognised;
  const wanted = new WantedColumns(columns);
  const of = (field: Field) => columns.get(field) ?? [];
  const [number, date, shop, currency] = [of('orderNumber'), of('placedAt'), of('shop'), of('currency')];
  const money = layout.decimal === undefined ? MONEY.map(of).filter((positions) => positions.length > 0) : [];
  const idHeader = headerOf(recognised);
  const mayBeHeader = /\d/.test(idHeader) ? () => true : (id: string) => !/\d/.test(id);
  const facts = { idHeader, mayBeHeader, width: header.cells.length, lastBound: wanted.last };
  const decimals = new DecimalColumn();
  const dates = new DateColumn();
  const shops = new Set<string>();
  const currencies = new Map<string, number>();
  const orders = new Map<string, KeptRow[]>();
  const refusals: Refusal[] = [];
  const rows: RowAccount = { read: 0, orders: 0, blank: 0, repeatedHeader: 0, totals: 0, refused: 0 };
  let started = false;
  await reader.visit((row) => {
    if (!started) {
      started = row.line === header.line;
      return;
    }
    rows.read++;
    const id = pickCell(row.cells, number);
    const on = pickCell(row.cells, date);
    const kind = strayRow(row, id, on, wanted, facts);
    if (kind === 'blank' || kind === 'repeatedHeader' || kind === 'totals') {
      rows[kind]++;
      return;
    }
    if (kind) {
      rows.refused++;
      refusals.push(refusalOf(row, id, kind, header.cells[number[0] ?? 0] ?? null));
      return;
    }
    rows.orders++;
    for (const positions of money) decimals.add(pickCell(row.cells, positions), row.line);
    if (layout.dates === undefined) dates.add(on, row.line);
    const code = pickCell(row.cells, currency);
    if (code !== '') currencies.set(code, (currencies.get(code) ?? 0) + 1);
    const known = orders.get(id);
    if (known) known.push(row.keep());
    else {
      orders.set(id, [row.keep()]);
      shops.add(pickCell(row.cells, shop));
    }
  });
  return { wanted, orders, refusals, decimals, dates, shops, currencies, rows, header: header.cells };
}

interface FileFacts {
  readonly idHeader: string;
  /** Few order numbers have no digit, and few headers have one. */
  mayBeHeader(id: string): boolean;
  readonly width: number;
  readonly lastBound: number;
}

function headerOf({ header, columns }: Recognised): string {
  return normaliseHeader(header.cells[columns.get('orderNumber')?.[0] ?? 0] ?? '');
}

type StrayRow = 'column_count' | 'missing_order_id';
type NoOrder = 'blank' | 'repeatedHeader' | 'totals';

function strayRow(
  row: RawRow,
  id: string,
  date: string,
  wanted: WantedColumns,
  file: FileFacts,
): StrayRow | NoOrder | undefined {
  const empty = id === '' && wanted.pick(row.cells).every((cell) => cell === '');
  if (empty && row.cells.every((cell) => isBlank(cleanCell(cell)))) return 'blank';
  if (row.cells.length > file.width && row.cells.slice(file.width).some((cell) => cell.trim() !== ''))
    return 'column_count';
  if (date === '' && row.cells.some((cell) => TOTALS.test(cleanCell(cell)))) return 'totals';
  if (row.cells.length <= file.lastBound) return 'column_count';
  if (id === '') return empty ? 'totals' : 'missing_order_id';
  if (date !== '' && file.mayBeHeader(id) && normaliseHeader(id) === file.idHeader) return 'repeatedHeader';
  return undefined;
}

function refusalOf(row: RawRow, id: string, reason: StrayRow, idHeader: string | null): Refusal {
  const { line } = row;
  const rows = [{ line, cells: [...row.cells] }];
  if (reason === 'missing_order_id') return { line, order: null, column: idHeader, value: '', reason, rows };
  return { line, order: id || null, column: null, value: String(row.cells.length), reason, rows };
}

/** A download cut in the middle of its last row would otherwise pass for a short row. */
export function assertWhole(gathered: Gathered, endsWithLineBreak: boolean): void {
  const last = gathered.refusals.at(-1);
  if (!endsWithLineBreak && last?.reason === 'column_count' && Number(last.value) < gathered.header.length) {
    for (const rows of gathered.orders.values()) if ((rows.at(-1)?.line ?? 0) > last.line) return;
    throw new FileRefused('truncated_row', { line: last.line });
  }
}
