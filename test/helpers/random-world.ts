/** A small world by chance, the same for the same seed: people with orders, lines, tags, notes, contacts, profiles and edits, many things missing. */
import { type OrderSpec, type PersonSpec, type World, world } from './world.ts';

/** A small generator with a seed (mulberry32), so that a failing world can be made again. */
export function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const STATES = ['paid', 'shipped', 'completed', 'cancelled', 'refunded', 'unknown'];
const TITLES = ['龙井茶 250g', '碧螺春', '面膜 补水', 'VIP Box', 'Ann’s Soap'];
const dayOf = (days: number) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10);

export async function randomWorld(seed: number, people: number): Promise<World> {
  const random = mulberry(seed);
  const chance = (share: number) => random() < share;
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;

  const order = (): OrderSpec => {
    const state = pick(STATES);
    const counting = !['cancelled', 'refunded', 'unknown'].includes(state);
    const total = below(60) * 1000;
    const refunded = chance(0.2) ? Math.floor(total / 2) : 0;
    const lines = Array.from({ length: 1 + below(3) }, () => ({
      ...(chance(0.6) ? { sku: pick(['LJ-250', 'BLC', 'MASK']) } : {}),
      title: pick(TITLES),
      quantity: 1 + below(3),
      ...(chance(0.7) ? { price: below(200) * 100 } : {}),
    }));
    return {
      day: dayOf(below(560)),
      total,
      refunded,
      state,
      counting,
      lines,
      shop: chance(0.7) ? 1 : 2,
      currency: chance(0.9) ? 'CNY' : 'USD',
      ...(chance(0.3) ? { coupon: pick(['SAVE', 'vip']) } : {}),
      ...(chance(0.3) ? { discount: below(20) * 100 } : {}),
      ...(chance(0.2) ? { marketing: chance(0.5) } : {}),
    };
  };
  const person = (_: unknown, index: number): PersonSpec => ({
    name: pick(['王小茶', 'Ann', 'VIP', '李远', 'ann']),
    ...(chance(0.5) ? { account: `acc${index}` } : {}),
    ...(chance(0.5) ? { email: `a${index}@${pick(['example.com', 'qq.com'])}` } : {}),
    ...(chance(0.5) ? { phone: `+86139000000${index + 10}` } : {}),
    ...(chance(0.6) ? { city: pick(['杭州市', 'Leeds', 'New York']) } : {}),
    orders: Array.from({ length: chance(0.15) ? 0 : below(7) }, order),
  });
  const made = await world(Array.from({ length: people }, person));
  const { db } = made.archive;
  const at = (days: number) => Date.parse(`${dayOf(days)}T03:00:00Z`) / 1000;
  const some = (share: number, add: (record: number) => void) => {
    for (const record of made.customers) while (chance(share)) add(record);
  };
  const tag = db.prepare(
    'INSERT INTO tag_facts (tag, record_id, origin, reason, added_at, expires_day, removed_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  some(0.5, (record) => {
    const day = below(560);
    tag.run(
      pick(['vip', 'VIP', '绿茶', 'care:gold']),
      record,
      pick(['hand', 'segment:vip']),
      chance(0.5) ? 'because' : null,
      at(day),
      chance(0.3) ? dayOf(day + below(200)) : null,
      chance(0.2) ? at(day + below(200)) : null,
    );
  });
  const note = db.prepare('INSERT INTO notes (record_id, kind, text, score, day, noted_at) VALUES (?, ?, ?, ?, ?, ?)');
  some(0.3, (record) => {
    const day = below(560);
    const kind = pick(['note', 'complaint', 'praise', 'satisfaction']);
    note.run(
      record,
      kind,
      pick(['朋友介绍', 'likes 绿茶', 'VIP']),
      kind === 'satisfaction' ? below(11) : null,
      dayOf(day),
      at(day),
    );
  });
  const touch = db.prepare(
    'INSERT INTO touches (record_id, touched_at, day, channel, kind, play) VALUES (?, ?, ?, ?, ?, ?)',
  );
  some(0.4, (record) => {
    const day = below(560);
    touch.run(
      record,
      at(day),
      dayOf(day),
      pick(['sms', 'email', 'phone']),
      pick(['service', 'care', 'promotion']),
      chance(0.5) ? 'thanks' : null,
    );
  });
  const consent = db.prepare(
    "INSERT INTO consents (record_id, channel, status, source, stated_at) VALUES (?, ?, ?, 'hand', ?)",
  );
  some(0.3, (record) =>
    consent.run(record, pick(['sms', 'email', 'phone']), pick(['granted', 'refused', 'unknown']), at(below(560))),
  );
  const edit = db.prepare('INSERT INTO edits (record_id, field, value, edited_at) VALUES (?, ?, ?, ?)');
  const EDITS: readonly (readonly [string, readonly (string | null)[]])[] = [
    ['birthday', ['1990-02-29', '0000-06-30', '0000-12-31', null]],
    ['gender', ['female', 'male', null]],
    ['language', ['zh', 'en']],
    ['channel', ['sms', 'wechat', null]],
    ['own:喜好', ['绿茶', 'VIP', null]],
  ];
  some(0.4, (record) => {
    const [field, values] = pick(EDITS);
    edit.run(record, field, pick(values), at(below(560)));
  });
  db.prepare(
    "INSERT INTO imports (import_id, file_name, file_hash, reader_version, settings, platform, layout, imported_at, summary) VALUES (1, 'c.csv', 'h', 1, '{}', 'generic', 'customers', ?, '{}')",
  ).run(at(100));
  const profile = db.prepare(
    "INSERT INTO profiles (import_id, record_id, line, birthday, gender, tags, since, own) VALUES (1, ?, ?, ?, ?, '[]', ?, ?)",
  );
  let line = 1;
  some(0.3, (record) =>
    profile.run(
      record,
      ++line,
      chance(0.5) ? pick(['1988-06-30', '0000-01-01']) : null,
      chance(0.5) ? pick(['女', 'M', '？']) : null,
      chance(0.5) ? dayOf(below(560)) : null,
      JSON.stringify(chance(0.5) ? { 喜好: pick(['绿茶', '红茶']) } : {}),
    ),
  );
  db.prepare(
    "INSERT INTO products (shop, key, sku, category, days_of_supply, said_at) VALUES ('', 'LJ-250', 'LJ-250', 'VIP', 30, 0), ('山月茶铺', 'MASK', 'MASK', '面膜', NULL, 0)",
  ).run();
  return made;
}
