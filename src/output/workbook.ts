/**
 * A table as a workbook of one sheet, written while its rows are made: a heading that stays in sight, a filter, and
 * columns as wide as what stands in them. The same table of the same day gives the same bytes.
 */
import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { stream, Worksheet } from 'exceljs';
import { displayWidth } from './display-width.ts';
import type { Cell, Table } from './table.ts';
import { type Altered, type SheetCell, sheetCells, TEXT_FORM } from './workbook-cells.ts';

/** Rows beneath the heading. */
export const MOST_ROWS = 1_048_575;
export const MOST_COLUMNS = 16_384;

/** There is more than a sheet can hold. */
export class TooLargeForSheet extends Error {
  readonly of: 'rows' | 'columns';

  constructor(of: 'rows' | 'columns') {
    super(`too many ${of} for a sheet`);
    this.of = of;
  }
}

export interface BinaryTarget {
  /** Takes the bytes of the file, one piece after the other. */
  readonly append: (bytes: Uint8Array) => void | Promise<void>;
  /** The day the file says it is of. */
  readonly day: string;
  readonly signal: AbortSignal;
}

/** Rows by which the widths are found. */
const SAMPLE = 500;
/** Rows after which what was made is waited for. */
const BATCH = 250;
const [NARROWEST, WIDEST] = [8, 60];
/** Texts that are kept to be written once. Beyond them each is written where it stands, so that memory stays bounded. */
const SHARED_TEXTS = 20_000;
const HEADING = { ...TEXT_FORM, font: { bold: true } };

/** Gives how many cells had to be changed. Throws TooLargeForSheet, or what `append` throws. */
export async function writeWorkbook(table: Table, target: BinaryTarget): Promise<Altered> {
  if (table.columns.length > MOST_COLUMNS) throw new TooLargeForSheet('columns');
  const altered: Altered = { cut: 0, replaced: 0 };
  const cells = sheetCells(table, altered);
  const file = new FileEnd(target.append);
  const book = await openBook(file, target.day);
  const sheet = book.addWorksheet('regulars', { views: [{ state: 'frozen', ySplit: 1 }] });
  const rows = table.rows[Symbol.iterator]();
  const sample: (SheetCell | undefined)[][] = [];
  const next = (): (SheetCell | undefined)[] | undefined => {
    const { value, done } = rows.next() as IteratorResult<readonly Cell[], undefined>;
    return done ? undefined : cells.map((cell, index) => cell(value[index] ?? null, value));
  };
  try {
    for (let row = next(); row; row = sample.length < SAMPLE ? next() : undefined) sample.push(row);
    sheet.columns = table.columns.map(({ name }, index) => ({ width: widthOf(name, sample, index) }));
    const heading = sheet.addRow([]);
    for (const [index, { name }] of table.columns.entries())
      Object.assign(heading.getCell(index + 1), { style: HEADING, value: name });
    heading.commit();
    let written = 0;
    for (let row = sample[0] ?? next(); row; row = sample[written] ?? next()) {
      if (++written > MOST_ROWS) throw new TooLargeForSheet('rows');
      const line = sheet.addRow([]);
      for (const [index, cell] of row.entries()) if (cell) Object.assign(line.getCell(index + 1), cell);
      line.commit();
      if (written % BATCH > 0) continue;
      if (book.sharedStrings.count > SHARED_TEXTS) sheet.useSharedStrings = false;
      await Promise.race([file.failed, taken(sheet)]);
      target.signal.throwIfAborted();
    }
    if (table.columns.length > 0)
      sheet.autoFilter = {
        from: { row: 1, column: 1 },
        to: { row: written + 1, column: table.columns.length },
      };
    await Promise.race([file.failed, book.commit()]);
  } finally {
    rows.return?.();
  }
  return altered;
}

function widthOf(name: string, sample: readonly (readonly (SheetCell | undefined)[])[], index: number): number {
  const widths = sample.map((row) => {
    const cell = row[index];
    if (!cell) return 0;
    if (cell.value instanceof Date) return cell.style.numFmt === 'yyyy-mm-dd' ? 10 : 20;
    // With what stands between thousands.
    if (typeof cell.value === 'number') return String(Math.trunc(cell.value)).length * 1.33 + 3;
    return Math.max(...String(cell.value).slice(0, 500).split('\n').map(displayWidth));
  });
  // The heading has the button of the filter beside it.
  return Math.min(WIDEST, Math.max(NARROWEST, displayWidth(name) + 3, ...widths.map((width) => width + 1)));
}

/** What exceljs has and does not tell of. */
interface Book extends Pick<stream.xlsx.WorkbookWriter, 'commit'> {
  readonly sharedStrings: { readonly count: number };
  readonly zip: { append(source: unknown, entry: { readonly name: string; readonly date?: Date }): unknown };
  addThemes(): Promise<void>;
  addWorksheet(name: string, options: object): Sheet;
}
interface Sheet extends Pick<Worksheet, 'addRow' | 'columns' | 'autoFilter'> {
  useSharedStrings: boolean;
  readonly stream: { readonly pipes: readonly Writable[] };
}

async function openBook(file: Writable, day: string): Promise<Book> {
  const { default: excel } = await import('exceljs');
  const date = new Date(`${day}T00:00:00Z`);
  const Writer = excel.stream.xlsx.WorkbookWriter as unknown as new (options: object) => Book;
  class DatedWriter extends Writer {
    // The first thing it does: from then on each part is of that day, not of the moment it was packed.
    override addThemes(): Promise<void> {
      const append = this.zip.append.bind(this.zip);
      this.zip.append = (source, entry) => append(source, { ...entry, date });
      return super.addThemes();
    }
  }
  return new DatedWriter({
    stream: file,
    useStyles: true,
    useSharedStrings: true,
    created: date,
    modified: date,
    creator: 'regulars',
    lastModifiedBy: 'regulars',
  });
}

/** exceljs goes on without asking whether what packs its rows can take more. */
async function taken(sheet: Sheet): Promise<void> {
  await turn();
  // Told once all before it has gone on.
  for (const pipe of sheet.stream.pipes) await new Promise((resolve) => pipe.write(NOTHING, resolve));
}
const NOTHING = new Uint8Array();

/** Where the packed bytes go. exceljs would wait for ever for one that fails. */
class FileEnd extends Writable {
  readonly failed: Promise<never>;

  constructor(append: BinaryTarget['append']) {
    super({
      write(chunk: Uint8Array, _encoding, done) {
        void handOn(append, chunk, done);
      },
    });
    this.failed = new Promise((_, reject) => this.once('error', reject));
    // Heard where it is waited for.
    this.failed.catch(() => undefined);
  }
}

async function handOn(append: BinaryTarget['append'], bytes: Uint8Array, done: (error?: Error) => void): Promise<void> {
  try {
    await append(bytes);
  } catch (error) {
    done(error as Error);
    return;
  }
  done();
}
