/** What somebody said of being contacted, when customers are split or merged or that is taken back: it never becomes laxer. */
import { recordsOf } from '../customers/anchor-queries.ts';
import { recordsOfCustomers } from '../customers/queries.ts';
import { consentsSql } from '../store/consents-sql.ts';
import type { Archive } from '../store/open.ts';
import { refresh } from './refresh.ts';
import {
  channelsSince,
  copySuppression,
  allCustomersOf,
  dropCopies,
  isRejoined,
  suppressionsOf,
} from './split-consent-queries.ts';

type Status = 'granted' | 'unknown' | 'refused';
const STRICTNESS: readonly Status[] = ['granted', 'unknown', 'refused'];
const stricter = (a: Status, b: Status) => STRICTNESS.indexOf(a) > STRICTNESS.indexOf(b);

interface Statement {
  readonly status: Status;
  /** UTC seconds. */
  readonly at: number;
}

/** By channel. */
type Statements = ReadonlyMap<string, Statement>;

function statementsOf({ db }: Archive, customer: number): Statements {
  const rows = db
    .prepare(
      `SELECT channel, status, unixepoch(stated_at) FROM (${consentsSql('every statement', 'of :among')}) ORDER BY channel`,
    )
    .raw()
    .all({ among: JSON.stringify([customer]) }) as [channel: string, status: Status, at: number][];
  return new Map(rows.map(([channel, status, at]) => [channel, { status, at }]));
}

interface Held {
  readonly source: 'split' | 'merge' | 'undo';
  readonly override: number;
  /** UTC seconds. */
  readonly at: number;
}

/** States for a customer what has come to be laxer than it was. */
function hold(archive: Archive, customer: number, before: Statements, { source, override, at }: Held): void {
  const now = statementsOf(archive, customer);
  const state = archive.db.prepare(
    'INSERT INTO consents (record_id, channel, status, source, note, stated_at, after_override) VALUES (?, ?, ?, ?, NULL, ?, ?)',
  );
  for (const channel of new Set([...before.keys(), ...now.keys()])) {
    const was = before.get(channel)?.status ?? 'unknown';
    const is = now.get(channel);
    // Nothing that was said may be later.
    if (stricter(was, is?.status ?? 'unknown'))
      for (const record of recordsOf(archive, customer))
        state.run(record, channel, was, source, Math.max(at, is?.at ?? 0), override);
  }
}

/** Gives each of the customers that a split makes what the one said before; `split` makes it. */
export function splitConsents(
  archive: Archive,
  customer: number,
  at: number,
  split: () => { readonly override: number; readonly customers: readonly number[] },
): void {
  const before = statementsOf(archive, customer);
  const suppressed = suppressionsOf(archive, customer);
  const { override, customers } = split();
  for (const one of customers) {
    hold(archive, one, before, { source: 'split', override, at });
    if (suppressionsOf(archive, one).length === 0) copySuppression(archive, one, suppressed, { override, at });
  }
}

/**
 * Those of whom one is made over a split that kept them apart may be one by evidence then, so that the latest statement
 * would hold for all: of each channel the strictest does. `merge` makes it.
 */
export function mergedConsents(
  archive: Archive,
  before: readonly number[],
  at: number,
  merge: () => { readonly override: number; readonly customers: readonly number[] },
): void {
  const strictest = strictestOf(before.map((customer) => statementsOf(archive, customer)));
  const { override, customers } = merge();
  for (const customer of customers) hold(archive, customer, strictest, { source: 'merge', override, at });
}

/** What was held for a merge goes with it. Gives the records it was said of. */
export function dropMerged({ db }: Archive, override: number): number[] {
  return db
    .prepare("DELETE FROM consents WHERE source = 'merge' AND after_override = ? RETURNING record_id")
    .pluck()
    .all(override) as number[];
}

/**
 * What was copied for a split goes with it where it held them apart, unless something was said since; `undo` takes it
 * back. For everybody else who was one of them nothing is lost.
 */
export function rejoinedConsents(
  archive: Archive,
  override: number,
  before: readonly number[],
  at: number,
  undo: () => void,
): void {
  const were = before.map((customer) => ({
    records: recordsOfCustomers(archive, [customer]),
    stated: statementsOf(archive, customer),
    suppressed: suppressionsOf(archive, customer),
  }));
  const records = were.flatMap((one) => one.records);
  undo();
  const dropped = allCustomersOf(archive, records).flatMap((customer) =>
    isRejoined(archive, override, customer) ? dropCopies(archive, override, customer) : [],
  );
  if (dropped.length > 0) refresh(archive, [], dropped);
  for (const customer of allCustomersOf(archive, records)) {
    const theirs = new Set(recordsOfCustomers(archive, [customer]));
    const mine = were.filter((one) => one.records.some((record) => theirs.has(record)));
    const held = isRejoined(archive, override, customer) ? channelsSince(archive, override, customer) : undefined;
    const refused = mine.flatMap(({ stated }) =>
      [...stated].filter(([channel, { status }]) => status === 'refused' && (held?.has(channel) ?? true)),
    );
    const strictest = new Map([...statementsOf(archive, customer), ...refused]);
    hold(archive, customer, strictest, { source: 'undo', override, at });
    const suppressed = mine.flatMap((one) => one.suppressed);
    if (suppressionsOf(archive, customer).length === 0)
      copySuppression(archive, customer, suppressed, { override, at });
  }
}

/** Of each channel, where one of them said nothing nothing is known. */
function strictestOf(all: readonly Statements[]): Statements {
  const strictest = new Map<string, Statement>();
  for (const channel of new Set(all.flatMap((one) => [...one.keys()]))) {
    const said = all.map((one) => one.get(channel) ?? { status: 'unknown' as const, at: 0 });
    strictest.set(
      channel,
      said.reduce((a, b) => (stricter(b.status, a.status) ? b : a)),
    );
  }
  return strictest;
}
