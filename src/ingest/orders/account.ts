/** What becomes of every row of a file, and what is noticed on the way. */
import { ownText } from '../../values/own-text.ts';
import type { RowAccount } from './export-read.ts';
import type { BuiltOrder } from './order-facts.ts';

export const noRows = (): RowAccount => ({
  read: 0,
  orders: 0,
  copies: 0,
  blank: 0,
  repeatedHeader: 0,
  description: 0,
  totals: 0,
  footer: 0,
  refused: 0,
});

export class Account {
  orders = 0;
  readonly rows = noRows();
  readonly noted = {
    repeatedOrders: [] as string[],
    datesFromSerial: 0,
    datesFromEpoch: 0,
    shiftedTimes: 0,
    doubleTimes: 0,
    lostPlatformIds: 0,
    belowZero: 0,
  };

  /** True where there was anything to note of the order. */
  order({ facts, copies }: BuiltOrder, rows: number, lostId: boolean): boolean {
    const { placed, clockChange } = facts;
    this.orders++;
    this.rows.orders += rows - copies;
    this.rows.copies += copies;
    if (copies > 0) this.noted.repeatedOrders.push(ownText(facts.orderNumber));
    if (placed.from === 'serial') this.noted.datesFromSerial++;
    if (placed.from === 'epoch') this.noted.datesFromEpoch++;
    if (clockChange === 'gap') this.noted.shiftedTimes++;
    if (clockChange === 'overlap') this.noted.doubleTimes++;
    if (lostId) this.noted.lostPlatformIds++;
    if (facts.total < 0) this.noted.belowZero++;
    return copies > 0 || placed.from !== undefined || clockChange !== undefined || lostId;
  }

  /** An order that stands already. */
  known(rows: number): void {
    this.orders++;
    this.rows.orders += rows;
  }
}
