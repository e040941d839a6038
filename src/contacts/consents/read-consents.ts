/** Reads a table of what customers said of being contacted, row by row. */
import { openSource } from '../../ingest/bytes/source.ts';
import { FileRefused } from '../../ingest/refusal.ts';
import { type OpenRequest, openRows } from '../../ingest/rows/open-rows.ts';
import { visitFields } from '../../ingest/rows/visit-fields.ts';
import { type DateOrder, parseInstantParts } from '../../values/dates.ts';
import { toInstant } from '../../values/zones.ts';
import type { Channel } from '../channels.ts';
import type { ConsentStatus } from '../gate.ts';
import { CONSENT_FIELDS, type ConsentField, consentLayout } from './consent-layout.ts';
import { channelsIn, statusIn } from './consent-words.ts';
import { saidOn } from './said-on.ts';

export interface ConsentLine {
  readonly customer: number;
  readonly channels: readonly Channel[];
  readonly status: ConsentStatus;
  /** UTC seconds; null where the file does not say. */
  readonly at: number | null;
  readonly note: string | null;
  readonly proof: string | null;
}

export interface RefusedConsent {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason:
    | 'no_customer'
    | 'unknown_customer'
    | 'several_customers'
    | 'bad_channel'
    | 'bad_status'
    | 'bad_day'
    | 'future_day';
}

export interface ReadConsents {
  readonly file: { readonly name: string; readonly hash: string };
  readonly lines: readonly ConsentLine[];
  readonly refused: readonly RefusedConsent[];
}

export interface ConsentsRequest extends OpenRequest {
  readonly map: Readonly<Partial<Record<ConsentField, string>>>;
  readonly dates: DateOrder;
  readonly zone: string;
  /** UTC seconds: what is said later has not been said. */
  readonly now: number;
  /** Who answers to a customer's number, a phone or an e-mail; none of a cell that is no such thing, or several of them. */
  readonly customersOf: (who: WhoField, text: string, status: ConsentStatus | undefined) => readonly number[];
}

const WHO = ['customer_id', 'phone', 'email'] as const satisfies readonly ConsentField[];
type WhoField = (typeof WHO)[number];

/** Throws FileRefused; `no_header` also where a column is missing without which nothing is said. */
export async function readConsents(
  path: string,
  request: ConsentsRequest,
  around: { readonly stdin: NodeJS.ReadableStream; readonly signal: AbortSignal },
): Promise<ReadConsents> {
  const source = await openSource(path, around.stdin, around.signal);
  try {
    const opened = await openRows(source, request, [consentLayout(request.map)]);
    const { header, columns } = opened.recognised;
    const who = WHO.filter((field) => columns.has(CONSENT_FIELDS[field]));
    const [first] = who;
    if (first === undefined || !columns.has('channel')) throw new FileRefused('no_header', { line: header.line });
    const lines: ConsentLine[] = [];
    const refused: RefusedConsent[] = [];
    await visitFields(opened, CONSENT_FIELDS, ({ cell, refusal }) => {
      const refuse = (field: ConsentField, reason: RefusedConsent['reason']) => {
        refused.push(refusal(field, reason));
      };
      const named = who.filter((field) => cell(field) !== '');
      const [firstNamed] = named;
      if (firstNamed === undefined) return refuse(first, 'no_customer');
      const status = statusIn(cell('status'));
      const customers = [...new Set(named.flatMap((field) => request.customersOf(field, cell(field), status)))];
      if (customers.length === 0) return refuse(firstNamed, 'unknown_customer');
      const channels = channelsIn(cell('channel'));
      if (!channels) return refuse('channel', 'bad_channel');
      if (!status) return refuse('status', 'bad_status');
      // A no is heeded of whoever may have said it, a yes of nobody but the one who did.
      if (status !== 'refused' && customers.length > 1) return refuse(firstNamed, 'several_customers');
      const at = momentIn(cell('date'), status, request);
      if (typeof at === 'string') return refuse('date', at);
      for (const customer of customers)
        lines.push({ customer, channels, status, at, note: cell('note') || null, proof: cell('proof') || null });
    });
    if (lines.length + refused.length === 0) throw new FileRefused('nothing_below', { line: header.line });
    return { file: { name: source.name, hash: source.hash }, lines, refused };
  } finally {
    source.dispose();
  }
}

function momentIn(
  text: string,
  status: ConsentStatus,
  { dates, zone, now }: ConsentsRequest,
): number | null | 'bad_day' | 'future_day' {
  if (text === '') return null;
  const parsed = parseInstantParts(text, dates);
  if (!parsed.ok) return 'bad_day';
  const { value } = parsed;
  if (toInstant(value, zone).at > now) return 'future_day';
  return value.dateOnly ? saidOn(value.wall.slice(0, 10), status, zone, now) : toInstant(value, zone).at;
}
