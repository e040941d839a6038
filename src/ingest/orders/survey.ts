/**
 * What the rows of a file show together, gathered as they pass and without keeping any: decimal style,
 * date order, shops, currencies, whether order numbers are whole, which orders do not stand together.
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
import { ownText } from '../../values/own-text.ts';
import type { RowReader, VisitedRow } from '../tables/table-source.ts';
import { pickCell, type WantedColumns } from '../rows/wanted-columns.ts';
import { WrittenTimes } from './written-times.ts';

const MONEY: readonly Field[] = [
  'total',
  'subtotal',
  'paid',
  'refunded',
  'adjusted',
  'discount',
  'shipping',
  'unitPrice',
  'lineTotal',
];

/** With so many rows that cannot be read something is wrong with the whole file. */
const MOST_REFUSED = 100_000;

export class Survey {
  readonly numbers = new OrderNumbers();
  /** What the order numbers show together. */
  readonly ids: OrderNumberColumn;
  readonly decimals = new DecimalColumn();
  readonly dates = new DateColumn();
  readonly times = new WrittenTimes();
  /** Names in the shop column, and how many rows are in each currency as written. */
  readonly shops = new Set<string>();
  readonly currencies = new Map<string, number>();
  /** Zones the times are in, and where the orders of a shop were sold, as written. */
  readonly zones = new Set<string>();
  readonly soldOn = new Map<string, string>();
  /** Rows that are refused for what they are, and the orders these belong to. */
  readonly spoiled = new SpoiledOrders();
  readonly #recognised: Recognised;
  /** Columns of the file, best first. */
  readonly #money: readonly (readonly number[])[];
  readonly #shop: readonly number[];
  readonly #currency: readonly number[];
  readonly #zone: readonly number[];
  readonly #soldOn: readonly number[];
  /** The last row, where it was refused. */
  #last: { readonly reason: StrayRow; readonly line: number; readonly width: number } | undefined;

  constructor(recognised: Recognised, wanted: WantedColumns) {
    // Where the platform writes amounts in one way, none of them has to show it.
    const money = recognised.layout.decimal === undefined ? MONEY : [];
    this.#recognised = recognised;
    this.ids = new OrderNumberColumn(recognised.layout.orderNumberDigits);
    this.#money = money.map((field) => wanted.positions(field)).filter((positions) => positions.length > 0);
    this.#shop = wanted.positions('shop');
    this.#currency = wanted.positions('currency');
    this.#zone = wanted.positions('zone');
    this.#soldOn = wanted.positions('soldOn');
  }

  /** A row of an order. */
  order({ line, sheet, cells }: VisitedRow, id: string, on: string): void {
    this.#last = undefined;
    this.spoiled.sound(id);
    for (const positions of this.#money) this.decimals.add(pickCell(cells, positions), line, sheet);
    if (this.#recognised.layout.dates === undefined) this.dates.add(on, line, sheet);
    const code = pickCell(cells, this.#currency);
    if (code !== '') this.currencies.set(code, (this.currencies.get(code) ?? 0) + 1);
    if (!this.numbers.add(id)) return;
    this.ids.add(id, line, sheet);
    this.times.add(on);
    const shop = pickCell(cells, this.#shop);
    this.shops.add(shop);
    if (this.#zone.length > 0) this.zones.add(ownText(pickCell(cells, this.#zone)));
    if (this.#soldOn.length > 0 && !this.soldOn.has(shop))
      this.soldOn.set(ownText(shop), ownText(pickCell(cells, this.#soldOn)));
  }

  /** A row that cannot be read. */
  refused(row: VisitedRow, id: string, reason: StrayRow): void {
    const { cells, line, sheet } = row;
    const { header, columns } = this.#recognised;
    const idHeader = header.cells[columns.get('orderNumber')?.[0] ?? 0] ?? null;
    this.spoiled.refused(ownRefusal(refusalOf(row, id, reason, idHeader, header.cells)));
    if (this.spoiled.rows > MOST_REFUSED) throw new FileRefused('mostly_unreadable', { line, sheet });
    this.#last = { reason, line, width: cells.length };
  }

  /** Throws FileRefused for a download cut in the middle of its last row, which would otherwise pass for a short row. */
  assertWhole({ endsWithLineBreak }: { readonly endsWithLineBreak: boolean }): void {
    const { header } = this.#recognised;
    if (!endsWithLineBreak && this.#last?.reason === 'column_count' && this.#last.width < header.cells.length)
      throw new FileRefused('truncated_row', { line: this.#last.line });
  }

  /** The currency that most rows are in. */
  commonestCurrency(): string | undefined {
    if (this.#recognised.currency !== undefined) return this.#recognised.currency;
    return [...this.currencies]
      .flatMap(([written, rows]) => {
        const code = readCurrency(written, '');
        return code === undefined ? [] : [[code, rows] as const];
      })
      .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
  }
}

/** Pass one: reads every row once and keeps none. Throws FileRefused where the reader breaks off. */
export async function survey(reader: RowReader, recognised: Recognised, wanted: WantedColumns): Promise<Survey> {
  const seen = new Survey(recognised, wanted);
  await visitOrderRows(reader, recognised, wanted, (row, id, on, kind) => {
    if (!kind) seen.order(row, id, on);
    else if (!isNoOrder(kind)) seen.refused(row, id, kind);
  });
  return seen;
}
