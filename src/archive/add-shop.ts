/** A shop set up by hand, before its first file or after. */
import { platformNamed } from '../platforms/index.ts';
import type { Archive } from '../store/open.ts';
import { firstShopWriters } from './first-shop.ts';
import { type ContactPolicy, findShop, moveTimes, type ShopRow } from './shop-edits.ts';

/** What is undefined was not told: the platform's, or the usual. */
export interface NewShop {
  readonly name: string;
  readonly platform: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly country: string | undefined;
  readonly consentPolicy: 'granted' | 'not-refused' | undefined;
  readonly contactPolicy: ContactPolicy | undefined;
  readonly cashOnDelivery: boolean | undefined;
}

export type Added =
  | { readonly outcome: 'added' | 'same' }
  /** It is set up already, and otherwise than was told. */
  | { readonly outcome: 'differs'; readonly setting: Setting; readonly known: string; readonly told: string };

export type Setting = Exclude<keyof ShopRow, 'shop_id' | 'name' | 'by_hand' | 'orders'>;

/** The archive's first shop decides its reporting currency and its time zone, as in an ingest. */
export function addShop(archive: Archive, shop: NewShop): Added {
  return archive.write(() => {
    const platform = platformNamed(shop.platform);
    const told = {
      platform: shop.platform,
      time_zone: shop.timeZone,
      currency: shop.currency,
      country: shop.country,
      consent_policy: shop.consentPolicy,
      contact_policy: shop.contactPolicy,
      cash_on_delivery: shop.cashOnDelivery === undefined ? undefined : Number(shop.cashOnDelivery),
    } satisfies Record<Setting, unknown>;
    const known = findShop(archive, shop.name);
    if (known && (known.by_hand === 1 || known.orders > 0)) {
      for (const setting of Object.keys(told) as Setting[])
        if (told[setting] !== undefined && told[setting] !== known[setting])
          return { outcome: 'differs', setting, known: String(known[setting] ?? ''), told: String(told[setting]) };
      return { outcome: 'same' };
    }
    put(archive, known, {
      ...told,
      name: shop.name,
      country: told.country ?? platform?.country ?? null,
      consent_policy: told.consent_policy ?? 'granted',
      contact_policy: told.contact_policy ?? platform?.contactPolicy ?? 'any',
      cash_on_delivery: told.cash_on_delivery ?? 0,
    });
    return { outcome: 'added' };
  });
}

type NewRow = Omit<ShopRow, 'shop_id' | 'by_hand' | 'orders'>;

/** `former` has lost all its orders; what they said is kept, and so is its number. */
function put(archive: Archive, former: ShopRow | undefined, row: NewRow): void {
  const { db } = archive;
  const first = firstShopWriters(archive);
  first.decide({ currency: row.currency, timeZone: row.time_zone });
  first.suppressionKey();
  db.prepare(`
    INSERT INTO shops (name, platform, time_zone, currency, country, consent_policy, contact_policy, cash_on_delivery, by_hand)
    VALUES (:name, :platform, :time_zone, :currency, :country, :consent_policy, :contact_policy, :cash_on_delivery, 1)
    ON CONFLICT (name) DO UPDATE SET platform = excluded.platform, time_zone = excluded.time_zone, currency = excluded.currency,
      country = excluded.country, consent_policy = excluded.consent_policy, contact_policy = excluded.contact_policy,
      cash_on_delivery = excluded.cash_on_delivery, by_hand = 1`).run({ ...row });
  if (former && former.time_zone !== row.time_zone) moveTimes(archive, former.shop_id, row.time_zone);
}
