/** What triggers read: an archive as of a day. What several of them read is read once. */
import type { Population } from '../../measures/population.ts';
import { membersWhere } from '../../segments/queries.ts';
import type { Archive } from '../../store/open.ts';
import { type CustomerEvent, complaints } from './event-queries.ts';
import { observedDays } from './observed-queries.ts';
import { dayNumber, dayText } from '../../values/day-numbers.ts';
import type { KeysOf, OrderBook } from '../../measures/order-book.ts';
import { type Refills, refillsIn } from './refills.ts';
import { bookedOrders, orderKeys } from '../../measures/order-book-queries.ts';
import { once } from '../../values/once.ts';

export type Moment = Pick<Population, 'asOf' | 'until'>;

export interface Refund extends CustomerEvent {
  readonly order: number;
}

export interface Sources {
  readonly archive: Archive;
  /** temp.measures must stand for it, and have `customer`. */
  readonly moment: Moment;
  /** Of them alone. */
  readonly customer: number | undefined;
  readonly keysOf: KeysOf;
  readonly book: () => OrderBook;
  /** Orders paid back wholly or partly, each on the day on which that was first known, which is none after the moment. */
  readonly refunds: () => readonly Refund[];
  readonly complaints: () => readonly CustomerEvent[];
  /** Of what was bought last; with what is over also of what was bought before. */
  readonly refills: () => Refills;
  /** Whoever has ordered, or is known by a file of customers. */
  readonly everybody: () => readonly number[];
}

/** `withOver`: also of what set something off and does no more, since the same came again. */
export function sourcesOf(archive: Archive, moment: Moment, customer?: number, withOver = false): Sources {
  const { asOf, until } = moment;
  const orders = once(() => bookedOrders(archive, asOf, customer));
  const book = () => orders().book;
  const last = dayNumber(asOf);
  return {
    archive,
    moment,
    customer,
    keysOf: orderKeys(archive),
    book,
    refunds: once(() => {
      const { paidBack } = orders();
      const rows = Array.from({ length: paidBack.size }, (_, row) => row);
      const seen = observedDays(archive, 'refunded', { orders: rows.map((row) => paidBack.field(row, 1)) });
      return rows.flatMap((row): Refund[] => {
        const order = paidBack.field(row, 1);
        const day = seen.get(order) ?? paidBack.field(row, 2);
        return day > last ? [] : [{ customer: paidBack.field(row, 0), order, day }];
      });
    }),
    complaints: once(() => complaints(archive, moment, customer)),
    refills: once(() => refillsIn(archive, book(), { asOf, customer, withEarlier: withOver })),
    everybody: once(() => (customer === undefined ? membersWhere(archive, EVERYBODY(until)) : [customer])),
  };
}

const EVERYBODY = (until: number) => ({ sql: '1', params: { until } });

/** The first day after a day number on which a customer ordered; null while they have not. */
export function nextOrder({ book }: Pick<Sources, 'book'>, customer: number, day: number): string | null {
  const next = book().nextAfter(customer, day);
  return next === undefined ? null : dayText(next);
}
