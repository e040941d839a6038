/**
 * Pass two: writes what an export said as facts and refreshes what follows, in one transaction. A
 * file that fails any check here leaves nothing behind.
 */
import { randomBytes } from 'node:crypto';
import { refresh } from '../archive/refresh.ts';
import type { DirtyOrder } from '../archive/standing-orders.ts';
import type { Version } from '../archive/standing-queries.ts';
import type { Archive } from '../store/open.ts';
import { type RecordFacts, contentHash, fingerprint, recordFacts } from './fingerprint.ts';
import type { OrderFacts } from './order-facts.ts';
import type { ExportRead } from './read-export.ts';
import { FileRefused, type Refusal } from './refusal.ts';
import type { SettledShop } from './shop.ts';
import type { ImportSummary } from './summary.ts';
import { WordCount } from './word-count.ts';
import { formatMoney } from '../values/money.ts';
import { factWriters, type ImportFacts, type StandingOrder } from './fact-queries.ts';
import { contactTroubles, importTotals, noteVersions } from './queries.ts';

/** Raise when a change makes the same bytes read differently: files are then read again. */
export const READER_VERSION = 1;

export interface ControlTotals {
  readonly orders?: number | undefined;
  /** Decimal text as the shop's own screen shows it. */
  readonly total?: { readonly minor: number; readonly currency: string } | undefined;
}

export interface Stored {
  readonly summary: ImportSummary;
  readonly refusals: readonly Refusal[];
}

export function storeExport(archive: Archive, read: ExportRead, file: ImportFacts, control: ControlTotals): Stored {
  return archive.write(() => {
    const write = factWriters(archive);
    const platform = read.platform.name;
    const importId = write.import(file, platform, read.layout.name, exportedAt(file.name), READER_VERSION);
    const shopOf = shopBook(write, read);
    const recordOf = recordBook(write);
    const dirty: DirtyOrder[] = [];
    const versions = new Set<number>();
    const words = new WordCount();
    let lines = 0;
    const built = read.build((order) => {
      const shop = shopOf(order.shopName);
      const facts = recordFacts(order, shop.accountScope, shop.country);
      const { record, print } = recordOf(facts);
      const hash = contentHash(order, platform, print);
      const standing = shop.empty ? undefined : write.standing(shop.id, order.orderNumber);
      assertSameOrder(standing, order, facts);
      const known = shop.empty ? undefined : write.knownVersion(shop.id, order.orderNumber, hash);
      const version = known ?? write.version(shop.id, order, platform, hash, record);
      write.sighting(importId, version, order.line);
      versions.add(version);
      // An order that does not stand is seen by no other import: this version is the only one.
      const key = { shop: shop.id, number: order.orderNumber };
      dirty.push(standing ? key : { ...key, only: onlyVersion(order, version, record, platform) });
      lines += order.lines.length;
      words.add(order.words);
    });
    write.flush();
    for (const refusal of built.refusals) write.refusal(importId, refusal);
    noteVersions(archive, versions);
    const existing = write.lastCustomer();
    const refreshed = refresh(archive, dirty);
    const summary: ImportSummary = {
      import: importId,
      file: file.name,
      platform,
      layout: read.layout.name,
      encoding: read.encoding?.encoding ?? null,
      shops: shopOf.used(),
      rows: built.rows,
      orders: {
        new: refreshed.added,
        changed: refreshed.changed,
        unchanged: refreshed.unchanged,
        refused: refusedOrders(built.refusals),
      },
      lines,
      ...importTotals(archive, existing),
      contacts: contactTroubles(archive),
      unknownWords: words.unknown(read.platform.states),
      shared: refreshed.severalUsers.map(({ kind, value, names, accounts, shared }) => ({
        kind,
        value,
        names,
        accounts,
        joins: !shared,
      })),
      regressions: refreshed.regressions.map((key) => key.number),
      decidedByArrival: refreshed.decidedByArrival.map((key) => key.number),
      notes: built.notes,
    };
    assertControl(control, built.orders, summary);
    write.summary(importId, JSON.stringify(summary));
    return { summary, refusals: built.refusals };
  });
}

function refusedOrders(refusals: readonly Refusal[]): number {
  return new Set(refusals.map((refusal) => refusal.order ?? `line ${refusal.line}`)).size;
}

type Writers = ReturnType<typeof factWriters>;

/** The record of some contact facts with its fingerprint, each worked out once. */
function recordBook(write: Writers): (facts: RecordFacts) => { readonly record: number; readonly print: string } {
  const known = new Map<string, { record: number; print: string }>();
  return (facts) => {
    const key = facts.map((fact) => fact ?? '').join('\u0000');
    let entry = known.get(key);
    if (!entry) {
      const print = fingerprint(facts);
      known.set(key, (entry = { record: write.record(print, facts), print }));
    }
    return entry;
  };
}

function onlyVersion(order: OrderFacts, version: number, record: number, platform: string): Version {
  const { placedAt, currency, total, paid, refunded, words, units } = order;
  return { version, record, platform, placedAt, currency, total, paid, refunded, words, units };
}

/** Shops by name, each added when its first order comes. */
function shopBook(write: Writers, read: ExportRead) {
  const used = new Map<string, ReturnType<typeof add>>();
  const add = (name: string) => {
    const { settings, isNew, zoneFromFile } = read.shops.get(name) as SettledShop;
    const accountScope =
      read.platform.accountScope === 'marketplace' ? read.platform.name : `${read.platform.name}/${name}`;
    // The first shop decides what "today" and the reporting currency are, until the seller says otherwise.
    write.setting('reporting_currency', settings.currency);
    write.setting('time_zone', settings.timeZone);
    write.setting('suppression_key', randomBytes(32).toString('hex'));
    return {
      ...write.shop(settings),
      country: settings.country,
      accountScope,
      shown: { ...settings, isNew, zoneFromFile },
    };
  };
  const shopOf = (name: string) => {
    let shop = used.get(name);
    if (!shop) used.set(name, (shop = add(name)));
    return shop;
  };
  return Object.assign(shopOf, { used: () => [...used.values()].map(({ shown }) => shown) });
}

/**
 * Two shops may both have an order #1001; then the second file belongs to another shop. Another
 * platform number tells, or another time with a buyer of whom nothing is the same; by a name alone,
 * another day.
 */
function assertSameOrder(known: StandingOrder | undefined, order: OrderFacts, [, ...facts]: RecordFacts): void {
  if (!known) return;
  const [account, name, email, phone] = facts;
  const refuse = () => {
    throw new FileRefused('other_shop', { value: order.orderNumber, line: order.line, found: order.shopName });
  };
  if (known.platform_id !== null && order.platformId !== null) {
    if (known.platform_id !== order.platformId) refuse();
    return;
  }
  const compared = (pairs: readonly (readonly [string | null, string | null | undefined])[]) => {
    const both = pairs.filter(([a, b]) => a !== null && b !== null && b !== undefined);
    if (both.length === 0) return undefined;
    return both.some(([a, b]) => a?.toLowerCase() === b?.toLowerCase());
  };
  const contacts = compared([
    [known.account, account],
    [known.email, email],
    [known.phone, phone],
  ]);
  const names = compared([[known.name, name]]);
  const otherDay = known.placed_wall.slice(0, 10) !== order.placed.wall.slice(0, 10);
  if (contacts === false && names !== true && known.placed_wall !== order.placed.wall) refuse();
  if (contacts === undefined && names === false && otherDay) refuse();
}

/** Taobao puts the time of the export into the name: ExportOrderList201206241530.csv, Beijing time. */
function exportedAt(name: string): number | null {
  const stamp = /^ExportOrderList(20\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\D/.exec(name);
  if (!stamp) return null;
  const [, year, month, day, hour, minute] = stamp.map(Number) as [number, number, number, number, number, number];
  const at = Date.UTC(year, month - 1, day, hour - 8, minute) / 1000;
  return Number.isFinite(at) ? at : null;
}

function assertControl(control: ControlTotals, orders: number, summary: ImportSummary): void {
  if (control.orders !== undefined && control.orders !== orders) {
    throw new FileRefused('unexpected_orders', { expected: String(control.orders), found: String(orders) });
  }
  if (control.total !== undefined) {
    const { minor, currency } = control.total;
    const found = summary.total[currency] ?? 0;
    if (found !== minor)
      throw new FileRefused('unexpected_total', {
        expected: formatMoney(minor, currency),
        found: formatMoney(found, currency),
        value: currency,
      });
  }
}
