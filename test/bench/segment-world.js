/**
 * An archive of 200,000 customers and 1,000,000 orders for the questions of segments, written straight
 * into the tables, always the same: two shops, some products bought again and again, a sale in the last weeks that
 * most come to, tags, notes, contacts, consents and birthdays, refunds and coupons, and things missing.
 */
import { openArchive } from '../../dist/store/open.js';

export const AS_OF = '2026-06-30';
const CUSTOMERS = 200_000;
const ORDERS = 1_000_000;
/** Of the sale, each another customer's. */
const SALE_ORDERS = 140_000;
const SALE_DAYS = 13;
const FIRST_DAY = Date.UTC(2023, 6, 1);
const DAYS = 1095;
const TITLES = [
  '龙井茶 250g',
  '碧螺春 100g',
  '面膜 补水 10片',
  '面膜 保湿 5片',
  'Soap',
  'Candle',
  'Scarf',
  'Tin',
  'Cup',
  'Pot',
];
const PLACES = [
  ['CN', '浙江省', '杭州市'],
  ['CN', '上海市', '上海市'],
  ['CN', '广东省', '深圳市'],
  ['CN', '四川省', '成都市'],
  ['US', 'NY', 'New York'],
];

/** mulberry32 */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const dayOf = (days) => new Date(FIRST_DAY + days * 86_400_000).toISOString().slice(0, 10);
const DAY_TEXTS = Array.from({ length: DAYS + 120 }, (_, days) => dayOf(days));
const secondsOf = (days) => FIRST_DAY / 1000 + days * 86_400 + 14_400;

export async function makeSegmentWorld(path) {
  const { archive } = await openArchive(path, { mode: 'create', wait: 5 });
  const { db } = archive;
  const random = generator(1);
  const below = (n) => Math.floor(random() * n);
  const chance = (share) => random() < share;
  const insert = (table, columns) =>
    db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  db.pragma('foreign_keys = OFF');
  db.transaction(() => {
    db.exec(`
      INSERT INTO settings VALUES ('reporting_currency', 'CNY'), ('time_zone', 'Asia/Shanghai'), ('suppression_key', '${'0'.repeat(64)}');
      INSERT INTO shops (shop_id, name, platform, time_zone, currency, country) VALUES
        (1, '山月茶铺', 'taobao', 'Asia/Shanghai', 'CNY', 'CN'), (2, 'Hill', 'shopify', 'Asia/Shanghai', 'CNY', 'CN');
      INSERT INTO products (shop, key, sku, days_of_supply, said_at) VALUES ('', 'SKU-0', 'SKU-0', 40, 0), ('', 'SKU-1', 'SKU-1', 60, 0);
      INSERT INTO imports (import_id, file_name, file_hash, reader_version, settings, platform, layout, imported_at, summary)
        VALUES (1, 'customers.csv', 'h', 1, '{}', 'generic', 'customers', ${secondsOf(0)}, '{}');`);
    const bought = orders(insert, below, chance, random);
    people(insert, bought, below, chance);
  }).immediate();
  db.pragma('wal_checkpoint(TRUNCATE)');
  archive.close();
}

/** Whoever has bought nothing is known by a file of customers. */
function people(insert, bought, below, chance) {
  const record = insert('records', [
    'record_id',
    'fingerprint',
    'account_scope',
    'account',
    'name',
    'country',
    'province',
    'city',
  ]);
  const belongs = insert('record_customers', ['record_id', 'customer_id']);
  const customer = insert('customers', [
    'customer_id',
    'name',
    'account',
    'email',
    'phone',
    'phone_type',
    'country',
    'province',
    'city',
  ]);
  const identifier = insert('identifiers', ['record_id', 'kind', 'scope', 'value', 'role', 'state', 'line_type']);
  const tag = insert('tag_facts', ['tag', 'record_id', 'origin', 'added_at', 'expires_day']);
  const note = insert('notes', ['record_id', 'kind', 'text', 'day', 'noted_at']);
  const touch = insert('touches', ['record_id', 'touched_at', 'day', 'channel', 'kind', 'play']);
  const consent = insert('consents', ['record_id', 'channel', 'status', 'source', 'stated_at']);
  const profile = insert('profiles', ['import_id', 'record_id', 'line', 'birthday', 'tags']);
  for (let id = 1; id <= CUSTOMERS; id++) {
    const [country, province, city] = PLACES[below(PLACES.length)];
    const name = `买家${id}`;
    const account = chance(0.6) ? `acc${id}` : null;
    const email = chance(0.5) ? `b${id}@example.com` : null;
    const phone = chance(0.7) ? `+86139${String(id).padStart(8, '0')}` : null;
    record.run(id, `f${id}`, 'taobao', account, name, country, province, city);
    belongs.run(id, id);
    const type = phone && (chance(0.9) ? 'mobile' : 'landline');
    customer.run(id, name, account, email, phone, type, country, province, city);
    if (email) identifier.run(id, 'email', '', email, 'buyer', 'usable', null);
    if (phone) identifier.run(id, 'phone', '', phone, 'buyer', 'usable', type);
    if (chance(0.1))
      tag.run('vip', id, 'hand', secondsOf(below(DAYS)), chance(0.3) ? DAY_TEXTS[DAYS - 60 + below(120)] : null);
    if (chance(0.05)) tag.run('complaint', id, 'hand', secondsOf(below(DAYS)), null);
    if (chance(0.05)) {
      const day = below(DAYS);
      note.run(id, 'note', chance(0.3) ? '朋友介绍来的' : '喜欢绿茶', DAY_TEXTS[day], secondsOf(day));
    }
    while (chance(0.3)) {
      const day = below(DAYS);
      touch.run(id, secondsOf(day), DAY_TEXTS[day], chance(0.5) ? 'email' : 'sms', 'promotion', null);
    }
    if (chance(0.4))
      consent.run(
        id,
        chance(0.5) ? 'email' : 'sms',
        chance(0.8) ? 'granted' : 'refused',
        'hand',
        secondsOf(below(DAYS)),
      );
    if (chance(0.2) || !bought.has(id))
      profile.run(1, id, id, `${chance(0.3) ? '0000' : '1990'}-${DAY_TEXTS[below(365)].slice(5)}`, '[]');
  }
}

/** Gives the customers who have any. */
function orders(insert, below, chance, random) {
  const bought = new Set();
  const version = insert('order_versions', [
    'version_id',
    'shop_id',
    'order_number',
    'content_hash',
    'record_id',
    'platform',
    'placed_at',
    'placed_wall',
    'currency',
    'total',
    'paid',
    'refunded',
    'discount',
    'coupon',
    'words',
    'accepts_marketing',
    'units',
  ]);
  const line = insert('version_lines', ['version_id', 'position', 'sku', 'title', 'quantity', 'unit_price']);
  const order = insert('orders', [
    'order_id',
    'shop_id',
    'order_number',
    'version_id',
    'lines_version_id',
    'record_id',
    'customer_id',
    'state',
    'counting',
    'refund_pending',
    'placed_at',
    'day',
    'currency',
    'total',
    'refunded',
    'net',
    'units',
  ]);
  for (let id = 1; id <= ORDERS; id++) {
    // Some buy much more often than others, and each in a stretch of their own.
    const inSale = id <= SALE_ORDERS;
    const customer = 1 + (inSale ? (id * 7) % CUSTOMERS : Math.floor(CUSTOMERS * random() ** 1.7));
    const start = (customer * 7919) % DAYS;
    bought.add(customer);
    const stretch = Math.min(DAYS - start, 60 + ((customer * 104_729) % 700));
    const day = inSale ? DAYS - 1 - below(SALE_DAYS) : Math.floor(start + stretch * random() ** 1.5);
    const shop = customer % 3 === 0 && chance(0.5) ? 2 : 1;
    const state = chance(0.04) ? 'cancelled' : chance(0.04) ? 'refunded' : 'completed';
    const counting = state === 'completed' ? 1 : 0;
    const lines = inSale ? 3 + below(3) : 1 + below(3);
    let total = 0;
    let units = 0;
    for (let n = 1; n <= lines; n++) {
      const product = (customer + below(4)) % TITLES.length;
      const quantity = inSale ? 2 + below(3) : 1 + below(2);
      const price = 2000 + product * 1500;
      total += price * quantity;
      units += quantity;
      line.run(id, n, chance(0.8) ? `SKU-${product}` : null, TITLES[product], quantity, price);
    }
    const refunded = state === 'refunded' ? total : chance(0.03) ? Math.floor(total / 3) : 0;
    const number = `N${id}`;
    const coupon = chance(0.2) ? 'SAVE10' : null;
    version.run(
      id,
      shop,
      number,
      `h${id}`,
      customer,
      shop === 1 ? 'taobao' : 'shopify',
      secondsOf(day),
      `${DAY_TEXTS[day]}T12:00:00`,
      'CNY',
      total,
      total,
      refunded,
      coupon ? 500 : 0,
      coupon,
      '{}',
      shop === 2 ? Number(chance(0.6)) : null,
      units,
    );
    order.run(
      id,
      shop,
      number,
      id,
      id,
      customer,
      customer,
      state,
      counting,
      0,
      secondsOf(day),
      DAY_TEXTS[day],
      'CNY',
      total,
      refunded,
      counting ? total - refunded : 0,
      units,
    );
  }
  return bought;
}
