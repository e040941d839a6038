/** Feeds one case of the corpus of broken order files to the program and tells where it differs from what is expected. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finished } from '../helpers/run.ts';
import { corpus, EMPTY, FreshArchive, type Status } from './archive.ts';
import { ERRORS, REFUSALS, type Summary, WARNINGS } from './codes.ts';
import { peakTo } from '../helpers/peak.ts';

interface Figures {
  readonly orders: number;
  readonly lines?: number;
  readonly customers?: number;
  readonly net_revenue: Readonly<Record<string, string>>;
  readonly refunds?: Readonly<Record<string, string>>;
}

interface Expectation extends Figures {
  readonly after_first?: Figures;
  /** '1 changed', '0 new': what the second ingest reports. */
  readonly second?: string;
  readonly values?: readonly { readonly order: string; readonly field: string; readonly value: string }[];
  readonly warnings?: readonly string[];
  readonly errors?: readonly string[];
  readonly message_must_say?: readonly string[];
  readonly skipped_lines?: readonly number[];
  readonly rejected?: readonly { readonly line?: number; readonly order?: string; readonly code: string }[];
  readonly contactable?: {
    readonly email?: number;
    readonly phone?: number;
    readonly sms?: number;
    readonly note?: string;
  };
  /** 'after_second' or a first name, to the consent; null is unknown. */
  readonly consent?: Readonly<Record<string, boolean | null>>;
  readonly export?: { readonly field_is_quoted?: boolean; readonly stays_inside_out_dir?: boolean };
  readonly terminal?: { readonly no_codepoints: readonly string[] };
  readonly limits?: { readonly seconds: number; readonly rss_mb: number };
  readonly if_streamed?: Figures;
}

interface Args {
  readonly source: string;
  readonly shop: string;
  readonly tz: string;
  readonly region: string;
  readonly currency?: string;
  readonly now?: string;
}

export interface Case {
  readonly id: string;
  readonly level: 'must' | 'should' | 'policy';
  readonly outcome: 'accept' | 'warn' | 'partial' | 'reject-file';
  readonly files: readonly string[];
  readonly args: Args;
  readonly per_file_args?: readonly Partial<Args>[];
  readonly expect: Expectation;
}

interface Manifest {
  readonly now: string;
  readonly cases: readonly Case[];
}

const folder = join(corpus ?? '', 'hostile', 'orders');

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/** a … h; the unbroken files the others are made of stand for themselves. */
export const familyOf = ({ id }: Case): string => (/^.00-/.test(id) ? 'base' : id.slice(0, 1));

const ORDINALS = ['first', 'second', 'third'];

/** The differences, one line each; empty when the case came out as written. */
export async function differences(one: Case, now: string): Promise<string[]> {
  const archive = new FreshArchive();
  const found: string[] = [];
  const { expect: expected } = one;
  const clock = one.args.now ?? now;
  try {
    const runs: Run[] = [];
    for (const [index, file] of one.files.entries()) {
      runs.push(await ingest(archive, one, index, file, clock));
      const ordinal = ORDINALS[index] ?? '';
      const consent = expected.consent?.[`after_${ordinal}`];
      if (consent !== undefined)
        found.push(...(await consentDiffers(archive, '%', consent, `after the ${ordinal} file`)));
      if (index === 0 && expected.after_first)
        found.push(
          ...figuresDiffer(expected.after_first, await status(archive, clock)).map(
            (line) => `after the first file ${line}`,
          ),
        );
    }
    found.push(...exitsDiffer(one, runs));
    const figures = await status(archive, clock);
    const streamed = expected.if_streamed && figures.orders > 0 ? expected.if_streamed : expected;
    found.push(...figuresDiffer(streamed, figures));
    found.push(...runs.flatMap((run) => limitsDiffer(expected, run)));
    found.push(...reportsDiffer(expected, runs));
    if (one.outcome === 'reject-file' && streamed === expected) found.push(...errorDiffers(expected, runs.at(-1)));
    found.push(...(await valuesDiffer(archive, expected)), ...(await refusalsDiffer(archive, expected, runs)));
    found.push(...(await contactsDiffer(archive, expected)), ...(await outputDiffers(archive, expected)));
    for (const [name, state] of Object.entries(expected.consent ?? {}))
      if (!name.startsWith('after_')) found.push(...(await consentDiffers(archive, `${name} %`, state, name)));
  } catch (error) {
    found.push(error instanceof Error ? error.message : String(error));
  } finally {
    archive.close();
  }
  return found;
}

interface Run extends Finished {
  readonly summary: Summary | undefined;
  readonly seconds: number;
  readonly megabytes: number;
}

async function ingest(archive: FreshArchive, one: Case, index: number, file: string, now: string): Promise<Run> {
  const args = { ...one.args, ...one.per_file_args?.[index] };
  const peak = join(archive.folder, 'peak');
  const started = performance.now();
  const finished = await archive.ingest(
    [
      join(folder, file),
      '--platform',
      args.source,
      '--shop',
      args.shop,
      '--timezone',
      args.tz,
      '--country',
      args.region,
      ...(args.currency === undefined ? [] : ['--currency', args.currency]),
      '--as-of',
      now,
      '--json',
    ],
    one.expect.limits ? { NODE_OPTIONS: peakTo(peak) } : {},
  );
  return {
    ...finished,
    summary: finished.stdout === '' ? undefined : (JSON.parse(finished.stdout) as Summary),
    seconds: (performance.now() - started) / 1000,
    megabytes: one.expect.limits ? Number(readFileSync(peak, 'utf8')) / 1024 : 0,
  };
}

const status = (archive: FreshArchive, now: string): Promise<Status> => archive.json(['status', '--as-of', now], EMPTY);

function exitsDiffer({ outcome }: Case, runs: readonly Run[]): string[] {
  const last = runs.at(-1)?.status;
  const others = runs.slice(0, -1).map((run) => run.status);
  const wanted = outcome === 'partial' ? [3] : outcome === 'reject-file' ? [1, 2] : [0];
  const found = others.filter((code) => code !== 0).map((code) => `an earlier file ended with ${code}`);
  if (last === undefined || !wanted.includes(last))
    found.push(`exit ${last}, not ${wanted.join(' or ')}: ${said(runs.at(-1))}`);
  return found;
}

function figuresDiffer(expected: Figures, actual: Status): string[] {
  const pairs: [string, number | string | undefined, number | string][] = [
    ['orders', expected.orders, actual.orders],
    ['lines', expected.lines, actual.order_lines],
    ['customers', expected.customers, actual.customers + actual.anonymous_orders],
    ['net', minor(expected.net_revenue), amounts(actual.net)],
    ['refunds', expected.refunds && minor(expected.refunds), amounts(actual.refunded)],
  ];
  return pairs.flatMap(([name, want, is]) => (want === undefined || want === is ? [] : [`${name} ${is}, not ${want}`]));
}

/** '254.44' USD is 25444: every currency of the corpus has two decimals. */
const minor = (money: Readonly<Record<string, string>>): string =>
  amounts(
    Object.fromEntries(Object.entries(money).map(([currency, text]) => [currency, Math.round(Number(text) * 100)])),
  );

/** One text per set of amounts; a currency of which there is nothing says nothing. */
const amounts = (money: Readonly<Record<string, number>>): string =>
  Object.entries(money)
    .flatMap(([currency, value]) => (value === 0 ? [] : [`${currency} ${value}`]))
    .toSorted()
    .join(' ') || 'nothing';

function limitsDiffer({ limits }: Expectation, { seconds, megabytes }: Run): string[] {
  if (!limits) return [];
  const found: string[] = [];
  if (seconds > limits.seconds) found.push(`${seconds.toFixed(1)} s, at most ${limits.seconds}`);
  if (megabytes > limits.rss_mb) found.push(`${megabytes.toFixed(0)} MB, at most ${limits.rss_mb}`);
  return found;
}

function reportsDiffer(expected: Expectation, runs: readonly Run[]): string[] {
  const summaries = runs.flatMap(({ summary }) => (summary?.outcome === 'taken' ? [summary] : []));
  const found = (expected.warnings ?? []).flatMap((warning) => {
    const [name = '', detail = ''] = cut(warning);
    const seen = WARNINGS[name];
    return seen && summaries.some((summary) => seen(summary, detail)) ? [] : [`no warning like ${warning}`];
  });
  if (expected.second !== undefined) {
    const { new: added = 0, changed = 0 } = runs[1]?.summary?.orders ?? {};
    const [count, what] = expected.second.split(' ');
    if (Number(count) !== (what === 'new' ? added : changed))
      found.push(`second file: ${added} new, ${changed} changed, not ${expected.second}`);
  }
  const skipped = summaries.reduce((sum, { rows }) => sum + rows.repeatedHeader + rows.totals, 0);
  if (expected.skipped_lines && skipped !== expected.skipped_lines.length)
    found.push(`${skipped} lines skipped, not ${expected.skipped_lines.length}`);
  return found;
}

function errorDiffers(expected: Expectation, run: Run | undefined): string[] {
  const line = run?.stderr.split('\n').find((text) => text.startsWith('{"error"'));
  if (line === undefined) return [`no error: ${said(run)}`];
  const { error } = JSON.parse(line) as { error: { code: string; message: string; hint?: string; line?: number } };
  const ours = (expected.errors ?? []).flatMap((code) => ERRORS[code] ?? ERRORS[cut(code)[0] ?? ''] ?? []);
  const text = `${error.message} ${error.hint ?? ''} ${error.line === undefined ? '' : 'line'}`.toLowerCase();
  return [
    ...(ours.includes(error.code) ? [] : [`error ${error.code}, not like ${(expected.errors ?? []).join(' or ')}`]),
    ...(expected.message_must_say ?? []).flatMap((word) =>
      text.includes(word.toLowerCase()) ? [] : [`the message does not say ${word}`],
    ),
  ];
}

/** What a field of the corpus is called in orders_view. */
const FIELDS: Readonly<Record<string, string>> = {
  id: 'order_number',
  phone: 'phone',
  name: 'customer_name',
  date: "replace(replace(placed_at, 'T', ' '), 'Z', '')",
  local_date: 'day',
};

async function valuesDiffer(archive: FreshArchive, { values = [] }: Expectation): Promise<string[]> {
  const found: string[] = [];
  for (const { order, field, value } of values) {
    const column = FIELDS[field];
    if (column === undefined) return [`no field is called ${field}`];
    const [row] = await archive.rows<{ is: string }>(
      `SELECT ${column} AS "is" FROM orders_view WHERE order_number = '${order}'`,
    );
    if (row?.is !== value) found.push(`${field} of ${order} ${row?.is ?? 'missing'}, not ${value}`);
  }
  return found;
}

async function refusalsDiffer(
  archive: FreshArchive,
  { rejected }: Expectation,
  runs: readonly Run[],
): Promise<string[]> {
  if (!rejected) return [];
  const actual: { line: number; order_number: string | null; reason: string }[] = [];
  for (const { summary } of runs)
    if (summary?.outcome === 'taken')
      actual.push(...(await archive.json(['imports', 'show', String(summary.import)], [])));
  const found = rejected.flatMap(({ line, order, code }) =>
    actual.some(
      (row) =>
        row.reason === REFUSALS[code] &&
        (line === undefined || row.line === line) &&
        (order === undefined || row.order_number === order),
    )
      ? []
      : [
          `not refused: ${order ?? ''} line ${line ?? '-'} ${code}; but ${actual.map((row) => `${row.line} ${row.reason}`).join(', ')}`,
        ],
  );
  if (actual.length !== rejected.length) found.push(`${actual.length} refusals, not ${rejected.length}`);
  return found;
}

/** Addresses that can be used, whatever the consent; where the corpus speaks of promotion, those that may be. */
async function contactsDiffer(archive: FreshArchive, { contactable }: Expectation): Promise<string[]> {
  if (!contactable) return [];
  const { note, ...channels } = contactable;
  const found: string[] = [];
  const kind = note?.includes('promotion') ? 'promotion' : 'service';
  const [usable] = await archive.rows<{ email: number; phone: number }>(
    'SELECT count(email) AS email, count(phone) AS phone FROM customers_view',
  );
  for (const [channel, want] of Object.entries(channels)) {
    const list = await archive.json<readonly unknown[]>(
      ['export', 'contacts', '--where', 'orders_all >= 1', '--channel', channel, '--kind', kind],
      [],
    );
    const is = kind === 'promotion' || channel === 'sms' ? list.length : usable?.[channel as 'email' | 'phone'];
    if (is !== want) found.push(`${is} contactable by ${channel}, not ${want}`);
    if (list.length > want) found.push(`${list.length} on the ${channel} list, at most ${want}`);
  }
  return found;
}

async function consentDiffers(
  archive: FreshArchive,
  name: string,
  want: boolean | null,
  when: string,
): Promise<string[]> {
  const rows = await archive.rows<{ status: string }>(
    `SELECT status FROM consents_view JOIN customers_view USING (customer_id) WHERE channel = 'email' AND status <> 'unknown' AND name LIKE '${name}'`,
  );
  const is = rows.map((row) => row.status).join(', ') || 'unknown';
  const wanted = want === null ? 'unknown' : want ? 'granted' : 'refused';
  return is === wanted ? [] : [`consent of ${when} ${is}, not ${wanted}`];
}

async function outputDiffers(archive: FreshArchive, expected: Expectation): Promise<string[]> {
  const found: string[] = [];
  if (expected.terminal) {
    const { stdout, stderr } = await archive.ask(['customers', 'list', '--color', 'never'], {
      tty: { stdout: true, stderr: true, columns: 200 },
    });
    if (stdout === '') found.push('customers list printed nothing');
    for (const code of expected.terminal.no_codepoints)
      if ((stdout + stderr).includes(String.fromCodePoint(Number.parseInt(code, 16))))
        found.push(`U+${code} reaches the terminal`);
  }
  if (expected.export?.field_is_quoted) {
    const { stdout } = await archive.ask(['customers', 'list', '--csv']);
    if (!/"[^"\n]*;=/.test(stdout)) found.push('the formula after ; is not in quotes');
  }
  return found;
}

const cut = (code: string): string[] => [code.split(':')[0] ?? code, code.slice(code.indexOf(':') + 1)];
const said = (run: Run | undefined): string => run?.stderr.trim().split('\n').slice(-2).join(' ').slice(0, 200) ?? '';
