/** SQL of the shops a customer bought in, and what these let be written to them. */
import type { Archive } from '../store/open.ts';
import type { ConsentPolicy } from './gate.ts';
import type { Among } from './queries.ts';

export interface ShopsOf {
  /** The strictest of them; that of shops in general of somebody who has not bought yet. */
  readonly consent: ConsentPolicy;
  /** Names of all of them where each allows messages about orders alone; leave to write by any of them is enough. */
  readonly serviceOnly: readonly string[];
  readonly countries: readonly string[];
}

interface Shop {
  readonly shop_id: number;
  readonly name: string;
  readonly country: string | null;
  readonly consent_policy: ConsentPolicy;
  readonly contact_policy: string;
}

const RULES = ['country', 'consent_policy', 'contact_policy'] as const;

/** Nearly everybody buys in one shop: only of the others are all looked up, when they are asked for; of none where all shops let the same be written. */
export function shopsByCustomer({ db }: Archive, among?: Among): (customer: number) => ShopsOf {
  const shops = new Map((db.prepare('SELECT * FROM shops').all() as Shop[]).map((shop) => [shop.shop_id, shop]));
  const [one, ...more] = [...shops.values()];
  const isAlike = one !== undefined && more.every((shop) => RULES.every((rule) => shop[rule] === one[rule]));
  // Marketplaces are named by their shops, and of who has not bought yet the strictest holds anyhow.
  if (isAlike && one.contact_policy !== 'service-only' && one.consent_policy === 'granted') {
    const alike = together([one]);
    return () => alike;
  }
  const ends = db
    .prepare(`SELECT customer_id, min(shop_id), max(shop_id) FROM orders WHERE customer_id IS NOT NULL
              ${among ? 'AND customer_id IN (SELECT value FROM json_each(?))' : ''} GROUP BY customer_id`)
    .raw()
    .all(...(among ? [JSON.stringify(among)] : [])) as [number, number, number][];
  const span = new Map(ends.map(([customer, first, last]) => [customer, [first, last] as const]));
  const every = db.prepare('SELECT DISTINCT shop_id FROM orders WHERE customer_id = ? ORDER BY 1').pluck();
  const known = new Map<string, ShopsOf>();
  const none = together([]);
  return (customer) => {
    const [first, last] = span.get(customer) ?? [];
    if (first === undefined) return none;
    const ids = first === last ? [first] : (every.all(customer) as number[]);
    const key = ids.join(' ');
    let found = known.get(key);
    if (!found) known.set(key, (found = together(ids.flatMap((id) => shops.get(id) ?? []))));
    return found;
  };
}

function together(shops: readonly Shop[]): ShopsOf {
  const strict = shops.length === 0 || shops.some((shop) => shop.consent_policy === 'granted');
  const closed = shops.every((shop) => shop.contact_policy === 'service-only');
  return {
    consent: strict ? 'granted' : 'not-refused',
    serviceOnly: closed ? shops.map(({ name }) => name).toSorted() : [],
    countries: [...new Set(shops.flatMap(({ country }) => country ?? []))].toSorted(),
  };
}
