/** A BIFF8 workbook, read by hucre in a thread of its own, with a bound on its memory and its time. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { oldSheets } from '../bytes/compound-file.ts';
import { FileRefused } from '../refusal.ts';
import type { Source } from '../bytes/source.ts';
import { isErrorText, numberText } from './cell-text.ts';
import { LONGEST_CELL } from './shared-strings.ts';
import { SheetNotes } from './sheet-notes.ts';
import type { SheetFindings, TakeRow, Workbook } from './workbook.ts';
import { withoutSpoolSigns } from './xml-text.ts';

type Value = string | number | boolean | Date | null | undefined;

interface ReadSheet {
  readonly rows: readonly (readonly Value[] | undefined)[];
  readonly merges?: readonly { startRow: number; startCol: number; endRow: number; endCol: number }[];
}

const MEGABYTES = 220;
const SECONDS = 4;

/** As a text, so that it is the same file wherever the program was put together. */
const THREAD = `
import { parentPort, workerData } from 'node:worker_threads';
const { readXls } = await import(workerData.reader);
const { sheets } = await readXls(workerData.bytes);
parentPort.postMessage(sheets.map(({ rows, merges }) => ({ rows, merges })));
`;

/** Throws FileRefused: password, old_excel, bad_workbook, too_large, too_slow. */
export function openXls(source: Source): Workbook {
  const { sheets, date1904 } = oldSheets(source);
  const tables = sheets.flatMap(({ name, visible, isTable }, index) =>
    isTable ? [{ name, visible, key: String(index) }] : [],
  );
  let read: Promise<readonly ReadSheet[]> | undefined;
  return {
    date1904,
    sheets: tables,
    async rows(sheet, take) {
      read ??= readSheets(source);
      return rowsOf((await read)[Number(sheet.key)], take);
    },
  };
}

async function readSheets(source: Source): Promise<readonly ReadSheet[]> {
  const bytes = new Uint8Array(readFileSync(source.path));
  const reader = pathToFileURL(createRequire(import.meta.url).resolve('hucre/xlsx')).href;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(THREAD)}`), {
    workerData: { bytes, reader },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  });
  const bad = () => new FileRefused('bad_workbook', { value: source.name });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const seconds = SECONDS + source.size / (1 << 20);
      timer = setTimeout(() => reject(new FileRefused('too_slow')), seconds * 1000);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new FileRefused('too_large') : bad()),
      );
      worker.once('exit', () => reject(bad()));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function rowsOf(sheet: ReadSheet | undefined, take: TakeRow): SheetFindings {
  const notes = new SheetNotes();
  for (const [index, values] of sheet?.rows.entries() ?? []) {
    // Damaged files leave out rows and cells.
    const cells = Array.from(values ?? [], cellText);
    if (cells.every((cell) => cell === '')) continue;
    for (const [column, text] of cells.entries()) {
      if (text.length > LONGEST_CELL) throw new FileRefused('cell_too_long', { line: index + 1 });
      if (isErrorText(text)) notes.errorCell({ line: index + 1, column, text });
    }
    take(index + 1, cells);
  }
  for (const { startRow, startCol, endRow, endCol } of sheet?.merges ?? [])
    if (startCol === endCol) notes.merge({ first: startRow + 1, last: endRow + 1, column: startCol });
  return notes;
}

function cellText(value: Value): string {
  if (typeof value === 'string') return withoutSpoolSigns(value);
  if (typeof value === 'number') return numberText(String(value));
  if (typeof value === 'boolean') return String(value);
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return '';
  return new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
