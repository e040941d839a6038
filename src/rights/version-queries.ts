/** SQL of versions of orders that are given another record: what is hashed of them, and versions that become the same. */
import type { contentHash } from '../ingest/orders/fingerprint.ts';
import type { Archive } from '../store/open.ts';
import { CUT } from '../values/personal-values.ts';

type Hashed = Parameters<typeof contentHash>[0];
type Line = Hashed['lines'][number];

export interface VersionAtHand {
  readonly shop: number | null;
  readonly platform: string;
  readonly number: string;
  /** Of the record it stands on now. */
  readonly fingerprint: string;
  readonly order: Hashed;
}

interface Row extends Omit<Hashed, 'placed' | 'lines' | 'acceptsMarketing'> {
  readonly shop: number | null;
  readonly platform: string;
  readonly fingerprint: string;
  readonly wall: string;
  readonly offset: number | null;
  readonly marketing: number | null;
}

export function versionQueries({ db }: Archive) {
  const find = db.prepare(
    `SELECT v.shop_id AS shop, v.platform, v.order_number AS orderNumber, r.fingerprint, v.platform_id AS platformId, v.placed_at AS placedAt, v.placed_wall AS wall,
            v.placed_offset AS offset, v.currency, v.total, v.paid, v.refunded, v.discount, v.shipping, v.coupon, v.words AS wordsText,
            v.part, v.item_words AS partsText, v.accepts_marketing AS marketing, v.units
     FROM order_versions v JOIN records r USING (record_id) WHERE v.version_id = ?`,
  );
  const lines = db.prepare(
    'SELECT sku, title, variant, quantity, unit_price AS unitPrice FROM version_lines WHERE version_id = ? ORDER BY position',
  );
  const same = db
    .prepare(
      'SELECT version_id FROM order_versions WHERE shop_id = :shop AND order_number = :number AND content_hash = :hash AND version_id <> :version',
    )
    .pluck();
  const sameOfAnyShop = db
    .prepare(
      'SELECT version_id FROM order_versions WHERE shop_id IS NULL AND platform = :platform AND order_number = :number AND content_hash = :hash AND version_id <> :version',
    )
    .pluck();
  const write = db.prepare('UPDATE order_versions SET content_hash = ? WHERE version_id = ?');
  const unhash = db.prepare('UPDATE sightings SET rows_hash = NULL WHERE version_id = ?');
  const see = db.prepare(
    'INSERT OR IGNORE INTO sightings SELECT import_id, :to, line, NULL FROM sightings WHERE version_id = :from',
  );
  const unsee = db.prepare('DELETE FROM sightings WHERE version_id = ?');
  const removeLines = db.prepare('DELETE FROM version_lines WHERE version_id = ?');
  const remove = db.prepare('DELETE FROM order_versions WHERE version_id = ?');
  const standOn = db.prepare('UPDATE orders SET version_id = :to WHERE version_id = :from');
  const linesOf = db.prepare('UPDATE orders SET lines_version_id = :to WHERE lines_version_id = :from');
  return {
    at(version: number): VersionAtHand {
      const { wall, offset, marketing, ...row } = find.get(version) as Row;
      const order: Hashed = {
        ...row,
        line: 0,
        shopName: '',
        words: {},
        placed: { wall, offset },
        acceptsMarketing: marketing === null ? null : marketing === 1,
        lines: lines.all(version) as Line[],
      };
      return { ...row, number: row.orderNumber, order };
    },
    /** Another version that says just the same of the order. */
    twin(version: number, { shop, platform, number }: VersionAtHand, hash: string): number | undefined {
      const found =
        shop === null
          ? sameOfAnyShop.get({ platform, number, hash, version })
          : same.get({ shop, number, hash, version });
      return found as number | undefined;
    },
    /** Of the rows it was read from nothing is kept: they said who bought. */
    rehash(version: number, hash: string): void {
      write.run(hash, version);
      unhash.run(version);
    },
    /** What showed the one shows the other. */
    merge(from: number, to: number): void {
      see.run({ from, to });
      unsee.run(from);
      removeLines.run(from);
      remove.run(from);
      standOn.run({ from, to });
      linesOf.run({ from, to });
    },
  };
}

export interface LineText {
  readonly version: number;
  readonly position: number;
  readonly title: string;
  readonly variant: string | null;
}

/** What the noted versions say of their lines and coupons. */
export function wordQueries({ db }: Archive) {
  const title = db.prepare('UPDATE version_lines SET title = ? WHERE version_id = ? AND position = ?');
  const variant = db.prepare('UPDATE version_lines SET variant = NULL WHERE version_id = ? AND position = ?');
  const coupon = db.prepare('UPDATE order_versions SET coupon = NULL WHERE version_id = ?');
  return {
    lines: () =>
      db
        .prepare(
          'SELECT version_id AS version, position, title, variant FROM subject_versions JOIN version_lines USING (version_id) ORDER BY 1, 2',
        )
        .all() as LineText[],
    coupons: () =>
      db
        .prepare(
          'SELECT version_id AS version, coupon FROM subject_versions JOIN order_versions USING (version_id) WHERE coupon IS NOT NULL ORDER BY 1',
        )
        .all() as { readonly version: number; readonly coupon: string }[],
    cutTitle: (line: LineText) => title.run(CUT, line.version, line.position),
    cutVariant: (line: LineText) => variant.run(line.version, line.position),
    cutCoupon: (version: number) => coupon.run(version),
  };
}
