/** SQL of labels on customers: facts with an origin and a reason, hung on a record of the customer. */
import { recordOf } from '../customers/anchor-queries.ts';
import { type Moment, tagHolds } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';
import { oneOfGroups } from './group-queries.ts';
import type { TagLine } from './read-tags.ts';
import { groupOf } from './tag-name.ts';

export interface NewTag {
  readonly tag: string;
  /** 'hand', or 'segment:NAME' where the customers came from one. */
  readonly origin: string;
  readonly reason: string | null;
  /** The first day on which the tag no longer holds. */
  readonly expires: string | null;
}

/** UTC seconds, and the day of the archive it is. */
export interface Act {
  readonly at: number;
  readonly moment: Moment;
}

/** How many customers lost a tag, and to which at last. */
export interface Replaced {
  readonly count: number;
  readonly by: string;
}

const ACTIVE = tagHolds('t');
const THEIRS = 'record_id IN (SELECT record_id FROM record_customers WHERE customer_id = :customer)';
/** Of removals: what was put on later, or has expired, is not there to be taken off. */
const THERE = `tag = :tag AND removed_at IS NULL AND added_at <= :at AND (expires_day IS NULL OR expires_day > :asOf) AND ${THEIRS}`;

/** Within the caller's transaction. */
export function tagWriter(archive: Archive, { at, moment }: Act) {
  const { db } = archive;
  const { asOf } = moment;
  const groups = oneOfGroups(archive);
  /** `own`: only what stays whatever becomes of a segment, or of a file that says so too. */
  const carries = db.prepare(
    `SELECT 1 FROM tag_facts t JOIN record_customers USING (record_id)
     WHERE customer_id = :customer AND tag = :tag AND ${ACTIVE} AND (NOT :own OR (t.followed = 0 AND t.origin NOT GLOB 'import:*'))`,
  );
  const others = db
    .prepare(
      `SELECT DISTINCT t.tag FROM tag_facts t JOIN record_customers USING (record_id) WHERE customer_id = :customer AND t.tag <> :tag AND ${ACTIVE} ORDER BY 1`,
    )
    .pluck();
  const add = db.prepare(
    'INSERT INTO tag_facts (tag, record_id, origin, reason, added_at, expires_day, followed) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const remove = db.prepare(
    `UPDATE tag_facts SET removed_at = :at, removed_origin = :origin, removed_reason = :reason WHERE ${THERE} AND followed >= :followed`,
  );
  const record = recordOf(archive);
  /** Because another tag of its one-of group was put on. */
  const replaced = new Map<string, Replaced>();
  const has = (customer: number, tag: string, own: 0 | 1): boolean =>
    carries.get({ customer, tag, own, ...moment }) !== undefined;
  const takeOff = (customer: number, tag: string, origin: string, reason: string | null, followed: 0 | 1 = 0) =>
    remove.run({ at, asOf, customer, tag, origin, reason, followed }).changes > 0;
  const replace = (customer: number, tag: string) => {
    const group = groupOf(tag);
    if (group === undefined || !groups.has(group)) return;
    for (const other of others.all({ customer, tag, ...moment }) as string[])
      if (groupOf(other) === group && takeOff(customer, other, `group:${group}`, tag))
        replaced.set(other, { count: (replaced.get(other)?.count ?? 0) + 1, by: tag });
  };
  return {
    replaced,
    /** False for whoever carries the tag already; one that a file says, or that only follows its segment, is from now on theirs by hand as well. */
    put(customer: number, { tag, origin, reason, expires }: NewTag): boolean {
      if (has(customer, tag, 1)) return false;
      const carried = has(customer, tag, 0);
      replace(customer, tag);
      add.run(tag, record(customer), origin, reason, at, expires, 0);
      return !carried;
    },
    /** Whether anything was there to be taken off. */
    takeOff(customer: number, tag: string, reason: string | null): boolean {
      return takeOff(customer, tag, 'hand', reason);
    },
    /** Of a tag that follows a segment. */
    join(customer: number, tag: string, segment: string, reason: string | null): void {
      replace(customer, tag);
      add.run(tag, record(customer), `segment:${segment}`, reason ?? 'joined', at, null, 1);
    },
    leave(customer: number, tag: string, segment: string): boolean {
      return takeOff(customer, tag, `segment:${segment}`, 'left', 1);
    },
  };
}

export interface Tagged {
  readonly added: number;
  readonly already: number;
  readonly replaced: ReadonlyMap<string, Replaced>;
}

/** Customers who carry the tag already keep it as it is. */
export function addTag(archive: Archive, customers: readonly number[], tag: NewTag, act: Act): Tagged {
  return archive.write(() => {
    const { put, replaced } = tagWriter(archive, act);
    const added = customers.filter((customer) => put(customer, tag)).length;
    return { added, already: customers.length - added, replaced };
  });
}

/** Tags that have expired are not taken off: nobody carries them. */
export function removeTag(
  archive: Archive,
  customers: readonly number[],
  { tag, reason }: Pick<NewTag, 'tag' | 'reason'>,
  act: Act,
): { readonly removed: number; readonly without: number } {
  return archive.write(() => {
    const { takeOff } = tagWriter(archive, act);
    const removed = customers.filter((customer) => takeOff(customer, tag, reason)).length;
    return { removed, without: customers.length - removed };
  });
}

/** What a table asks for, in its order. */
export function takeTags(archive: Archive, lines: readonly TagLine[], act: Act) {
  return archive.write(() => {
    const { put, takeOff, replaced } = tagWriter(archive, act);
    let [added, removed] = [0, 0];
    for (const { customer, action, ...tag } of lines) {
      if (action === 'remove') removed += Number(takeOff(customer, tag.tag, tag.reason));
      else added += Number(put(customer, { ...tag, origin: 'hand' }));
    }
    return { added, removed, unchanged: lines.length - added - removed, replaced };
  });
}

/** Sets from which day on the tag is gone, or takes that away. */
export function expireTag(
  archive: Archive,
  customers: readonly number[],
  { tag, expires }: Pick<NewTag, 'tag' | 'expires'>,
  { at, moment: { asOf } }: Act,
): { readonly changed: number; readonly same: number; readonly without: number } {
  return archive.write(() => {
    const carried = archive.db.prepare(`SELECT 1 FROM tag_facts WHERE ${THERE} LIMIT 1`);
    const change = archive.db.prepare(
      `UPDATE tag_facts SET expires_day = :expires,
         expiry_changes = json_insert(coalesce(expiry_changes, '[]'), '$[#]', json_array(:at, expires_day, :expires))
       WHERE ${THERE} AND expires_day IS NOT :expires`,
    );
    let [changed, same] = [0, 0];
    for (const customer of customers) {
      const about = { customer, tag, at, asOf };
      if (carried.get(about) === undefined) continue;
      if (change.run({ ...about, expires }).changes > 0) changed++;
      else same++;
    }
    return { changed, same, without: customers.length - changed - same };
  });
}

export interface TagRow {
  readonly tag: string;
  readonly customer_id: number;
  readonly name: string | null;
  readonly origin: string;
  readonly reason: string | null;
  readonly added_at: number;
  readonly expires_day: string | null;
}

export function taggedCustomers(archive: Archive, tag: string, moment: Moment): TagRow[] {
  return archive.db
    .prepare(`SELECT t.tag, k.customer_id, c.name, t.origin, t.reason, max(t.added_at) AS added_at, t.expires_day
              FROM tag_facts t JOIN record_customers k USING (record_id) JOIN customers c USING (customer_id)
              WHERE t.tag = :tag AND ${ACTIVE} GROUP BY k.customer_id ORDER BY k.customer_id`)
    .all({ tag, ...moment }) as TagRow[];
}

export function countTags(archive: Archive, moment: Moment): { tag: string; customers: number }[] {
  return archive.db
    .prepare(
      `SELECT t.tag, count(DISTINCT k.customer_id) AS customers FROM tag_facts t JOIN record_customers k USING (record_id) WHERE ${ACTIVE} GROUP BY t.tag ORDER BY t.tag`,
    )
    .all({ ...moment }) as { tag: string; customers: number }[];
}
