/** Saying by hand who is who: merging, splitting, and taking either back, with all that follows. */
import { fingerprint, type RecordFacts } from '../ingest/orders/fingerprint.ts';
import { anchorOf } from '../customers/anchor-queries.ts';
import { addOverride, endOverride, keptApart, type NewOverride } from '../customers/override-queries.ts';
import { overrideRows } from '../customers/override-list-queries.ts';
import { customersByRecord } from '../customers/queries.ts';
import type { Archive } from '../store/open.ts';
import { greatestRecord } from './erasures.ts';
import { refresh } from './refresh.ts';
import { ordersOnRecords, pinOrder, pinnedBy, shownRecords, type StandingKey } from './split-queries.ts';
import { dropMerged, mergedConsents, rejoinedConsents, splitConsents } from './split-consents.ts';

export type Said = Pick<NewOverride, 'reason' | 'at'>;

export interface Overridden {
  readonly override: number;
  /** The customers there are now, ascending. */
  readonly customers: readonly number[];
}

export interface Split extends Overridden {
  /** Those of them who did not leave. */
  readonly stayed: readonly number[];
}

/** Several customers become one, of the lowest number. */
export function mergeCustomers(
  archive: Archive,
  [first, ...others]: readonly [number, ...number[]],
  said: Said,
): Overridden {
  return archive.write(() => {
    // A split that keeps any of them apart is contradicted, in the records it speaks of.
    const all = [first, ...others];
    const pairs = all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));
    const contradicted = new Set(pairs.flatMap(([one, other]) => keptApart(archive, one, other)));
    const recordsFor = (customer: number) => [
      ...new Set([
        anchorOf(archive, customer),
        ...[...contradicted].filter((record) => isOf(archive, record, customer)),
      ]),
    ];
    const sides: NewOverride['sides'] = [recordsFor(first), others.flatMap(recordsFor)];
    let done: Overridden | undefined;
    const merge = (): Overridden => {
      const override = addOverride(archive, { kind: 'merge', sides, ...said });
      refresh(archive, [], sides.flat());
      return (done = { override, customers: customersOf(archive, sides.flat()) });
    };
    if (contradicted.size > 0) mergedConsents(archive, all, said.at, merge);
    return done ?? merge();
  });
}

/** What leaves a customer: records, and orders that stand on records of theirs. */
export interface Leaving {
  readonly records: readonly number[];
  readonly orders: readonly StandingKey[];
}

/** Undefined, with nothing changed, where nobody would stay. */
export function splitCustomer(archive: Archive, customer: number, leaving: Leaving, said: Said): Split | undefined {
  return archive.write(() => {
    const { whole, parts } = byRecord(archive, leaving);
    const stay = shownRecords(archive, customer).filter((record) => !whole.has(record));
    if (stay.length === 0) return undefined;
    let done: Split | undefined;
    splitConsents(archive, customer, said.at, () => {
      const pinned = parts.map(({ record, orders }) => ({
        orders,
        record: pinnedRecord(archive, record, orders),
      }));
      const leave = [...new Set([...whole, ...pinned.map(({ record }) => record)])];
      const override = addOverride(archive, { kind: 'split', sides: [stay, leave], ...said });
      for (const { record, orders } of pinned) for (const order of orders) pinOrder(archive, override, order, record);
      refresh(
        archive,
        parts.flatMap(({ orders }) => orders),
        [...stay, ...leave],
      );
      done = { override, customers: customersOf(archive, [...stay, ...leave]), stayed: customersOf(archive, stay) };
      return done;
    });
    return done;
  });
}

/** Two customers are never joined. Undefined, with nothing changed, where that was said before. */
export function keepApart(archive: Archive, one: number, other: number, said: Said): number | undefined {
  return archive.write(() => {
    if (keptApart(archive, one, other).length > 0) return undefined;
    const sides: NewOverride['sides'] = [shownRecords(archive, one), shownRecords(archive, other)];
    const override = addOverride(archive, { kind: 'split', sides, ...said });
    refresh(archive, [], sides.flat());
    return override;
  });
}

/** Undefined where there is none in force. Others stay as they are, those that came later too. */
export function undoOverride(archive: Archive, id: number, at: number): Overridden | undefined {
  return archive.write(() => {
    const [row] = overrideRows(archive, { override: id });
    if (row === undefined || row.state === 'taken_back' || row.state === 'forgotten') return undefined;
    let customers: readonly number[] = [];
    const undo = (records: readonly number[]) => {
      const orders = pinnedBy(archive, id);
      endOverride(archive, id, at);
      refresh(archive, orders, [...row.records, ...records]);
      // A record made for a split has gone with it; its orders are of others of the customer.
      customers = customersOf(archive, row.records);
    };
    if (row.kind === 'merge') undo(dropMerged(archive, id));
    else rejoinedConsents(archive, id, row.customers, at, () => undo([]));
    return { override: id, customers };
  });
}

/** Records of which every order leaves leave whole; of others the orders are taken off. */
function byRecord(archive: Archive, { records, orders }: Leaving) {
  const whole = new Set(records);
  const parts: { readonly record: number; readonly orders: readonly StandingKey[] }[] = [];
  for (const record of new Set(orders.map((order) => order.record))) {
    const chosen = orders.filter((order) => order.record === record);
    if (whole.has(record)) continue;
    if (ordersOnRecords(archive, record) === chosen.length) whole.add(record);
    else parts.push({ record, orders: chosen });
  }
  return { whole, parts };
}

/** A record of the same contact details for these orders alone. */
function pinnedRecord({ db }: Archive, record: number, orders: readonly StandingKey[]): number {
  const pin = orders
    .map(({ shopName, number }) => `${shopName} ${number}`)
    .toSorted()
    .join('\n');
  const columns = `account_scope, account, name, email, phone, receiver_name, receiver_phone, country, province, city, district, postcode, address, phone_country`;
  const facts = db.prepare(`SELECT ${columns} FROM records WHERE record_id = ?`).raw().get(record) as RecordFacts;
  const print = fingerprint(facts, pin);
  const known = db.prepare('SELECT record_id FROM records WHERE fingerprint = ?').pluck().get(print) as
    | number
    | undefined;
  if (known !== undefined) return known;
  const blanks = facts.map(() => '?').join(', ');
  const made = greatestRecord({ db }) + 1;
  const add = db.prepare(`INSERT INTO records (record_id, fingerprint, pin, ${columns}) VALUES (?, ?, ?, ${blanks})`);
  add.run(made, print, pin, ...facts);
  return made;
}

const isOf = (archive: Archive, record: number, customer: number) =>
  customersByRecord(archive, record).includes(customer);

function customersOf(archive: Archive, records: readonly number[]): number[] {
  return [...new Set(records.flatMap((record) => customersByRecord(archive, record)))].toSorted((a, b) => a - b);
}
