/** SQL of contact lists: what they say of people, and what was handed over when. */
import { recordOf } from '../customers/anchor-queries.ts';
import type { Archive } from '../store/open.ts';
import { addDays } from '../values/days.ts';
import { sortedLookup } from '../values/sorted-lookup.ts';
import type { Standing } from './contact-list.ts';
import type { Before, ListedPerson, Part } from './list-parts.ts';
import type { ListChannel } from './channels.ts';
import type { Channel, Kind } from './gate.ts';
import { dropDelivered } from './touch-queries.ts';

export interface Card {
  readonly name: string | null;
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly number_of_orders: number;
  /** Null where all is in another currency. */
  readonly amount_spent: number | null;
  readonly first_order_date: string | null;
  readonly last_order_date: string | null;
}

const SAID = ['name', 'country', 'province', 'city', 'district'] as const satisfies readonly (keyof Card)[];
const MEASURED = [
  'number_of_orders',
  'amount_spent',
  'first_order_date',
  'last_order_date',
] as const satisfies readonly (keyof Card)[];

type Tuple = readonly [customer: number, ...(string | number | null)[]];

/** With the fields that are in `fields` alone, of some customers at a time. temp.measures must stand. */
export function cardsFrom(
  { db }: Archive,
  fields: { has(name: string): boolean },
): (customers: readonly number[]) => Map<number, Card> {
  const asked = [...SAID, ...MEASURED].filter((name) => fields.has(name));
  const cardOf = cardReader(asked);
  // As arrays: rows are read in half the time of rows by names.
  const looking = (from: string, columns: readonly string[]) => {
    const rows = db
      .prepare<[string], Tuple>(
        `SELECT ${['c.customer_id', ...columns].join(', ')} FROM ${from} WHERE c.customer_id IN (SELECT value FROM json_each(?))`,
      )
      .raw();
    return (among: readonly number[]) => rows.all(JSON.stringify(among));
  };
  const both = looking('customers c CROSS JOIN temp.measures m USING (customer_id)', asked);
  // A join that keeps whoever has not ordered would work out the measures of everybody first.
  const alone = looking(
    'customers c',
    asked.map((name) => WITHOUT_ORDERS[name] ?? name),
  );
  return (customers) => {
    const cards = new Map<number, Card>();
    for (const row of both(customers)) cards.set(row[0], cardOf(row));
    const others = cards.size < customers.length ? customers.filter((customer) => !cards.has(customer)) : [];
    if (others.length > 0) for (const row of alone(others)) cards.set(row[0], cardOf(row));
    return cards;
  };
}

const WITHOUT_ORDERS: Partial<Record<keyof Card, string>> = {
  number_of_orders: '0',
  amount_spent: '0',
  first_order_date: 'NULL',
  last_order_date: 'NULL',
};

/** Of rows of a customer's number and what was asked for; of all else there is nothing. */
function cardReader(asked: readonly (keyof Card)[]): (row: Tuple) => Card {
  const [name, country, province, city, district] = SAID.map((one) => asked.indexOf(one) + 1);
  const [orders, amount, first, last] = MEASURED.map((one) => asked.indexOf(one) + 1);
  const text = (row: Tuple, at: number | undefined) => (at ? (row[at] as string | null) : null);
  const number = (row: Tuple, at: number | undefined) => (at ? (row[at] as number | null) : 0);
  return (row) => ({
    name: text(row, name),
    country: text(row, country),
    province: text(row, province),
    city: text(row, city),
    district: text(row, district),
    number_of_orders: number(row, orders) ?? 0,
    amount_spent: number(row, amount),
    first_order_date: text(row, first),
    last_order_date: text(row, last),
  });
}

export type Priority = 'amount_spent' | 'number_of_orders' | 'last_order_date';

/** Whoever has more comes first; of those who have not ordered there is none. temp.measures must stand. */
export function priorities({ db }: Archive, priority: Priority): (customer: number) => number | undefined {
  const value = priority === 'last_order_date' ? `julianday(${priority})` : `coalesce(${priority}, 0)`;
  const read = (what: string) => db.prepare(`SELECT ${what} FROM temp.measures ORDER BY customer_id`).pluck().all();
  return sortedLookup(read('customer_id') as number[], read(value) as number[]);
}

export interface PostalAddress {
  readonly postcode: string | null;
  readonly address: string;
}

/** Where the latest order before `until` with a street on it went. */
export function postalAddresses(archive: Archive, until: number): Map<number, PostalAddress> {
  const rows = archive.db
    .prepare(`SELECT o.customer_id, r.postcode, r.address FROM orders o JOIN records r USING (record_id)
              WHERE o.customer_id IS NOT NULL AND r.address IS NOT NULL AND o.placed_at < ? ORDER BY o.placed_at, o.order_number`)
    .raw()
    .iterate(until) as IterableIterator<[customer: number, postcode: string | null, address: string]>;
  const found = new Map<number, PostalAddress>();
  for (const [customer, postcode, address] of rows) found.set(customer, { postcode, address });
  return found;
}

/** Of those who had bought `days` before, the share who bought again since; null where nobody had. */
export function shareWhoBuy(archive: Archive, asOf: string, days: number): number | null {
  const before = addDays(asOf, -days);
  return archive.db
    .prepare(
      `SELECT avg(last_order_date > :before) FROM temp.measures WHERE number_of_orders > 0 AND first_order_date <= :before`,
    )
    .pluck()
    .get({ before }) as number | null;
}

/** What the latest list of a series by the end of the day had of whom; under today's identity. */
export function latestOfSeries({ db }: Archive, series: string, asOf: string): Before {
  const rows = db
    .prepare(`SELECT k.customer_id, p.standing, p.content FROM contact_list_people p JOIN record_customers k USING (record_id)
              WHERE p.list_id = (SELECT max(list_id) FROM contact_lists WHERE series = ? AND day <= ?) ORDER BY p.standing = 'held_out'`)
    .raw()
    .iterate(series, asOf) as IterableIterator<[customer: number, standing: Standing, content: string]>;
  const found = new Map<number, Pick<ListedPerson, 'standing' | 'content'>>();
  for (const [customer, standing, content] of rows) found.set(customer, { standing, content });
  return found;
}

export interface NewList {
  /** UTC seconds. */
  readonly at: number;
  readonly day: string;
  readonly channel: ListChannel;
  readonly kind: Kind;
  readonly format: string;
  readonly series: string;
  readonly only: Part | null;
  readonly recipient: string | null;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly hash: string;
  readonly expires: string;
  /** Everybody who is on the list or held out of it. */
  readonly people: readonly ListedPerson[];
  /** How many the file has. */
  readonly count: number;
}

export interface HandOver extends Omit<NewList, 'count' | 'channel'> {
  readonly channel: Channel;
  /** Those the file has, who are written to: each a touch. */
  readonly written: readonly number[];
}

/** Gives its number. The same as the last of its series, on the same day and for the same, is that one: then nothing changes. */
export function recordHandOver(archive: Archive, list: HandOver): { readonly list: number; readonly known: boolean } {
  const { db } = archive;
  const { at, day, channel, kind, format, series, only, recipient, hash, expires } = list;
  const heldOut = list.people.filter(({ standing }) => standing === 'held_out').length;
  const known = db
    .prepare(
      `SELECT list_id FROM contact_lists WHERE list_id = (SELECT max(list_id) FROM contact_lists WHERE series = :series)
         AND day = :day AND hash = :hash AND format = :format AND only IS :only AND recipient IS :recipient AND expires_day = :expires
         AND held_out = :heldOut`,
    )
    .pluck()
    .get({ series, day, hash, format, only, recipient, expires, heldOut }) as number | undefined;
  if (known !== undefined) return { list: known, known: true };
  const id = addList(archive, { ...list, count: list.written.length });
  const record = recordOf(archive);
  const touch = db.prepare(
    'INSERT INTO touches (record_id, touched_at, day, channel, kind, list_id) VALUES (?, ?, ?, ?, ?, ?)',
  );
  // The same list in another form is one contact still.
  const already = new Set(
    db
      .prepare(
        `SELECT k.customer_id FROM touches t JOIN contact_lists l USING (list_id) JOIN record_customers k USING (record_id)
         WHERE l.series = ? AND l.day = ?`,
      )
      .pluck()
      .all(series, day) as number[],
  );
  dropDelivered(archive, list.written, { channel, from: day, to: expires });
  for (const customer of list.written)
    if (!already.has(customer)) touch.run(record(customer), at, day, channel, kind, id);
  return { list: id, known: false };
}

/** The list with everybody on it or held out of it; gives its number. */
export function addList(archive: Archive, list: NewList): number {
  const { db } = archive;
  const { at, day, channel, kind, format, series, only, recipient, leftOut, hash, expires, count } = list;
  const heldOut = list.people.filter(({ standing }) => standing === 'held_out').length;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO contact_lists (made_at, day, channel, kind, format, series, only, recipient, people, held_out, left_out, hash, expires_day)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      at,
      day,
      channel,
      kind,
      format,
      series,
      only,
      recipient,
      count,
      heldOut,
      JSON.stringify(leftOut),
      hash,
      expires,
    );
  const record = recordOf(archive);
  const person = db.prepare(
    'INSERT INTO contact_list_people (list_id, record_id, standing, content) VALUES (?, ?, ?, ?)',
  );
  for (const { customer, standing, content } of list.people)
    person.run(lastInsertRowid, record(customer), standing, content);
  return Number(lastInsertRowid);
}

export interface HandOverRow {
  readonly list_id: number;
  readonly day: string;
  readonly made_at: number;
  readonly channel: ListChannel;
  readonly kind: Kind;
  readonly format: string;
  readonly only: string | null;
  readonly recipient: string | null;
  readonly people: number;
  readonly held_out: number;
  /** JSON: reason to customers. */
  readonly left_out: string;
  readonly expires_day: string;
  readonly hash: string;
  /** JSON: what was asked for. */
  readonly series: string;
}

/** The latest first. */
export function handOvers({ db }: Archive, asOf: string): HandOverRow[] {
  return db
    .prepare(
      `SELECT list_id, day, made_at, channel, kind, format, only, recipient, people, held_out, left_out, expires_day, hash, series
       FROM contact_lists WHERE day <= ? ORDER BY list_id DESC`,
    )
    .all(asOf) as HandOverRow[];
}
