/**
 * Writes what an export said as facts and refreshes what follows, in one transaction. A
 * file that fails any check here leaves nothing behind.
 */
import { Refresh } from '../../archive/refresh.ts';
import { saidMeanings, vocabularyOf } from '../../archive/vocabulary.ts';
import { partsIn } from '../../archive/order-parts.ts';
import type { Words } from '../../archive/status-words.ts';
import type { OrderKey, Version } from '../../archive/standing-queries.ts';
import type { Archive } from '../../store/open.ts';
import { formatMoney } from '../../values/money.ts';
import { NumberSet } from '../../values/number-set.ts';
import { ownText } from '../../values/own-text.ts';
import { belongings } from './belonging.ts';
import { keepOut } from './keep-out.ts';
import { sharedHints } from './shared-hints.ts';
import { exportTime } from './export-time.ts';
import { factWriters, type ImportFacts, type KnownOrder, type StandingOrder } from './fact-queries.ts';
import { accountScopeOf } from '../orders/account-scope.ts';
import { contentHash } from '../orders/fingerprint.ts';
import { ImportTotals } from './import-totals.ts';
import { Unforeseen } from '../orders/unforeseen.ts';
import type { PreparedOrder } from '../orders/prepared-order.ts';
import { anyUndone, contactTroubles, customersSeen, lastCustomer, standingAs } from './queries.ts';
import type { ExportRead, OrderInBrief } from '../orders/export-read.ts';
import { READER_VERSION } from '../reader-version.ts';
import { FileRefused, type Refusal } from '../refusal.ts';
import { FirstRefusals, RefusedOrders } from './refused-orders.ts';
import { assertSameOrder } from './same-order.ts';
import { SaidBook } from '../orders/said-words.ts';
import type { SettledShop } from '../orders/shop.ts';
import type { ImportSummary } from './summary.ts';
import { WordCount } from './word-count.ts';

export interface ControlTotals {
  readonly orders?: number | undefined;
  /** Decimal text as the shop's own screen shows it. */
  readonly total?: { readonly minor: number; readonly currency: string } | undefined;
}

export interface Stored {
  readonly summary: ImportSummary;
  /** How many there are, and the first of them; all are kept with the import. */
  readonly refusals: { readonly count: number; readonly first: readonly Refusal[] };
}

/** Runs in the caller's transaction. */
export async function storeExport(
  archive: Archive,
  read: ExportRead,
  file: ImportFacts,
  control: ControlTotals,
): Promise<Stored> {
  const write = factWriters(archive);
  const platform = read.platform.name;
  const importId = write.import(file, platform, read.layout.name, exportTime(read.platform, file.name), READER_VERSION);
  const existing = lastCustomer(archive);
  const shopOf = shopBook(write, read);
  const refreshing = new Refresh(archive);
  const keptOut = keepOut(archive, {
    platforms: [platform, ...[...read.shops.values()].map(({ settings }) => settings.platform)],
    accountScopes: [...read.shops.keys()].map((name) => accountScopeOf(read.platform, name)),
    countries: [...read.shops.values()].map(({ settings }) => settings.country),
  });
  const fileBelonging = belongings(write, refreshing);
  const alteredBelonging = belongings(alteredRecords(write), refreshing);
  const standsAs = standingAs(archive);
  const totals = new ImportTotals();
  const contested: (OrderKey & { readonly version: number; readonly wasOf: number | null })[] = [];
  /** Orders of which the file brought items, and nothing stands yet. */
  const waiting: OrderKey[] = [];
  /** Customers of a new number who are known: an order of theirs stood before, with other contact details. */
  const renumbered = new NumberSet();
  const words = new WordCount(vocabularyOf(saidMeanings(archive))(platform));
  const refusals = new FirstRefusals();
  const refusedOrders = new RefusedOrders();
  const wordsOf = wordsReader();
  /** Orders on their way here that do not stand. */
  const absent = new Set<string>();
  const undone = anyUndone(archive);
  let lines = 0;
  let unchanged = 0;
  const noteUnchanged = (standing: KnownOrder | StandingOrder, line: number, rowsHash: string | null) => {
    write.sighting(importId, standing.version_id, line, rowsHash);
    totals.add(standing);
    unchanged++;
  };
  const offer = ({ line, shopName, orderNumber, rowsHash }: OrderInBrief, answer: (stands: boolean) => void) => {
    const shop = write.knownShop(shopName);
    const standing = shop === undefined ? undefined : write.standingFrom(shop, orderNumber, rowsHash);
    if (standing) {
      shopOf(shopName);
      noteUnchanged(standing, line, rowsHash);
      lines += standing.lines;
      words.add(wordsOf(standing.words));
    } else if (shop !== undefined && !undone && !write.stands(shop, orderNumber))
      absent.add(keyText(shop, orderNumber));
    answer(standing !== undefined);
  };
  const store = (given: PreparedOrder) => {
    const { order: prepared, altered } = keptOut?.order(given) ?? { order: given, altered: false };
    const belongingOf = altered ? alteredBelonging : fileBelonging;
    const { facts: order, buyer } = prepared;
    const hash = contentHash(order, platform, prepared.fingerprint);
    if (order.part === 'items') {
      storeItems(prepared, hash, belongingOf);
      return;
    }
    const shop = shopOf(order.shopName);
    // Asked before; with no import undone it has no version either.
    const isNew = shop.empty || absent.delete(keyText(shop.id, order.orderNumber));
    const standing = isNew ? undefined : write.standing(shop.id, order.orderNumber);
    // Another process has stored orders since the archive was looked at.
    if (standing && !buyer) throw new Unforeseen();
    if (standing?.part === 'order' && order.part === 'order' && buyer) assertSameOrder(standing, order, buyer);
    lines += order.lines.length;
    countWords(order);
    if (standing?.content_hash === hash) {
      const { version_record: record, record_id, customer_id: customer } = standing;
      belongingOf(prepared, record === record_id ? { record, customer } : undefined);
      noteUnchanged(standing, order.line, prepared.rowsHash);
      return;
    }
    const { record, customer } = belongingOf(prepared);
    const known = isNew ? undefined : write.knownVersion(shop.id, platform, order.orderNumber, hash);
    const version = known ?? write.version(shop.id, order, platform, hash, record);
    write.sighting(importId, version, order.line, prepared.rowsHash);
    const key = { shop: shop.id, number: order.orderNumber };
    if (
      standing ||
      known !== undefined ||
      refreshing.isPinned(key) ||
      write.hasParts(shop.id, shop.shown.platform, order.orderNumber)
    ) {
      contested.push({
        shop: shop.id,
        number: ownText(order.orderNumber),
        version,
        wasOf: standing?.customer_id ?? null,
      });
      return;
    }
    // An order that does not stand is seen by no other import: this version is the only one.
    const { net, refunded } = refreshing.order(key, onlyVersion(order, version, record, platform), customer);
    const { currency, total } = order;
    totals.add({ record_id: record, customer_id: customer, currency, total, refunded, net });
  };
  const countWords = ({ words: own, partsText }: PreparedOrder['facts']) => {
    words.add(own);
    if (partsText === null) return;
    const said = new Map(partsIn(partsText).map((part) => [JSON.stringify(part.words), part.words]));
    for (const item of said.values()) words.add(item);
  };
  const storeItems = (prepared: PreparedOrder, hash: string, belongingOf: typeof fileBelonging) => {
    const { facts: order } = prepared;
    const { orderNumber } = order;
    // No file says whose they are: they are found by the platform's number.
    const shop = order.shopName === '' ? null : shopOf(order.shopName).id;
    // Also where the version is known: the next order may be on the record that came with this one.
    const { record } = belongingOf(prepared);
    const known = write.knownVersion(shop, platform, orderNumber, hash);
    const version = known ?? write.version(shop, order, platform, hash, record);
    write.sighting(importId, version, order.line, prepared.rowsHash);
    lines += order.lines.length;
    const shops = shop === null ? write.shopsWith(platform, orderNumber) : [shop];
    const number = ownText(orderNumber);
    for (const one of shops) contested.push({ shop: one, number, version, wasOf: null });
    if (shops.length === 0) waiting.push({ shop: 0, number });
    refreshing.waits(record);
  };
  const built = await read.build({
    order: store,
    offer,
    refusal(whole) {
      const refusal = keptOut?.refusal(whole) ?? whole;
      write.refusal(importId, refusal);
      refusedOrders.add(refusal);
      refusals.add(refusal);
    },
  });
  write.flush();
  const refreshed = refreshing.finish(contested);
  for (const { version, wasOf } of contested) {
    const order = standsAs(version);
    if (!order) continue;
    totals.add(order);
    if (wasOf !== null && order.customer_id !== null && order.customer_id > existing) renumbered.add(order.customer_id);
  }
  const seen = customersSeen(archive, existing, totals.records);
  const customers = { new: seen.new - renumbered.size, matched: seen.matched + renumbered.size };
  const summary: ImportSummary = {
    import: importId,
    file: file.name,
    platform,
    layout: read.layout.name,
    part: read.layout.part ?? 'order',
    encoding: read.encoding?.encoding ?? null,
    header: read.header,
    decided: read.decided,
    shops: shopOf.used(),
    named: [...read.shops.keys()].filter((name) => name !== ''),
    rows: built.rows,
    orders: {
      new: refreshed.added,
      changed: refreshed.changed,
      unchanged: unchanged + refreshed.unchanged,
      refused: refusedOrders.count,
    },
    lines,
    waiting:
      waiting.length +
      contested.filter(({ shop, number }) => read.layout.part === 'items' && !write.stands(shop, number)).length,
    total: totals.by('total'),
    net: totals.by('net'),
    refunded: totals.by('refunded'),
    customers: { ...customers, anonymousOrders: totals.anonymousOrders },
    contacts: sumOf(refreshing.troubles, contactTroubles(archive, existing === 0 ? 0 : refreshing.known)),
    unknownWords: words.of('unknown'),
    assumedWords: words.of('assumed'),
    shared: sharedHints(refreshed.severalUsers),
    forgotten: keptOut?.count ?? 0,
    regressions: refreshed.regressions.map((key) => key.number),
    decidedByArrival: refreshed.decidedByArrival.map((key) => key.number),
    notes: built.notes,
  };
  assertControl(control, built.orders, summary);
  write.summary(importId, JSON.stringify(summary));
  return { summary, refusals: { count: refusals.count, first: refusals.inOrder() } };
}

function sumOf(...counts: readonly Iterable<readonly [string, number]>[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const entries of counts) for (const [name, count] of entries) sums.set(name, (sums.get(name) ?? 0) + count);
  return Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const keyText = (shop: number, number: string): string => `${shop} ${number}`;

type Writers = ReturnType<typeof factWriters>;

function onlyVersion(order: PreparedOrder['facts'], version: number, record: number, platform: string): Version {
  const { placedAt, currency, total, paid, refunded, words, part, partsText, units } = order;
  const parts = partsText === null ? undefined : partsIn(partsText);
  return { version, record, platform, placedAt, currency, total, paid, refunded, words, parts, part, units };
}

/** JSON as it is kept; few combinations of words come over and over. */
function wordsReader(): (text: string) => Words {
  const book = new SaidBook();
  return (text) => book.get(text, () => JSON.parse(text) as Words).words;
}

/** Records that are others than the file says may be the file's own as well: each is written before it is looked for. */
function alteredRecords(write: Writers): Pick<Writers, 'knownRecord' | 'record'> {
  return {
    knownRecord(fingerprint) {
      write.flush();
      return write.knownRecord(fingerprint);
    },
    record(fingerprint, facts) {
      const record = write.record(fingerprint, facts);
      write.flush();
      return record;
    },
  };
}

/** Shops by name, each added when its first order comes. */
function shopBook(write: Writers, read: ExportRead) {
  const used = new Map<string, ReturnType<typeof add>>();
  const add = (name: string) => {
    const { settings, ...how } = read.shops.get(name) as SettledShop;
    // The first shop decides what "today" and the reporting currency are, until the seller says otherwise.
    if (used.size === 0) write.first.decide(settings);
    write.first.suppressionKey();
    return { ...write.shop(settings), shown: { ...settings, ...how } };
  };
  const shopOf = (name: string) => {
    let shop = used.get(name);
    if (!shop) used.set(name, (shop = add(name)));
    return shop;
  };
  return Object.assign(shopOf, { used: () => [...used.values()].map(({ shown }) => shown) });
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
