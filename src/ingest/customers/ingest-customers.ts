/** A file of customers into the archive, in one transaction. */
import { Refresh } from '../../archive/refresh.ts';
import type { Archive } from '../../store/open.ts';
import { platformNamed } from '../../platforms/index.ts';
import type { Layout, Platform } from '../../platforms/layout.ts';
import type { Source } from '../bytes/source.ts';
import { assertSteady } from '../bytes/steady.ts';
import { exportTime } from '../facts/export-time.ts';
import { factWriters, type ImportFacts } from '../facts/fact-queries.ts';
import { keepOut } from '../facts/keep-out.ts';
import { sharedHints } from '../facts/shared-hints.ts';
import { profileWriter } from './profile-queries.ts';
import { customersSeen, knownTo, lastCustomer } from '../facts/queries.ts';
import { FirstRefusals } from '../facts/refused-orders.ts';
import type { ImportSummary } from '../facts/summary.ts';
import type { ReadRequest } from '../orders/export-read.ts';
import { contactFacts, fingerprint, recordFacts } from '../orders/fingerprint.ts';
import { unnamedShop } from '../orders/shop.ts';
import { READER_VERSION } from '../reader-version.ts';
import type { Refusal } from '../refusal.ts';
import { openRows, type OpenRows } from '../rows/open-rows.ts';
import { workbookNotes } from '../workbooks/workbook-notes.ts';
import { accountScopeOf } from '../orders/account-scope.ts';
import { readCustomers } from './read-customers.ts';

export interface TakenCustomers {
  readonly platform: Platform;
  readonly layout: Layout;
  readonly summary: ImportSummary;
  readonly refusals: { readonly count: number; readonly first: readonly Refusal[] };
}

export interface OpenedCustomers {
  readonly opened: OpenRows;
  readonly platform: Platform;
  readonly layout: Layout;
}

/** Throws FileRefused. */
export async function openCustomers(
  source: Source,
  request: ReadRequest,
  layouts: readonly Layout[],
): Promise<OpenedCustomers> {
  const opened = await openRows(source, request, layouts);
  const { layout } = opened.recognised;
  return { opened, layout, platform: platformNamed(layout.platform) as Platform };
}

/** Runs in the caller's transaction. Throws WhichShop where accounts are one shop's own, and nobody says which. */
export async function storeCustomers(
  archive: Archive,
  { opened, platform, layout }: OpenedCustomers,
  source: Source,
  file: ImportFacts,
  request: ReadRequest,
): Promise<TakenCustomers> {
  const { shops } = knownTo(archive);
  const shop = request.shop ?? (platform.accountScope === 'shop' ? unnamedShop(platform, shops) : platform.title);
  const country = shops.find(({ name }) => name === shop)?.country ?? request.country ?? platform.country ?? null;
  const scope = accountScopeOf(platform, shop);
  const write = factWriters(archive);
  const profile = profileWriter(archive);
  const refreshing = new Refresh(archive);
  const existing = lastCustomer(archive);
  const importId = write.import(file, platform.name, layout.name, exportTime(platform, file.name), READER_VERSION);
  const keptOut = keepOut(archive, { platform: platform.name, accountScopes: [scope], countries: [country] });
  const records = new Map<string, number>();
  const refusals = new FirstRefusals();
  const rows = await readCustomers(opened, {
    customer({ line, contact, profile: said }) {
      const facts = recordFacts(contact, scope, country);
      const print = fingerprint(facts);
      if (keptOut?.customer(print, facts, said.nickname)) return;
      let record = records.get(print) ?? write.knownRecord(print)?.record;
      if (record === undefined) {
        record = write.record(print, facts);
        refreshing.record(record, contactFacts(print, facts));
      }
      records.set(print, record);
      profile.add(importId, record, line, said, file.importedAt);
    },
    refusal(whole) {
      const refusal = keptOut?.refusal(whole) ?? whole;
      write.refusal(importId, refusal);
      refusals.add(refusal);
    },
  });
  assertSteady(source);
  write.flush();
  profile.flush();
  for (const record of records.values()) refreshing.waits(record);
  const refreshed = refreshing.finish([]);
  const customers = customersSeen(archive, existing, records.values());
  const notes = opened.reader.notes();
  const summary: ImportSummary = {
    import: importId,
    file: file.name,
    platform: platform.name,
    layout: layout.name,
    part: 'customers',
    encoding: opened.encoding?.encoding ?? null,
    header: opened.recognised.header.cells,
    decided: {},
    shops: [],
    named: [],
    rows,
    orders: { new: 0, changed: 0, unchanged: 0, refused: 0 },
    lines: 0,
    waiting: 0,
    total: {},
    net: {},
    refunded: {},
    customers: { ...customers, anonymousOrders: 0 },
    contacts: Object.fromEntries([...refreshing.troubles].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    unknownWords: [],
    assumedWords: [],
    shared: sharedHints(refreshed.severalUsers),
    forgotten: keptOut?.count ?? 0,
    regressions: [],
    decidedByArrival: [],
    notes: {
      repeatedOrders: [],
      shiftedTimes: 0,
      doubleTimes: 0,
      withoutStatus: false,
      datesFromSerial: 0,
      datesFromEpoch: 0,
      floatIds: false,
      lostPlatformIds: 0,
      belowZero: 0,
      workbook: workbookNotes(notes, opened.recognised),
      duplicateHeaders: [],
    },
  };
  write.summary(importId, JSON.stringify(summary));
  return { platform, layout, summary, refusals: { count: refusals.count, first: refusals.inOrder() } };
}
