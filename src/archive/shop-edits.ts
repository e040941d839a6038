/** Changes to a shop, and what follows from them for its orders. */
import { forgetPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';
import { toInstant } from '../values/zones.ts';
import { type Refreshed, refresh } from './refresh.ts';
import type { OrderKey } from './standing-queries.ts';

/** Whether the shop's platform lets the seller write to buyers about more than their orders. */
export type ContactPolicy = 'any' | 'service-only';

export interface ShopEdit {
  readonly consentPolicy?: 'granted' | 'not-refused' | undefined;
  readonly contactPolicy?: ContactPolicy | undefined;
  readonly cashOnDelivery?: boolean | undefined;
  readonly timeZone?: string | undefined;
  readonly country?: string | undefined;
  /** Only while no order of the shop stands. */
  readonly currency?: string | undefined;
}

export interface ShopRow {
  readonly shop_id: number;
  readonly name: string;
  readonly platform: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly country: string | null;
  readonly consent_policy: 'granted' | 'not-refused';
  readonly contact_policy: ContactPolicy;
  readonly cash_on_delivery: number;
  readonly by_hand: number;
  readonly orders: number;
}

/** Those of which orders stand, and those set up by hand. */
export function listShops(archive: Archive): ShopRow[] {
  return archive.db
    .prepare(
      'SELECT s.*, count(o.order_id) AS orders FROM shops s LEFT JOIN orders o USING (shop_id) GROUP BY shop_id HAVING by_hand OR count(o.order_id) > 0 ORDER BY shop_id',
    )
    .all() as ShopRow[];
}

/** Also one of which no order stands: it may come back, and what its orders said is kept. */
export function findShop(archive: Archive, name: string): ShopRow | undefined {
  return archive.db
    .prepare(
      'SELECT s.*, (SELECT count(*) FROM orders o WHERE o.shop_id = s.shop_id) AS orders FROM shops s WHERE name = ?',
    )
    .get(name) as ShopRow | undefined;
}

/** A new zone moves the instants of times written without an offset; the cash rule changes what counts. */
export function editShop(archive: Archive, shop: ShopRow, edit: ShopEdit): Refreshed {
  return archive.write(() => {
    const { db } = archive;
    db.prepare(
      'UPDATE shops SET consent_policy = ?, contact_policy = ?, cash_on_delivery = ?, time_zone = ?, country = ?, currency = ? WHERE shop_id = ?',
    ).run(
      edit.consentPolicy ?? shop.consent_policy,
      edit.contactPolicy ?? shop.contact_policy,
      edit.cashOnDelivery === undefined ? shop.cash_on_delivery : Number(edit.cashOnDelivery),
      edit.timeZone ?? shop.time_zone,
      edit.country ?? shop.country,
      edit.currency ?? shop.currency,
      shop.shop_id,
    );
    const { timeZone, currency } = edit;
    if (timeZone !== undefined && timeZone !== shop.time_zone) moveTimes(archive, shop.shop_id, timeZone);
    followFirst(archive, shop, { time_zone: timeZone, reporting_currency: currency });
    const orders = db
      .prepare('SELECT shop_id AS shop, order_number AS number FROM orders WHERE shop_id = ?')
      .all(shop.shop_id) as OrderKey[];
    const settled = edit.cashOnDelivery === undefined && timeZone === undefined;
    return refresh(archive, settled ? [] : orders);
  });
}

/** The first shop decides the archive's settings, until they are set to something else. */
function followFirst(
  archive: Archive,
  shop: ShopRow,
  edited: Readonly<Record<'time_zone' | 'reporting_currency', string | undefined>>,
): void {
  if (listShops(archive)[0]?.shop_id !== shop.shop_id) return;
  const set = archive.db.prepare('UPDATE settings SET value = ? WHERE key = ? AND value = ?');
  if (edited.time_zone !== undefined) set.run(edited.time_zone, 'time_zone', shop.time_zone);
  if (edited.reporting_currency === undefined) return;
  set.run(edited.reporting_currency, 'reporting_currency', shop.currency);
  forgetPopulation(archive);
}

/** Of every order that was ever shown of the shop. */
export function moveTimes(archive: Archive, shop: number, timeZone: string): void {
  const { db } = archive;
  const move = db.prepare('UPDATE order_versions SET placed_at = ? WHERE version_id = ?');
  const floating = db
    .prepare('SELECT version_id, placed_wall AS wall FROM order_versions WHERE shop_id = ? AND placed_offset IS NULL')
    .all(shop);
  for (const { version_id, wall } of floating as { version_id: number; wall: string }[]) {
    move.run(toInstant({ wall, offset: null, dateOnly: false }, timeZone).at, version_id);
  }
}
