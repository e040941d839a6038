/** A file of customers into the archive, in one transaction. */
import { takeBlacklists } from '../../archive/blacklists.ts';
import { Refresh } from '../../archive/refresh.ts';
import type { Archive } from '../../store/open.ts';
import { FUTURE_TOLERANCE } from '../../values/future.ts';
import { normaliseHeader } from '../../values/text.ts';
import { readPhone } from '../../values/phones.ts';
import type { Source } from '../bytes/source.ts';
import { assertSteady } from '../bytes/steady.ts';
import { exportTime } from '../facts/export-time.ts';
import { factWriters, type ImportFacts } from '../facts/fact-queries.ts';
import { keepOut } from '../facts/keep-out.ts';
import { customersSeen, knownTo, lastCustomer } from '../facts/queries.ts';
import { FirstRefusals } from '../facts/refused-orders.ts';
import type { ImportSummary } from '../facts/summary.ts';
import type { Contact } from '../orders/contact.ts';
import type { ReadRequest } from '../orders/export-read.ts';
import { contactFacts, fingerprint, recordFacts } from '../orders/fingerprint.ts';
import { READER_VERSION } from '../reader-version.ts';
import { FileRefused, ownRefusal, type Refusal } from '../refusal.ts';
import { WantedColumns } from '../rows/wanted-columns.ts';
import { positions } from '../tables/bind-columns.ts';
import type { CustomersReading } from './customers-reading.ts';
import { customersSummary } from './customers-summary.ts';
import { isOwnTable, type OpenedCustomers } from './open-customers.ts';
import { type EarlierImport, importsOfSameBytes, isSameSaid, profileWriter } from './profile-queries.ts';
import { type LeftOut, readCustomers } from './read-customers.ts';
import { NeedsCountry, whoseCustomers } from './whose-customers.ts';
import { standingIn } from './consent-flags.ts';

export interface TakenCustomers extends Pick<OpenedCustomers, 'platform' | 'layout'> {
  readonly summary: ImportSummary;
  readonly refusals: { readonly count: number; readonly first: readonly Refusal[] };
  /** Some of the cells that were left out. */
  readonly leftOut: readonly LeftOut[];
  /** Of the same bytes, read otherwise: they stand. */
  readonly earlier: readonly EarlierImport[];
}

const SHOWN = 5;

/** Read under other flags the file says what it said before: nothing of it is to be stored twice. */
export class SaysTheSame extends Error {
  readonly before: EarlierImport;

  constructor(before: EarlierImport) {
    super(`import ${before.import_id}`);
    this.before = before;
  }
}

/** Runs in the caller's transaction. Throws FileRefused, ShopUnsettled or SaysTheSame. */
export async function storeCustomers(
  archive: Archive,
  { opened, platform, layout, dates }: OpenedCustomers,
  source: Source,
  file: ImportFacts,
  request: ReadRequest,
): Promise<TakenCustomers> {
  const { header, columns } = opened.recognised;
  const own = isOwnTable(layout);
  const whose = whoseCustomers(platform, request, knownTo(archive), {
    isOwnTable: own,
    hasAccounts: columns.has('account'),
  });
  const { accountScope, country, zone } = whose;
  const write = factWriters(archive);
  const profile = profileWriter(archive);
  const refreshing = new Refresh(archive);
  const existing = lastCustomer(archive);
  const importId = write.import(file, platform.name, layout.name, exportTime(platform, file.name), READER_VERSION);
  const keptOut = keepOut(archive, { platforms: [platform.name], accountScopes: [accountScope], countries: [country] });
  write.first.suppressionKey();
  const records = new Map<string, number>();
  const refusals = new FirstRefusals();
  const wanted = new WantedColumns(columns);
  const names = positions(header.cells);
  const reading: CustomersReading = {
    layout,
    index: wanted.index,
    headers: new Map([...columns].map(([field, [at = 0]]) => [field, (header.cells[at] ?? field).trim()])),
    decimal: 'point',
    dates,
    isOwnTable: own,
    fileName: file.name,
    zone,
    latest: file.importedAt + FUTURE_TOLERANCE,
    standing: standingIn(layout, file.name, (name) => names.has(normaliseHeader(name))),
    own: Object.entries(layout.own ?? {}).flatMap(([name, column]) => {
      const [at] = names.get(normaliseHeader(column)) ?? [];
      return at === undefined ? [] : [[name, at] as const];
    }),
  };
  const people = { nameOnly: 0, blacklisted: 0, leftOut: 0 };
  const someLeftOut: LeftOut[] = [];
  const alike = new Map<string, number>();
  const pinOf = (contact: Contact, print: string): string | null => {
    if (contact.account !== null || contact.email !== null || contact.phone !== null) return null;
    people.nameOnly++;
    const nth = (alike.get(print) ?? 0) + 1;
    alike.set(print, nth);
    return `name ${nth}`;
  };
  const rows = await readCustomers(opened, wanted, reading, {
    customer({ line, contact, profile: said, leftOut }) {
      if (own && country === null && isNational(contact)) throw new NeedsCountry();
      const facts = recordFacts(contact, accountScope, country);
      const pin = pinOf(contact, fingerprint(facts));
      const print = fingerprint(facts, pin);
      if (keptOut?.customer(print, facts, said.nickname)) return;
      let record = records.get(print) ?? write.knownRecord(print)?.record;
      if (record === undefined) {
        record = write.record(print, facts, pin);
        refreshing.record(record, contactFacts(print, facts));
      }
      records.set(print, record);
      if (said.blacklist !== null) people.blacklisted++;
      people.leftOut += leftOut.length;
      if (someLeftOut.length < SHOWN) someLeftOut.push(...leftOut.map(ownRefusal));
      profile.add(importId, record, line, said, file.importedAt);
    },
    refusal(whole) {
      const refusal = keptOut?.refusal(whole) ?? whole;
      write.refusal(importId, refusal);
      refusals.add(refusal);
    },
  });
  if (rows.orders + rows.refused === 0) throw new FileRefused('nothing_below', { line: header.line });
  assertSteady(source);
  write.flush();
  profile.flush();
  const earlier = importsOfSameBytes(archive, importId);
  const same = earlier.find((one) => isSameSaid(archive, importId, one.import_id));
  if (same) throw new SaysTheSame(same);
  for (const record of records.values()) refreshing.waits(record);
  const refreshed = refreshing.finish([]);
  if (people.blacklisted > 0) takeBlacklists(archive, importId);
  const summary = customersSummary({
    importId,
    file: file.name,
    opened,
    reading,
    rows,
    people,
    forgotten: keptOut?.count ?? 0,
    customers: customersSeen(archive, existing, records.values()),
    troubles: refreshing.troubles,
    severalUsers: refreshed.severalUsers,
  });
  write.summary(importId, JSON.stringify(summary));
  return {
    platform,
    layout,
    summary,
    refusals: { count: refusals.count, first: refusals.inOrder() },
    leftOut: someLeftOut,
    earlier,
  };
}

/** A phone that only says something in a country nobody has named. */
function isNational({ phone, country }: Contact): boolean {
  if (phone === null || country !== null || readPhone(phone, undefined).state !== 'invalid') return false;
  return /^\D*\d(\D*\d){5}/.test(phone) && !/^\s*(\+|00)/.test(phone);
}
