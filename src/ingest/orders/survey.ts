/**
 * Pass one: reads every row once and keeps none. Counts what rows there are and collects what whole
 * columns decide: decimal style, date order, shops, currencies, whether order numbers are whole.
 */
import type { Field } from '../../platforms/layout.ts';
import { DateColumn } from '../../values/dates.ts';
import { readCurrency } from '../../values/currency-names.ts';
import { OrderNumberColumn } from '../../values/identifier.ts';
import { DecimalColumn } from '../../values/money.ts';
import { OrderNumbers } from './order-numbers.ts';
import type { Recognised } from '../tables/recognise.ts';
import { FileRefused, ownRefusal } from '../refusal.ts';
import { SpoiledOrders } from './spoiled-orders.ts';
import { visitOrderRows } from '../rows/order-rows.ts';
import { isNoOrder, refusalOf, type StrayRow } from '../rows/stray-rows.ts';
import type { RowReader } from '../tables/table-source.ts';
import { pickCell, WantedColumns } from '../rows/wanted-columns.ts';
import { WrittenTimes } from './written-times.ts';

export interface Survey {
  readonly wanted: WantedColumns;
  readonly numbers: OrderNumbers;
  /** What the order numbers show together. */
  readonly ids: OrderNumberColumn;
  readonly decimals: DecimalColumn;
  readonly dates: DateColumn;
  readonly times: WrittenTimes;
  /** Names in the shop column, and how many rows are in each currency as written. */
  readonly shops: ReadonlySet<string>;
  readonly currencies: ReadonlyMap<string, number>;
  /** Rows that are refused for what they are, and the orders these belong to. */
  readonly spoiled: SpoiledOrders;
}

const MONEY: readonly Field[] = ['total', 'subtotal', 'paid', 'refunded', 'discount', 'shipping', 'unitPrice'];

/** With so many rows that cannot be read something is wrong with the whole file. */
const MOST_REFUSED = 100_000;

/** Throws FileRefused where the reader breaks off, and for a download cut in the middle of its last row. */
export async function survey(
  reader: RowReader,
  recognised: Recognised,
  { endsWithLineBreak }: { readonly endsWithLineBreak: boolean },
): Promise<Survey> {
  const { layout, header, columns } = recognised;
  const wanted = new WantedColumns(columns);
  const of = (field: Field) => columns.get(field) ?? [];
  const [number, shop, currency] = [of('orderNumber'), of('shop'), of('currency')];
  const money = layout.decimal === undefined ? MONEY.map(of).filter((positions) => positions.length > 0) : [];
  const numbers = new OrderNumbers();
  const ids = new OrderNumberColumn(layout.orderNumberDigits);
  const decimals = new DecimalColumn();
  const dates = new DateColumn();
  const times = new WrittenTimes();
  const shops = new Set<string>();
  const currencies = new Map<string, number>();
  const spoiled = new SpoiledOrders();
  const idHeader = header.cells[number[0] ?? 0] ?? null;
  let last: { readonly reason: StrayRow; readonly line: number; readonly width: number } | undefined;
  await visitOrderRows(reader, recognised, wanted, (row, id, on, kind) => {
    const { cells, line } = row;
    if (kind && isNoOrder(kind)) return;
    if (kind) {
      spoiled.refused(ownRefusal(refusalOf(row, id, kind, idHeader, header.cells)));
      if (spoiled.rows > MOST_REFUSED) throw new FileRefused('mostly_unreadable', { line });
      last = { reason: kind, line, width: cells.length };
      return;
    }
    last = undefined;
    spoiled.sound(id);
    for (const positions of money) decimals.add(pickCell(cells, positions), line);
    if (layout.dates === undefined) dates.add(on, line);
    const code = pickCell(cells, currency);
    if (code !== '') currencies.set(code, (currencies.get(code) ?? 0) + 1);
    if (!numbers.add(id)) return;
    ids.add(id, line);
    times.add(on);
    shops.add(pickCell(cells, shop));
  });
  // A download cut in the middle of its last row would otherwise pass for a short row.
  if (!endsWithLineBreak && last?.reason === 'column_count' && last.width < header.cells.length)
    throw new FileRefused('truncated_row', { line: last.line });
  numbers.close();
  return { wanted, numbers, ids, decimals, dates, times, shops, currencies, spoiled };
}

/** The currency that most rows are in. */
export function commonestCurrency({ currencies }: Survey): string | undefined {
  return [...currencies]
    .flatMap(([written, rows]) => {
      const code = readCurrency(written, '');
      return code === undefined ? [] : [[code, rows] as const];
    })
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}
