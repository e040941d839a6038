/** What triggers read: an archive as of a day. What several of them read is read once. */
import type { Population } from '../../measures/population.ts';
import { membersWhere } from '../../segments/queries.ts';
import type { Archive } from '../../store/open.ts';
import { type CustomerEvent, complaints } from './event-queries.ts';
import { dayEnd } from '../../measures/gather.ts';
import { type Observed, observedDays } from './observed-queries.ts';
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
  /** When orders of the book were known to be in a state, where that was seen on a day, as a number, or later, or of one customer ever. */
  readonly observed: (day: number) => Observed;
  /** Orders paid back wholly or partly, each on the day on which that was first known, which is none after the moment. */
  readonly refunds: () => readonly Refund[];
  readonly complaints: () => readonly CustomerEvent[];
  /** Of what was bought last; with what is over also of what was bought before. */
  readonly refills: () => Refills;
  /** Whoever has ordered, or is known by a file of customers. */
  readonly everybody: () => readonly number[];
}

interface SourcesAsked {
  readonly customer?: number | undefined;
  /** Also of what set something off and does no more, since the same came again. */
  readonly withOver?: boolean;
  /** The earliest day, as a number, from which on it will be asked what was observed. */
  readonly seenFrom?: number;
}

export function sourcesOf(
  archive: Archive,
  moment: Moment,
  { customer, withOver = false, seenFrom = Infinity }: SourcesAsked = {},
): Sources {
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
    observed:
      customer === undefined
        ? observedSince(archive, book, seenFrom)
        : once(() => observedDays(archive, { orders: [...book().ids] })),
    refunds: once(() => {
      const { paidBack } = orders();
      const rows = Array.from({ length: paidBack.size }, (_, row) => row);
      const { refunded: seen } = observedDays(archive, { orders: rows.map((row) => paidBack.field(row, 1)) });
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

/** Read once for all who ask, as far back as the first of them who looks further back than `seenFrom`. */
function observedSince(archive: Archive, book: () => OrderBook, seenFrom: number): Sources['observed'] {
  let known: { readonly from: number; readonly observed: Observed } | undefined;
  return (day) => {
    if (!known || day < known.from) {
      const from = Math.min(day, seenFrom);
      const places = book().places();
      const isMeant = (order: number) => (book().stages[places[order] ?? -1] ?? 0) > 0;
      known = { from, observed: observedDays(archive, { since: dayEnd(archive, dayText(from - 1)), isMeant }) };
    }
    return known.observed;
  };
}

const EVERYBODY = (until: number) => ({ sql: '1', params: { until } });

/** The first day after a day number on which a customer ordered; null while they have not. */
export function nextOrder({ book }: Pick<Sources, 'book'>, customer: number, day: number): string | null {
  const next = book().nextAfter(customer, day);
  return next === undefined ? null : dayText(next);
}
