/** SQL that reads facts back as they were hashed, in a stream. */
import type { contentHash, RecordFacts } from '../ingest/orders/fingerprint.ts';
import type { Archive } from '../store/open.ts';

export interface StoredRecord {
  readonly record: number;
  readonly fingerprint: string;
  readonly facts: RecordFacts;
  readonly pin: string | null;
}

export function* storedRecords({ db }: Archive): Generator<StoredRecord> {
  const rows = db
    .prepare(`SELECT record_id, fingerprint, pin, account_scope, account, name, email, phone, receiver_name, receiver_phone,
                     country, province, city, district, postcode, address, phone_country FROM records ORDER BY record_id`)
    .raw()
    .iterate() as IterableIterator<[number, string, string | null, ...RecordFacts]>;
  for (const [record, fingerprint, pin, ...facts] of rows) yield { record, fingerprint, facts, pin };
}

type Hashed = Parameters<typeof contentHash>[0];
type Line = Hashed['lines'][number];

export interface StoredVersion {
  readonly number: string;
  readonly shop: string;
  readonly zone: string;
  readonly hash: string;
  readonly platform: string;
  readonly fingerprint: string;
  readonly order: Hashed;
}

interface VersionRow {
  readonly version: number;
  readonly number: string;
  readonly shop: string;
  readonly zone: string;
  readonly hash: string;
  readonly platform: string;
  readonly fingerprint: string;
  readonly platformId: string | null;
  readonly placedAt: number;
  readonly wall: string;
  readonly offset: number | null;
  readonly currency: string;
  readonly total: number;
  readonly paid: number | null;
  readonly refunded: number;
  readonly discount: number;
  readonly shipping: number;
  readonly coupon: string | null;
  readonly words: string;
  readonly part: Hashed['part'];
  readonly partsText: string | null;
  readonly marketing: number | null;
  readonly units: number;
}

/** With their lines, which come in the same order. */
export function* storedVersions({ db }: Archive): Generator<StoredVersion> {
  const rows = db
    .prepare(`SELECT v.version_id AS version, v.order_number AS number, coalesce(s.name, v.platform) AS shop, coalesce(s.time_zone, '') AS zone, v.content_hash AS hash, v.platform,
                     r.fingerprint, v.platform_id AS platformId, v.placed_at AS placedAt, v.placed_wall AS wall, v.placed_offset AS offset,
                     v.currency, v.total, v.paid, v.refunded, v.discount, v.shipping, v.coupon,
                     v.words, v.part, v.item_words AS partsText, v.accepts_marketing AS marketing, v.units
              FROM order_versions v LEFT JOIN shops s USING (shop_id) CROSS JOIN records r USING (record_id) ORDER BY v.version_id`)
    .iterate() as IterableIterator<VersionRow>;
  const lines = linesByVersion(db);
  try {
    for (const row of rows) {
      const { version, number, shop, zone, hash, platform, fingerprint, wall, offset, words, marketing } = row;
      const order: Hashed = {
        ...row,
        line: 0,
        orderNumber: number,
        shopName: shop,
        placed: { wall, offset },
        // The text is what was hashed.
        words: {},
        wordsText: words,
        acceptsMarketing: marketing === null ? null : marketing === 1,
        lines: lines.of(version),
      };
      yield { number, shop, zone, hash, platform, fingerprint, order };
    }
  } finally {
    lines.end();
  }
}

/** Asked for versions in ascending order. */
function linesByVersion(db: Archive['db']) {
  const rows = db
    .prepare(
      'SELECT version_id, sku, title, variant, quantity, unit_price FROM version_lines ORDER BY version_id, position',
    )
    .raw()
    .iterate() as IterableIterator<[number, string | null, string, string | null, number, number | null]>;
  let next = rows.next();
  return {
    of(version: number): Line[] {
      const found: Line[] = [];
      for (; !next.done && next.value[0] <= version; next = rows.next()) {
        const [owner, sku, title, variant, quantity, unitPrice] = next.value;
        if (owner === version) found.push({ sku, title, variant, quantity, unitPrice });
      }
      return found;
    },
    end(): void {
      rows.return?.();
    },
  };
}

/** Facts that nothing leads to: records of no order, versions of no file. */
export function* strayFacts({ db }: Archive): Generator<['record' | 'version', id: number]> {
  yield* db
    .prepare(
      `SELECT 'version', version_id FROM order_versions v WHERE NOT EXISTS (SELECT 1 FROM sightings s WHERE s.version_id = v.version_id)`,
    )
    .raw()
    .iterate() as IterableIterator<['version', number]>;
  yield* db
    .prepare(
      `SELECT 'record', r.record_id FROM records r LEFT JOIN (SELECT record_id FROM order_versions UNION SELECT record_id FROM profiles) v USING (record_id) WHERE v.record_id IS NULL`,
    )
    .raw()
    .iterate() as IterableIterator<['record', number]>;
}
