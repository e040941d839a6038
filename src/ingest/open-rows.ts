/** From a file's bytes to its rows: container, encoding, dialect, and the header some layout knows. */
import type { Layout } from '../platforms/layout.ts';
import { containerOf } from './container.ts';
import { csvRows, TextHead } from './csv-rows.ts';
import { type Delimiter, detectDialect } from './dialect.ts';
import { type Detected, detectEncoding, type Encoding } from './encoding.ts';
import { ambiguousColumn, type Recognised, recognise } from './recognise.ts';
import { FileRefused } from './refusal.ts';
import type { Source } from './source.ts';
import type { RawRow, RowReader } from './table-source.ts';
import { unknownHeader } from './unknown-header.ts';

export interface OpenRequest {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly sheet?: string | undefined;
}

export interface OpenRows {
  readonly reader: RowReader;
  readonly recognised: Recognised;
  /** Undefined for a workbook. */
  readonly encoding: Detected | undefined;
}

export async function openRows(source: Source, request: OpenRequest, layouts: readonly Layout[]): Promise<OpenRows> {
  if (containerOf(source) === 'workbook') {
    const { workbookRows } = await import('./workbook-rows.ts');
    const reader = await workbookRows(source, request.sheet);
    const { widths: _, ...recognised } = header(await reader.sample(), layouts);
    return { reader, recognised, encoding: undefined };
  }
  return await openText(source, request, layouts);
}

async function openText(source: Source, request: OpenRequest, layouts: readonly Layout[]): Promise<OpenRows> {
  const encoding: Detected = request.encoding
    ? { encoding: request.encoding, why: 'told' }
    : await detectEncoding(source);
  const head = new TextHead(source, encoding.encoding);
  const told = request.delimiter ?? head.told;
  const dialect = detectDialect((one) => head.rows(one), layouts, told && [told]);
  const reader = csvRows(source, head, dialect);
  const sample = await reader.sample();
  const unreadable = sample.find((row) => row.damage === 'invalid_encoding');
  const recognised = header(sample, layouts, unreadable && { line: unreadable.line, value: encoding.encoding });
  return { reader, recognised, encoding };
}

/** `unreadable` is where the sample cannot be read, if anywhere: then the header is not what is wrong. */
function header(
  sample: readonly RawRow[],
  layouts: readonly Layout[],
  unreadable?: { readonly line: number; readonly value: string },
): Recognised {
  if (sample.every((row) => row.cells.every((cell) => cell.trim() === ''))) throw new FileRefused('empty');
  const recognised = recognise(sample, layouts);
  if (unreadable && (!recognised || recognised.header.damage === 'invalid_encoding'))
    throw new FileRefused('bad_encoding', unreadable);
  if (!recognised) throw unknownHeader(sample, layouts);
  const duplicate = ambiguousColumn(recognised);
  if (duplicate !== undefined)
    throw new FileRefused('duplicate_column', { column: duplicate, line: recognised.header.line });
  return recognised;
}
