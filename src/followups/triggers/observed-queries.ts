/**
 * When an order was first known to be in a state. No export says when an order was shipped or refunded: where an earlier
 * file showed it in another state, it is the day on which the first file with the state was written, else came. Where it
 * was so in the first file already, the state alone is known, and of days that of the order.
 */
import type { DerivedOrder } from '../../archive/order-state.ts';
import { derive } from '../../archive/standing-orders.ts';
import { SEEN_VERSION, type SeenRow, seenVersion, shopRules } from '../../archive/standing-queries.ts';
import { wordsIn } from '../../archive/status-words.ts';
import { saidMeanings, vocabularyOf } from '../../archive/vocabulary.ts';
import { archiveZone } from '../../measures/queries.ts';
import type { Archive } from '../../store/open.ts';
import { dayNumber } from '../../values/day-numbers.ts';
import { dayIn } from '../../values/zones.ts';

const OBSERVED = {
  shipped: ({ state }) => state === 'shipped' || state === 'completed',
  completed: ({ state }) => state === 'completed',
  refunded: ({ state, refunded }) => refunded > 0 || state === 'refunded',
} satisfies Readonly<Record<string, (order: DerivedOrder) => boolean>>;

type State = keyof typeof OBSERVED;
const STATES = Object.keys(OBSERVED) as State[];

/** Day numbers by order. */
export type Observed = Readonly<Record<State, ReadonlyMap<number, number>>>;

type Row = SeenRow & { readonly id: number; readonly shop: number; readonly seen: number };

const SEEN = 'coalesce(i.exported_at, i.imported_at)';

/** Some orders, or all that are meant: of these what changed before `since`, UTC seconds, may be missing. */
export type Asked =
  | { readonly orders: readonly number[] }
  | { readonly since: number; readonly isMeant: (order: number) => boolean };

/** Of those that are asked for and of which a change was seen: all states at once, as to read and to derive what each file said takes the time. */
export function observedDays(archive: Archive, asked: Asked): Observed {
  const ids =
    'orders' in asked ? changed(archive, asked.orders) : changedSince(archive, asked.since).filter(asked.isMeant);
  const found = {
    shipped: new Map<number, number>(),
    completed: new Map<number, number>(),
    refunded: new Map<number, number>(),
  };
  if (ids.length === 0) return found;
  const [shops, vocabulary, zone] = [shopRules(archive), vocabularyOf(saidMeanings(archive)), archiveZone(archive)];
  const rows = archive.db
    .prepare(
      `SELECT o.order_id AS id, o.shop_id AS shop, min(${SEEN}) AS seen, ${SEEN_VERSION}
       FROM json_each(?) asked CROSS JOIN orders o ON o.order_id = asked.value
         JOIN order_versions v ON v.shop_id = o.shop_id AND v.order_number = o.order_number
         JOIN records r ON r.record_id = v.record_id JOIN sightings s ON s.version_id = v.version_id JOIN imports i USING (import_id)
       WHERE i.undone_at IS NULL AND v.part = 'order' GROUP BY o.order_id, v.version_id ORDER BY o.order_id, seen, v.version_id`,
    )
    .iterate(JSON.stringify(ids)) as IterableIterator<Row>;
  let id: number | undefined;
  let been = new Set<State>();
  for (const row of rows) {
    const isFirst = row.id !== id;
    if (isFirst) [id, been] = [row.id, new Set<State>()];
    const shop = shops.get(row.shop);
    if (shop === undefined) continue;
    const order = derive(seenVersion(row, wordsIn(row.words)), shop, vocabulary);
    for (const state of STATES) {
      if (been.has(state) || !OBSERVED[state](order)) continue;
      been.add(state);
      if (!isFirst) found[state].set(row.id, dayNumber(dayIn(row.seen, zone)));
    }
  }
  return found;
}

const HAS_OTHERS =
  'EXISTS (SELECT 1 FROM order_versions v WHERE v.shop_id = o.shop_id AND v.order_number = o.order_number AND v.version_id <> o.version_id)';

/** Of these those that came in several versions. */
function changed({ db }: Archive, orders: readonly number[]): number[] {
  const files = db.prepare('SELECT count(*) FROM imports WHERE undone_at IS NULL').pluck().get() as number;
  if (files < 2) return [];
  return db
    .prepare(
      `SELECT o.order_id FROM json_each(?) asked CROSS JOIN orders o ON o.order_id = asked.value WHERE ${HAS_OTHERS}`,
    )
    .pluck()
    .all(JSON.stringify(orders)) as number[];
}

/** All that came in several versions, of which the one that stands was first seen then or later. Sightings are gone through once: no index has them by file. */
function changedSince({ db }: Archive, since: number): number[] {
  const files = db
    .prepare(
      `SELECT count(*) AS "all", json_group_array(import_id) FILTER (WHERE ${SEEN} >= ?) AS later FROM imports i WHERE undone_at IS NULL`,
    )
    .get(since) as { readonly all: number; readonly later: string };
  if (files.all < 2 || files.later === '[]') return [];
  return db
    .prepare(
      `SELECT DISTINCT o.order_id FROM sightings s CROSS JOIN order_versions seen ON seen.version_id = s.version_id
         CROSS JOIN orders o ON o.shop_id = seen.shop_id AND o.order_number = seen.order_number AND o.version_id = seen.version_id
       WHERE s.import_id IN (SELECT value FROM json_each(:later)) AND ${HAS_OTHERS}
         AND (SELECT min(${SEEN}) FROM sightings f JOIN imports i USING (import_id) WHERE f.version_id = s.version_id AND i.undone_at IS NULL) >= :since`,
    )
    .pluck()
    .all({ since, later: files.later }) as number[];
}
