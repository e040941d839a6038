/**
 * Pass one: reads every row once, leaves out rows that are no orders
 * and keeps the rows of each order together, wherever they stand. On the way it collects what whole
 * columns decide: decimal style, date order, shops and currencies.
 */
import type { Field } from '../platforms/layout.ts';
import { DateColumn } from '../values/dates.ts';
import { DecimalColumn } from '../values/money.ts';
import type { Recognised } from './recognise.ts';
import { FileRefused, type Refusal } from './refusal.ts';
import { pickCell, WantedColumns } from './wanted-columns.ts';
import { isNoOrder, refusalOf, strayRows } from './stray-rows.ts';
import type { KeptRow, RowReader } from './table-source.ts';

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
  description: number;
  totals: number;
  footer: number;
  refused: number;
}

const MONEY: readonly Field[] = ['total', 'subtotal', 'paid', 'refunded', 'discount', 'shipping', 'unitPrice'];

export async function gatherOrders(reader: RowReader, recognised: Recognised): Promise<Gathered> {
  const { layout, header, columns } = recognised;
  const wanted = new WantedColumns(columns);
  const of = (field: Field) => columns.get(field) ?? [];
  const [number, date, shop, currency] = [of('orderNumber'), of('placedAt'), of('shop'), of('currency')];
  const money = layout.decimal === undefined ? MONEY.map(of).filter((positions) => positions.length > 0) : [];
  const strayRow = strayRows(recognised, wanted);
  const decimals = new DecimalColumn();
  const dates = new DateColumn();
  const shops = new Set<string>();
  const currencies = new Map<string, number>();
  const orders = new Map<string, KeptRow[]>();
  const refusals: Refusal[] = [];
  const rows: RowAccount = {
    read: 0,
    orders: 0,
    blank: 0,
    repeatedHeader: 0,
    description: 0,
    totals: 0,
    footer: 0,
    refused: 0,
  };
  let started = false;
  await reader.visit((row) => {
    if (!started) {
      started = row.line === header.line;
      return;
    }
    rows.read++;
    const id = pickCell(row.cells, number);
    const on = pickCell(row.cells, date);
    const kind = strayRow(row, id, on);
    if (kind && isNoOrder(kind)) {
      rows[kind]++;
      return;
    }
    if (kind) {
      rows.refused++;
      refusals.push(refusalOf(row, id, kind, header.cells[number[0] ?? 0] ?? null, header.cells));
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

/** A download cut in the middle of its last row would otherwise pass for a short row. */
export function assertWhole(gathered: Gathered, endsWithLineBreak: boolean): void {
  const last = gathered.refusals.at(-1);
  if (!endsWithLineBreak && last?.reason === 'column_count' && Number(last.value) < gathered.header.length) {
    for (const rows of gathered.orders.values()) if ((rows.at(-1)?.line ?? 0) > last.line) return;
    throw new FileRefused('truncated_row', { line: last.line });
  }
}
