/**
 * What was refused of being contacted, when a file is taken back. Orders of whoever refused while it stood may stand on
 * what another file says, with other contact details, or lose what led to the details they had when it was said: nobody
 * may be written to again because of that. What was refused before an order was theirs does not come along.
 */
import { customerQuery } from '../customers/customer-queries.ts';
import { refusedByHandSql } from '../store/consents-sql.ts';
import type { Archive } from '../store/open.ts';
import { noteDirty, type OrderKey } from './standing-queries.ts';

/** Of an order whose customer it was said of, and the record of theirs on which it hangs. */
interface Refused extends OrderKey {
  readonly customer: number;
  readonly part: number;
  readonly record: number;
}

interface RefusedChannel extends Refused {
  readonly channel: string;
  readonly at: number;
  readonly undated: number;
  readonly note: string | null;
  readonly proof: string | null;
  readonly file: string | null;
  readonly hash: string | null;
}

interface Suppressed extends Refused {
  readonly suppression: number;
}

/** `undo` takes back a file that showed the orders. */
export function holdingRefusals<T>(archive: Archive, orders: readonly OrderKey[], undo: () => T): T {
  const isAny = (what: string) => archive.db.prepare(`SELECT 1 FROM ${what} LIMIT 1`).get() !== undefined;
  const [anyRefused, anySuppressed] = [isAny(REFUSED), isAny(SUPPRESSED)];
  if (!anyRefused && !anySuppressed) return undo();
  noteDirty(archive, orders);
  const refused = anyRefused ? refusedChannels(archive) : [];
  const suppressed = anySuppressed ? suppressions(archive) : [];
  const done = undo();
  holdRefused(archive, refused);
  holdSuppressed(archive, suppressed);
  return done;
}

/** The noted orders as files have shown them, by records of the customer that `says` something, and since which import. */
const SHOWN = (says: string) => `
  SELECT d.shop, d.number, k.customer_id AS customer, coalesce(m.part_id, k.customer_id) AS part, v.record_id AS record, min(s.import_id) AS since
  FROM dirty_orders d CROSS JOIN orders o ON o.shop_id = d.shop AND o.order_number = d.number
    CROSS JOIN order_versions v ON v.shop_id = d.shop AND v.order_number = d.number
    CROSS JOIN record_customers k ON k.record_id = v.record_id AND k.customer_id = o.customer_id
    LEFT JOIN merged_records m ON m.record_id = v.record_id CROSS JOIN sightings s ON s.version_id = v.version_id
  WHERE EXISTS (SELECT 1 FROM ${says} AND record_id = v.record_id) GROUP BY d.shop, d.number, v.record_id`;

const REFUSED = "consents c WHERE c.status = 'refused'";

function refusedChannels({ db }: Archive): RefusedChannel[] {
  const said = db
    .prepare(
      `SELECT shop, number, customer, part, record, channel, max(stated_at) AS at, undated, note, proof, file_name AS file, file_hash AS hash
       FROM (${SHOWN(REFUSED)}) JOIN consents c ON c.record_id = record AND c.status = 'refused' AND coalesce(c.after_import >= since, 1)
       GROUP BY shop, number, record, channel ORDER BY at DESC`,
    )
    .all() as RefusedChannel[];
  const key = (customer: number, part: number, channel: string) => `${customer} ${part} ${channel}`;
  const among = JSON.stringify([...new Set(said.map(({ customer }) => customer))]);
  const rows = db.prepare(refusedByHandSql()).raw().all({ among }) as [number, number, string][];
  // What was lifted since is refused no more.
  const standing = new Set(rows.map((row) => key(...row)));
  return said.filter(({ customer, part, channel }) => standing.has(key(customer, part, channel)));
}

const SUPPRESSED = `suppressions u WHERE u.kind = 'customer' AND u.hash IS NULL AND u.lifted_at IS NULL AND u.import_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM suppressions b WHERE b.suppression_id = u.copy_of AND b.import_id IS NOT NULL)`;

/** By hand: those of files go, and stay, with theirs. */
function suppressions({ db }: Archive): Suppressed[] {
  return db
    .prepare(
      `SELECT shop, number, customer, part, record, min(suppression_id) AS suppression
       FROM (${SHOWN(SUPPRESSED)}) JOIN ${SUPPRESSED} AND u.record_id = record AND coalesce(u.after_import >= since, 1)
       GROUP BY shop, number, record`,
    )
    .all() as Suppressed[];
}

/** What hangs on a record that is the customer's still was not lost; nobody is reached by an order that is nobody's. */
function lost<Said extends Refused>(
  archive: Archive,
  said: readonly Said[],
): (Said & { readonly stands: number; readonly whose: number })[] {
  const find = archive.db.prepare(
    'SELECT record_id AS stands, customer_id AS whose FROM orders WHERE shop_id = ? AND order_number = ? AND customer_id IS NOT NULL',
  );
  const customerOf = customerQuery(archive);
  return said.flatMap((one) => {
    const order = find.get(one.shop, one.number) as { readonly stands: number; readonly whose: number } | undefined;
    return order === undefined || order.whose === customerOf(one.record) ? [] : [{ ...one, ...order }];
  });
}

/** Nothing that was said of who they are now may be later. */
function holdRefused(archive: Archive, refused: readonly RefusedChannel[]): void {
  const hold = archive.db.prepare(`
    INSERT INTO consents (record_id, channel, status, source, note, proof, stated_at, undated, file_name, file_hash)
    SELECT :stands, :channel, 'refused', 'undo', :note, :proof, held_at, :undated, :file, :hash
    FROM (SELECT max(:at, coalesce(max(c.stated_at), 0)) AS held_at FROM record_customers k JOIN consents c USING (record_id)
          WHERE k.customer_id = :whose AND c.channel = :channel AND c.status <> 'refused' AND c.source <> 'consent file')
    WHERE NOT EXISTS (SELECT 1 FROM consents WHERE record_id = :stands AND channel = :channel AND status = 'refused' AND stated_at >= held_at)`);
  for (const one of lost(archive, refused)) hold.run(one);
}

function holdSuppressed(archive: Archive, suppressed: readonly Suppressed[]): void {
  const hold = archive.db.prepare(`
    INSERT INTO suppressions (kind, record_id, hint, reason, added_at)
    SELECT kind, :stands, '#' || CAST(:whose AS INTEGER), reason, added_at FROM suppressions
    WHERE suppression_id = :suppression AND NOT EXISTS (SELECT 1 FROM ${SUPPRESSED} AND u.record_id = :stands)`);
  for (const one of lost(archive, suppressed)) hold.run(one);
}
