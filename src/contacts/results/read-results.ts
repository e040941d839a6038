/** Reads what a tool tells of messages, row by row. */
import { openSource } from '../../ingest/bytes/source.ts';
import { FileRefused } from '../../ingest/refusal.ts';
import { openRows } from '../../ingest/rows/open-rows.ts';
import { visitBelow } from '../../ingest/rows/visit-below.ts';
import { pickCell } from '../../ingest/rows/wanted-columns.ts';
import type { Field } from '../../platforms/layout.ts';
import { DateColumn, type DateOrder, parseInstantParts } from '../../values/dates.ts';
import { holdsSeveral } from '../../values/addresses-in-text.ts';
import { readEmail } from '../../values/emails.ts';
import { ownText } from '../../values/own-text.ts';
import { cleanCell } from '../../values/text.ts';
import { toInstant } from '../../values/zones.ts';
import type { Channel } from '../gate.ts';
import { ownResults, type ResultMap } from './own-results.ts';
import { type Cells, OBJECTIONS, type Result, type ResultExport, type Said } from './result-export.ts';
import { RESULT_EXPORTS } from './result-exports.ts';
import { channelNamed } from './result-words.ts';

export interface ResultLine {
  readonly channel: Channel;
  readonly kind: 'email' | 'phone';
  /** As addresses are kept; of a phone in the country of each shop. */
  readonly values: readonly string[];
  readonly result: Result;
  /** UTC seconds; null where nobody says, which only an objection may leave open. */
  readonly at: number | null;
  /** Only the day is known. */
  readonly dayOnly: boolean;
}

export interface RefusedResult {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason:
    | 'no_address'
    | 'bad_email'
    | 'bad_phone'
    | 'which_channel'
    | 'bad_channel'
    | 'bad_result'
    | 'no_date'
    | 'bad_date'
    | 'future_date';
}

export interface ReadResults {
  readonly from: ResultExport;
  readonly lines: readonly ResultLine[];
  readonly refused: readonly RefusedResult[];
  /** Rows that tell of nothing that is kept. */
  readonly lost: number;
  readonly none: number;
}

export interface ResultsRequest {
  readonly map: ResultMap;
  /** What every row says. */
  readonly every: Result | undefined;
  /** Of rows that do not say. */
  readonly channel: Channel | undefined;
  /** YYYY-MM-DD, of rows that do not say. */
  readonly date: string | undefined;
  readonly dates: DateOrder | undefined;
  /** Of times without an offset: as told, else the form's own, else the usual one. */
  readonly zone: string | undefined;
  readonly usualZone: string;
  /** UTC seconds after which nothing has happened yet. */
  readonly latest: number;
  /** The numbers in E.164 that a text may be. */
  readonly phonesIn: (text: string) => readonly string[];
}

interface Row {
  readonly line: number;
  readonly cells: Cells;
}

/** Throws FileRefused. */
export async function readResults(
  path: string,
  request: ResultsRequest,
  around: { readonly stdin: NodeJS.ReadableStream; readonly signal: AbortSignal },
): Promise<ReadResults> {
  const source = await openSource(path, around.stdin, around.signal);
  try {
    const forms = formsFor(request);
    const { reader, recognised } = await openRows(
      source,
      {},
      forms.map(({ layout }) => layout),
    );
    const { header, columns } = recognised;
    const from = forms.find(({ layout }) => layout === recognised.layout);
    if (!from || !(columns.has('email') || columns.has('phone')))
      throw new FileRefused('no_header', { line: header.line });
    const fields = [...columns.keys()];
    const rows: Row[] = [];
    await visitBelow(reader, header, ({ line, cells }) => {
      if (cells.every((text) => text.trim() === '')) return;
      const picked = new Map(
        fields.map((field) => [field, cleanCell(ownText(pickCell(cells, columns.get(field) ?? [])))]),
      );
      rows.push({ line, cells: (field) => picked.get(field) ?? '' });
    });
    if (rows.length === 0) throw new FileRefused('nothing_below', { line: header.line });
    const named = (field: Field) => (header.cells[columns.get(field)?.[0] ?? -1] ?? field).trim();
    return resultsIn(rows, from, { ...request, dates: request.dates ?? orderOf(rows, from) }, named);
  } finally {
    source.dispose();
  }
}

function formsFor({ map, every }: ResultsRequest): readonly ResultExport[] {
  const own = ownResults(map, every);
  return every !== undefined || Object.keys(map).length > 0 ? [own] : [...RESULT_EXPORTS, own];
}

function resultsIn(
  rows: readonly Row[],
  from: ResultExport,
  request: ResultsRequest & { readonly dates: DateOrder },
  named: (field: Field) => string,
): ReadResults {
  const lines: ResultLine[] = [];
  const refused: RefusedResult[] = [];
  const passed = { lost: 0, none: 0 };
  for (const { line, cells } of rows) {
    for (const said of from.says(cells)) {
      const { meaning } = said;
      if (meaning === 'lost' || meaning === 'none') {
        passed[meaning]++;
        continue;
      }
      const read =
        meaning === undefined ? refuse(said.field, 'bad_result') : lineOf(cells, { ...said, meaning }, from, request);
      if ('reason' in read)
        refused.push({ line, column: named(read.field), value: cells(read.field), reason: read.reason });
      else lines.push(read);
    }
  }
  return { from, lines, refused, ...passed };
}

interface Refused {
  readonly field: Field;
  readonly reason: RefusedResult['reason'];
}
const refuse = (field: Field, reason: RefusedResult['reason']): Refused => ({ field, reason });

function lineOf(
  cells: Cells,
  said: Said & { readonly meaning: Result },
  { zone }: ResultExport,
  request: ResultsRequest & { readonly dates: DateOrder },
): ResultLine | Refused {
  const result = said.meaning;
  const channel = said.channel ?? channelOf(cells, request.channel);
  if (typeof channel === 'object') return channel;
  const kind = channel === 'email' ? 'email' : 'phone';
  const values = valuesOf(cells(kind), kind, request);
  if (!Array.isArray(values)) return values;
  const written = cells(said.at) || request.date;
  if (written === undefined)
    return OBJECTIONS.has(result)
      ? { channel, kind, values, result, at: null, dayOnly: false }
      : refuse(said.at, 'no_date');
  const parsed = parseInstantParts(written, request.dates);
  if (!parsed.ok) return refuse(said.at, 'bad_date');
  const { at } = toInstant(parsed.value, request.zone ?? zone ?? request.usualZone);
  if (at > request.latest) return refuse(said.at, 'future_date');
  return { channel, kind, values, result, at, dayOnly: parsed.value.dateOnly };
}

function channelOf(cells: Cells, told: Channel | undefined): Channel | Refused {
  const written = cells('channel');
  if (written !== '') return channelNamed(written) ?? refuse('channel', 'bad_channel');
  if (told !== undefined) return told;
  const [email, phone] = [cells('email') !== '', cells('phone') !== ''];
  if (email && phone) return refuse('channel', 'which_channel');
  return email || !phone ? 'email' : 'sms';
}

/** A relay takes no mail any more where it bounced; who stands behind a mask nobody can tell. */
function valuesOf(text: string, kind: 'email' | 'phone', { phonesIn }: ResultsRequest): string[] | Refused {
  if (text === '') return refuse(kind, 'no_address');
  if (holdsSeveral(text)) return refuse(kind, kind === 'email' ? 'bad_email' : 'bad_phone');
  if (kind === 'phone') {
    const phones = [...new Set(phonesIn(text))];
    return phones.length > 0 ? phones : refuse(kind, 'bad_phone');
  }
  const { state, value } = readEmail(text);
  return state === 'usable' || state === 'relay' ? [value] : refuse(kind, 'bad_email');
}

/** What the columns of times say of day and month. */
function orderOf(rows: readonly Row[], { dates }: ResultExport): DateOrder {
  const column = new DateColumn();
  for (const { line, cells } of rows) for (const field of dates) column.add(cells(field), line);
  const decided = column.decide();
  if ('order' in decided) return decided.order;
  const { line, example } =
    'ambiguous' in decided ? decided.ambiguous : 'mixed' in decided ? decided.mixed : decided.rotated;
  throw new FileRefused('ambiguous_date', { line, value: example });
}
