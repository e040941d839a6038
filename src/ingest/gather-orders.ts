/**
 * Pass one: reads every row once, keeps the wanted columns, sorts out rows that are no orders
 * (blank, pasted headers, totals) and gathers the rows of each order, wherever they stand. On the way
 * it collects what a whole column must decide: decimal style and date order.
 */
import type { Field } from '../platforms/layout.ts';
import { DateColumn } from '../values/dates.ts';
import { DecimalColumn } from '../values/money.ts';
import { cleanCell, isBlank, normaliseHeader } from '../values/text.ts';
import type { Recognised } from './recognise.ts';
import { FileRefused, type Refusal } from './refusal.ts';
import type { RawRow, RowReader } from './table-source.ts';

/** The wanted cells of one row, by field position in `fields`, cleaned; '' where blank. */
export interface OrderRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Gathered {
  readonly fields: readonly Field[];
  /** Rows by order number as written, in order of first appearance. */
  readonly orders: ReadonlyMap<string, OrderRow[]>;
  readonly refusals: readonly Refusal[];
  readonly decimals: DecimalColumn;
  readonly dates: DateColumn;
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
  const fields = [...columns.keys()];
  const sources = fields.map((field) => columns.get(field) ?? []);
  const number = fields.indexOf('orderNumber');
  const date = fields.indexOf('placedAt');
  const money = fields.flatMap((field, index) => (MONEY.includes(field) ? [index] : []));
  const facts = { idHeader: headerOf(recognised), width: header.cells.length, lastBound: Math.max(...sources.flat()) };
  const decimals = new DecimalColumn();
  const dates = new DateColumn();
  const orders = new Map<string, OrderRow[]>();
  const refusals: Refusal[] = [];
  const rows: RowAccount = { read: 0, orders: 0, blank: 0, repeatedHeader: 0, totals: 0, refused: 0 };
  let started = false;
  await reader.visit((row) => {
    if (!started) {
      started = row.line === header.line;
      return;
    }
    rows.read++;
    const cells = pick(row.cells, sources);
    if (cells.every((cell) => cell === '') && row.cells.every((cell) => isBlank(cleanCell(cell)))) {
      rows.blank++;
      return;
    }
    const id = cells[number] ?? '';
    const kind = strayRow(row, cells, id, cells[date] ?? '', facts);
    if (kind === 'repeatedHeader' || kind === 'totals') {
      rows[kind]++;
      return;
    }
    if (kind) {
      rows.refused++;
      refusals.push({
        line: row.line,
        order: id || null,
        column: kind === 'missing_order_id' ? (header.cells[sources[number]?.[0] ?? 0] ?? null) : null,
        value: kind === 'column_count' ? String(row.cells.length) : '',
        reason: kind,
        lines: [row.line],
      });
      return;
    }
    rows.orders++;
    if (layout.decimal === undefined) for (const index of money) decimals.add(cells[index] ?? '', row.line);
    if (layout.dates === undefined) dates.add(cells[date] ?? '', row.line);
    const gathered = { line: row.line, cells };
    const known = orders.get(id);
    if (known) known.push(gathered);
    else orders.set(id, [gathered]);
  });
  return { fields, orders, refusals, decimals, dates, rows, header: header.cells };
}

function pick(raw: readonly string[], sources: readonly (readonly number[])[]): string[] {
  const cells: string[] = [];
  for (const positions of sources) {
    let value = '';
    for (const position of positions) {
      const cell = raw[position];
      if (cell === undefined || cell === '') continue;
      const cleaned = cleanCell(cell);
      if (isBlank(cleaned)) continue;
      value = cleaned;
      break;
    }
    cells.push(value);
  }
  return cells;
}

interface FileFacts {
  readonly idHeader: string;
  readonly width: number;
  readonly lastBound: number;
}

function headerOf({ header, columns }: Recognised): string {
  return normaliseHeader(header.cells[columns.get('orderNumber')?.[0] ?? 0] ?? '');
}

type Stray = 'repeatedHeader' | 'totals' | 'column_count' | 'missing_order_id';

function strayRow(row: RawRow, cells: readonly string[], id: string, date: string, file: FileFacts): Stray | undefined {
  if (row.cells.length > file.width && row.cells.slice(file.width).some((cell) => cell.trim() !== ''))
    return 'column_count';
  if (date === '' && row.cells.some((cell) => TOTALS.test(cleanCell(cell)))) return 'totals';
  if (row.cells.length <= file.lastBound) return 'column_count';
  if (id === '') return cells.every((cell) => cell === '') ? 'totals' : 'missing_order_id';
  if (date !== '' && /^\D/.test(id) && normaliseHeader(id) === file.idHeader) return 'repeatedHeader';
  return undefined;
}

/** A download cut in the middle of its last row would otherwise pass for a short row. */
export function assertWhole(gathered: Gathered, endsWithLineBreak: boolean): void {
  const last = gathered.refusals.at(-1);
  if (!endsWithLineBreak && last?.reason === 'column_count' && Number(last.value) < gathered.header.length) {
    for (const rows of gathered.orders.values()) if ((rows.at(-1)?.line ?? 0) > last.line) return;
    throw new FileRefused('truncated_row', { line: last.line });
  }
}
