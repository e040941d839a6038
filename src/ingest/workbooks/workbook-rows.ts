/** The rows of the sheets that hold the export, read from their spools as often as it takes. */
import type { Layout } from '../../platforms/layout.ts';
import {
  ownRow,
  type Pause,
  type RawRow,
  type RowReader,
  type TableNotes,
  type VisitedRow,
} from '../tables/table-source.ts';
import { type ChosenSheets, chooseSheets, sheetsAsked } from './choose-sheets.ts';
import { SpoolRoom } from './spool.ts';
import { spoolSheet, type SpooledSheet } from './spooled-sheet.ts';
import { MOST_NOTES, type Workbook } from './workbook.ts';

/** `scratch` gives a path for a file of that name that goes when the source does. */
export async function workbookRows(
  workbook: Workbook,
  scratch: (name: string) => string,
  asked: string | undefined,
  layouts: readonly Layout[],
): Promise<RowReader> {
  const spooled: SpooledSheet[] = [];
  const room = new SpoolRoom();
  for (const sheet of sheetsAsked(workbook.sheets, asked))
    spooled.push(await spoolSheet(workbook, sheet, scratch(`sheet-${spooled.length}`), room));
  const chosen = chooseSheets(workbook.sheets, spooled, layouts);
  const notes = notesOf(workbook, chosen);
  return {
    async sample() {
      return chosen.read[0]?.spooled.sample ?? [];
    },
    visit: (visitor, pause) => visit(chosen, visitor, pause),
    notes: () => notes,
  };
}

async function visit({ read }: ChosenSheets, visitor: (row: VisitedRow) => void, pause?: Pause): Promise<void> {
  for (const [index, { spooled, header }] of read.entries()) {
    const sheet = read.length > 1 ? spooled.sheet.name : undefined;
    // Only the first sheet may have more above its header than everybody skips.
    const from = index === 0 ? 0 : (header?.header.line ?? 0);
    const below = header?.header.line ?? Infinity;
    const width = header?.header.cells.length ?? Infinity;
    await spooled.read((line, cells) => {
      if (line < from) return;
      if (line > below) fit(cells, width);
      visitor(ownRow(line, cells, sheet));
    }, pause);
  }
}

/** Sheets leave out blank cells at the end; what stands beside the table is under no column of it. */
function fit(cells: string[], width: number): void {
  if (cells.length > width) cells.length = width;
  else while (cells.length < width) cells.push('');
}

function notesOf(workbook: Workbook, chosen: ChosenSheets): TableNotes {
  const findings = chosen.read.map(({ spooled }) => spooled.findings);
  const named = chosen.read.map(({ spooled }) => (chosen.read.length > 1 ? { sheet: spooled.sheet.name } : {}));
  const all = (kind: 'errorCells' | 'emptyFormulas') =>
    findings.flatMap((found, at) => found[kind].map((note) => ({ ...note, ...named[at] }))).slice(0, MOST_NOTES);
  return {
    sheets: chosen.notes,
    date1904: workbook.date1904,
    hiddenRows: findings.reduce((sum, { hiddenRows }) => sum + hiddenRows, 0),
    hiddenColumns: chosen.read.reduce((sum, { spooled }) => sum + hiddenWithin(spooled), 0),
    errorCells: all('errorCells'),
    emptyFormulas: all('emptyFormulas'),
  };
}

/** Hidden columns of the table itself; programs hide all that lie to the right of it. */
function hiddenWithin({ findings, sample }: SpooledSheet): number {
  const width = Math.max(0, ...sample.map((row: RawRow) => row.cells.length));
  const hidden = new Set<number>();
  for (const [first, last] of findings.hiddenColumns)
    for (let column = Math.max(0, first); column <= last && column < width; column++) hidden.add(column);
  return hidden.size;
}
