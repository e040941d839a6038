/** Reads whom never to contact: a table with a header, or an address or a domain on each line. */
import { openSource, type Source } from '../../ingest/bytes/source.ts';
import type { ReadTrace } from '../../ingest/orders/read-trace.ts';
import { FileRefused } from '../../ingest/refusal.ts';
import { type OpenRequest, type OpenRows, openRows } from '../../ingest/rows/open-rows.ts';
import { visitFields } from '../../ingest/rows/visit-fields.ts';
import type { RawRow, RowReader } from '../../ingest/tables/table-source.ts';
import { holdsAddress } from '../../values/addresses-in-text.ts';
import { ownText } from '../../values/own-text.ts';
import { cleanCell } from '../../values/text.ts';
import { SUPPRESSION_FIELDS, type SuppressionField, suppressionLayout } from './suppression-layout.ts';

export type Suppressed =
  | { readonly kind: 'email' | 'phone' | 'domain'; readonly value: string }
  | { readonly kind: 'customer'; readonly customer: number };

export interface SuppressionLine {
  readonly what: Suppressed;
  readonly reason: string | null;
}

export interface RefusedSuppression {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: 'nothing_named' | 'bad_email' | 'bad_phone' | 'bad_domain' | 'bad_address' | 'unknown_customer';
}

export interface ReadSuppressions {
  readonly lines: readonly SuppressionLine[];
  readonly refused: readonly RefusedSuppression[];
}

export interface SuppressionsRequest extends OpenRequest {
  readonly map: Readonly<Partial<Record<SuppressionField, string>>>;
  /** What a cell of the kind says; undefined where it says nothing of it. */
  readonly read: (kind: Suppressed['kind'], text: string) => Suppressed | undefined;
}

const NAMED = [
  ['customer_id', 'customer', 'unknown_customer'],
  ['email', 'email', 'bad_email'],
  ['phone', 'phone', 'bad_phone'],
  ['domain', 'domain', 'bad_domain'],
] as const satisfies readonly (readonly [SuppressionField, Suppressed['kind'], RefusedSuppression['reason']])[];

/** Of a row with several of them each is taken, whatever the others are. Throws FileRefused. */
export async function readSuppressions(
  path: string,
  request: SuppressionsRequest,
  around: { readonly stdin: NodeJS.ReadableStream; readonly signal: AbortSignal },
): Promise<ReadSuppressions> {
  const source = await openSource(path, around.stdin, around.signal);
  try {
    const opened = await openEither(source, request);
    const read = 'recognised' in opened ? await readTable(opened, request) : await readList(opened.reader, request);
    if (read.lines.length + read.refused.length === 0) throw new FileRefused('nothing_below', { line: 1 });
    return read;
  } finally {
    source.dispose();
  }
}

/** Without a header what stands first is one of them. */
async function openEither(
  source: Source,
  request: SuppressionsRequest,
): Promise<OpenRows | { readonly reader: RowReader }> {
  const trace: Partial<ReadTrace> = {};
  try {
    return await openRows(source, request, [suppressionLayout(request.map)], trace);
  } catch (error) {
    const first = trace.sample?.map(firstCell).find((cell) => cell !== '');
    const isList = !trace.recognised && trace.reader && first !== undefined && anyOf(first, request);
    if (!(error instanceof FileRefused) || !isList || !trace.reader) throw error;
    return { reader: trace.reader };
  }
}

async function readTable(opened: OpenRows, request: SuppressionsRequest): Promise<ReadSuppressions> {
  const { columns } = opened.recognised;
  const lines: SuppressionLine[] = [];
  const refused: RefusedSuppression[] = [];
  const named = NAMED.filter(([field]) => columns.has(SUPPRESSION_FIELDS[field]));
  await visitFields(opened, SUPPRESSION_FIELDS, ({ cell, refusal }) => {
    const refuse = (field: SuppressionField, reason: RefusedSuppression['reason']) => {
      refused.push(refusal(field, reason));
    };
    const filled = named.filter(([field]) => cell(field) !== '');
    if (filled.length === 0) refuse(named[0]?.[0] ?? 'email', 'nothing_named');
    for (const [field, kind, problem] of filled) {
      const what = request.read(kind, cell(field));
      if (what) lines.push({ what, reason: cell('reason') || null });
      else refuse(field, problem);
    }
  });
  return { lines, refused };
}

/** What stands behind an address is why, unless it is another one. */
async function readList(reader: RowReader, request: SuppressionsRequest): Promise<ReadSuppressions> {
  const lines: SuppressionLine[] = [];
  const refused: RefusedSuppression[] = [];
  await reader.visit((row) => {
    const text = ownText(firstCell(row));
    if (text === '') return;
    const behind = row.cells.slice(1).flatMap((cell) => cleanCell(ownText(cell)) || []);
    const reason = behind.find((cell) => !holdsAddress(cell)) ?? null;
    for (const one of [text, ...behind.filter(holdsAddress)]) {
      const what = anyOf(one, request);
      if (what) lines.push({ what, reason });
      else refused.push({ line: row.line, column: '1', value: one, reason: 'bad_address' });
    }
  });
  return { lines, refused };
}

const firstCell = ({ cells }: Pick<RawRow, 'cells'>): string => cleanCell(cells[0] ?? '');

function anyOf(text: string, { read }: SuppressionsRequest): Suppressed | undefined {
  return (text.startsWith('@') ? undefined : (read('email', text) ?? read('phone', text))) ?? read('domain', text);
}
