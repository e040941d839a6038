/**
 * A small archive built straight into the tables, for tests of what follows from orders (measures,
 * segments, contacts, follow-ups). What an ingest makes of files is tested with files.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, openArchive } from '../../src/store/open.ts';
import { KEY } from './key.ts';

export interface OrderSpec {
  readonly day: string;
  readonly net?: number;
  readonly total?: number;
  readonly refunded?: number;
  readonly discount?: number;
  readonly currency?: string;
  readonly state?: string;
  readonly counting?: boolean;
  readonly coupon?: string;
  readonly shop?: number;
  readonly marketing?: boolean;
  readonly lines?: readonly {
    readonly sku?: string;
    readonly title: string;
    readonly quantity?: number;
    readonly price?: number;
  }[];
}

export interface PersonSpec {
  readonly name: string;
  readonly account?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly city?: string;
  readonly orders?: readonly OrderSpec[];
}

export interface World {
  readonly archive: Archive;
  /** The customer numbers, in the order of the people given. */
  readonly customers: readonly number[];
  close(): void;
}

export async function world(people: readonly PersonSpec[], options: { dryRun?: boolean } = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-world-'));
  const opened = await openArchive(join(folder, 'test.db'), {
    mode: 'create',
    wait: 5,
    key: KEY,
    dryRun: options.dryRun ?? false,
  });
  if ('problem' in opened) throw new Error(opened.problem);
  const { archive } = opened;
  archive.db.exec(`
    INSERT INTO settings VALUES ('reporting_currency', 'CNY'), ('time_zone', 'Asia/Shanghai'), ('suppression_key', '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff');
    INSERT INTO shops (shop_id, name, platform, time_zone, currency, country) VALUES
      (1, '山月茶铺', 'taobao', 'Asia/Shanghai', 'CNY', 'CN'), (2, 'Hill & Moon Tea', 'shopify', 'America/New_York', 'USD', 'US');`);
  const customers = people.map((person, index) => addPerson(archive, person, index + 1));
  return {
    archive,
    customers,
    close() {
      archive.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addPerson(archive: Archive, person: PersonSpec, id: number): number {
  const { db } = archive;
  db.prepare(
    'INSERT INTO records (record_id, fingerprint, account_scope, account, name, email, phone, country, city) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    id,
    `record-${id}`,
    'taobao',
    person.account ?? null,
    person.name,
    person.email ?? null,
    person.phone ?? null,
    'CN',
    person.city ?? null,
  );
  db.prepare('INSERT INTO record_customers VALUES (?, ?)').run(id, id);
  db.prepare(
    'INSERT INTO customers (customer_id, name, account, email, phone, phone_type, country, city) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    id,
    person.name,
    person.account ?? null,
    person.email ?? null,
    person.phone ?? null,
    person.phone ? 'mobile' : null,
    'CN',
    person.city ?? null,
  );
  const identifier = db.prepare("INSERT INTO identifiers VALUES (?, ?, ?, ?, 'buyer', 'usable', ?, ?)");
  if (person.account) identifier.run(id, 'account', 'taobao', person.account, null, null);
  if (person.email) identifier.run(id, 'email', '', person.email, null, null);
  if (person.phone) identifier.run(id, 'phone', '', person.phone, 'mobile', person.name);
  for (const [index, order] of (person.orders ?? []).entries()) addOrder(archive, id, order, `${id}-${index + 1}`);
  return id;
}

function addOrder(archive: Archive, person: number, order: OrderSpec, number: string): void {
  const { db } = archive;
  const total = order.total ?? (order.net ?? 10000) + (order.refunded ?? 0);
  const refunded = order.refunded ?? 0;
  const currency = order.currency ?? 'CNY';
  const shop = order.shop ?? 1;
  const counting = order.counting ?? true;
  const placedAt = Date.parse(`${order.day}T04:00:00Z`) / 1000;
  const lines = order.lines ?? [{ sku: 'LJ-250', title: '龙井茶 250g', quantity: 1, price: total }];
  const units = lines.reduce((sum, line) => sum + (line.quantity ?? 1), 0);
  const version = db
    .prepare(
      `INSERT INTO order_versions (shop_id, order_number, content_hash, record_id, platform, placed_at, placed_wall, placed_offset, currency, total, paid, refunded, discount, coupon, words, accepts_marketing, units)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      shop,
      number,
      `hash-${number}`,
      person,
      shop === 1 ? 'taobao' : 'shopify',
      placedAt,
      `${order.day}T12:00:00`,
      null,
      currency,
      total,
      total,
      refunded,
      order.discount ?? 0,
      order.coupon ?? null,
      '{}',
      order.marketing === undefined ? null : Number(order.marketing),
      units,
    ).lastInsertRowid;
  for (const [position, line] of lines.entries()) {
    db.prepare('INSERT INTO version_lines VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      version,
      position + 1,
      line.sku ?? null,
      line.title,
      null,
      line.quantity ?? 1,
      line.price ?? null,
    );
  }
  db.prepare(
    `INSERT INTO orders (shop_id, order_number, version_id, lines_version_id, record_id, customer_id, state, counting, refund_pending, placed_at, day, currency, total, refunded, net, units)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    shop,
    number,
    version,
    version,
    person,
    person,
    order.state ?? 'completed',
    Number(counting),
    placedAt,
    order.day,
    currency,
    total,
    refunded,
    counting ? (order.net ?? total - refunded) : 0,
    units,
  );
}
