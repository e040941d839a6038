/** From a file's bytes to its rows: container, encoding, dialect, and the header some layout knows. */
import type { Layout } from '../../platforms/layout.ts';
import { type Container, containerOf } from '../bytes/container.ts';
import { csvRows, TextHead } from '../text/csv-rows.ts';
import { type Delimiter, detectDialect, type Dialect } from '../text/dialect.ts';
import { type Detected, detectEncoding, type Encoding } from '../text/encoding.ts';
import { ambiguousColumn, type Recognised, recognise } from '../tables/recognise.ts';
import { FileRefused } from '../refusal.ts';
import type { Source } from '../bytes/source.ts';
import type { ReadTrace } from '../orders/read-trace.ts';
import type { RawRow, RowReader, SheetNote } from '../tables/table-source.ts';
import { unknownHeader } from './unknown-header.ts';
import { assertCalculated } from '../workbooks/calculated.ts';

export interface OpenRequest {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly sheet?: string | undefined;
}

export interface OpenRows {
  readonly reader: RowReader;
  readonly recognised: Recognised;
  readonly container: Container;
  /** Undefined for a workbook. */
  readonly encoding: Detected | undefined;
  readonly dialect: Dialect | undefined;
}

/** What is found goes into `trace` at once, since the next step may throw. */
export async function openRows(
  source: Source,
  request: OpenRequest,
  layouts: readonly Layout[],
  trace: Partial<ReadTrace> = {},
): Promise<OpenRows> {
  trace.layouts = layouts;
  const container = (trace.container = containerOf(source));
  if (container === 'text') return await openText(source, request, layouts, trace);
  const { openWorkbook } = await import('../workbooks/open-workbook.ts');
  const { workbookRows } = await import('../workbooks/workbook-rows.ts');
  const workbook = await openWorkbook(source, container, request.encoding);
  const reader = await workbookRows(workbook, (name) => source.scratch(name), request.sheet, layouts);
  trace.reader = reader;
  const notes = reader.notes();
  const { widths: _, ...recognised } = header(await reader.sample(), layouts, { sheets: notes.sheets }, trace);
  assertCalculated(notes, recognised);
  return { reader, recognised, container, encoding: undefined, dialect: undefined };
}

async function openText(
  source: Source,
  request: OpenRequest,
  layouts: readonly Layout[],
  trace: Partial<ReadTrace>,
): Promise<OpenRows> {
  const encoding: Detected = request.encoding
    ? { encoding: request.encoding, why: 'told' }
    : await detectEncoding(source);
  trace.encoding = encoding;
  const head = new TextHead(source, encoding.encoding);
  const told = request.delimiter ?? head.told;
  const dialect = detectDialect((one) => head.rows(one), layouts, told && [told]);
  trace.dialect = { ...dialect, why: request.delimiter ? 'told' : head.told ? 'stated' : 'fits' };
  const reader = (trace.reader = csvRows(source, head, dialect));
  const sample = await reader.sample();
  const unreadable = sample.find((row) => row.damage === 'invalid_encoding');
  const spot = unreadable && { line: unreadable.line, value: encoding.encoding };
  const recognised = header(sample, layouts, { unreadable: spot }, trace);
  return { reader, recognised, container: 'text', encoding, dialect };
}

interface Around {
  /** Where the sample cannot be read, if anywhere: then the header is not what is wrong. */
  readonly unreadable?: { readonly line: number; readonly value: string } | undefined;
  readonly sheets?: readonly SheetNote[];
}

function header(
  sample: readonly RawRow[],
  layouts: readonly Layout[],
  { unreadable, sheets = [] }: Around,
  trace: Partial<ReadTrace>,
): Recognised {
  trace.sample = sample;
  if (sample.every((row) => row.cells.every((cell) => cell.trim() === ''))) throw new FileRefused('empty');
  const recognised = recognise(sample, layouts);
  if (unreadable && (!recognised || recognised.header.damage === 'invalid_encoding'))
    throw new FileRefused('bad_encoding', unreadable);
  if (!recognised) throw unknownHeader(sample, layouts, sheets);
  trace.recognised = recognised;
  const duplicate = ambiguousColumn(recognised);
  if (duplicate !== undefined)
    throw new FileRefused('duplicate_column', { column: duplicate, line: recognised.header.line });
  return recognised;
}
