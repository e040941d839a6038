/** From a file's bytes to its rows: container, encoding, delimiter, and the header some layout knows. */
import type { Layout } from '../platforms/layout.ts';
import { type Container, containerOf } from './container.ts';
import { csvRows, DELIMITERS, type Delimiter, sampleRows, separatorLine } from './csv-rows.ts';
import { type Detected, detectEncoding, type Encoding } from './encoding.ts';
import { assertCalculated } from './workbooks/calculated.ts';
import { ambiguousColumn, closest, type Recognised, recognise } from './recognise.ts';
import { FileRefused } from './refusal.ts';
import type { Source } from './source.ts';
import type { RawRow, RowReader, SheetNote } from './table-source.ts';

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
}

export async function openRows(source: Source, request: OpenRequest, layouts: readonly Layout[]): Promise<OpenRows> {
  const container = containerOf(source);
  if (container !== 'text') {
    const { openWorkbook } = await import('./workbooks/open-workbook.ts');
    const { workbookRows } = await import('./workbooks/workbook-rows.ts');
    const workbook = await openWorkbook(source, container, request.encoding);
    const reader = await workbookRows(workbook, (name) => source.scratch(name), request.sheet, layouts);
    const notes = reader.notes();
    const recognised = header(await reader.sample(), layouts, notes.sheets);
    assertCalculated(notes, recognised);
    return { reader, recognised, container, encoding: undefined };
  }
  const encoding = request.encoding ? ({ encoding: request.encoding, why: 'told' } as const) : detectEncoding(source);
  const delimiter = request.delimiter ?? (await detectDelimiter(source, encoding.encoding, layouts));
  const reader = csvRows(source, encoding.encoding, delimiter);
  return { reader, recognised: header(await reader.sample(), layouts, []), container, encoding };
}

/** The delimiter under which a layout is recognised; failing that, the one that makes most columns. */
async function detectDelimiter(source: Source, encoding: Encoding, layouts: readonly Layout[]): Promise<Delimiter> {
  const told = separatorLine(source, encoding);
  if (told) return told;
  let widest: { delimiter: Delimiter; width: number } = { delimiter: ',', width: 1 };
  for (const delimiter of DELIMITERS) {
    const rows = await sampleRows(source, encoding, delimiter);
    if (recognise(rows, layouts)) return delimiter;
    const width = Math.max(0, ...rows.map((row) => row.cells.length));
    if (width > widest.width) widest = { delimiter, width };
  }
  return widest.delimiter;
}

function header(sample: readonly RawRow[], layouts: readonly Layout[], sheets: readonly SheetNote[]): Recognised {
  if (sample.every((row) => row.cells.every((cell) => cell.trim() === ''))) throw new FileRefused('empty');
  const recognised = recognise(sample, layouts);
  if (!recognised) {
    const near = closest(sample, layouts);
    throw new FileRefused('no_header', {
      ...(near && {
        closest: `${near.layout.platform} ${near.layout.name}`,
        missing: near.missing,
        headers: near.headers,
      }),
      ...(sheets.length > 1 && { sheets }),
    });
  }
  const duplicate = ambiguousColumn(recognised);
  if (duplicate !== undefined)
    throw new FileRefused('duplicate_column', { column: duplicate, line: recognised.header.line });
  return recognised;
}
