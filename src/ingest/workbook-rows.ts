/**
 * Rows of an .xlsx workbook's sheet as text, read by hucre: dates as the sheet's wall clock shows
 * them, numbers in full, a number of more than 15 digits in a form that no identifier may have.
 */
import { readFileSync } from 'node:fs';
import { FileRefused } from './refusal.ts';
import type { Source } from './source.ts';
import { ownRow, type RawRow, type RowReader, SAMPLE_ROWS, type VisitedRow } from './table-source.ts';

/** A spreadsheet keeps 15 significant digits; what is longer has lost its end. */
const EXACT_BELOW = 1e15;

export async function workbookRows(source: Source, sheet: string | undefined): Promise<RowReader> {
  const { streamXlsxRows } = await import('hucre/xlsx');
  const bytes = readFileSync(source.path);
  if (!bytes.includes('[Content_Types].xml')) throw new FileRefused('zip');
  const visit = async (visitor: (row: VisitedRow) => void, most = Infinity): Promise<void> => {
    let seen = 0;
    try {
      for await (const row of streamXlsxRows(bytes, sheet === undefined ? {} : { sheet: sheetKey(sheet) })) {
        const cells = row.values.map(cellText);
        if (cells.every((cell) => cell === '')) continue;
        visitor(ownRow(row.index + 1, cells));
        if (++seen >= most) return;
      }
    } catch (error) {
      if (error instanceof FileRefused) throw error;
      // Whatever the reader stumbled over, the file is what it stumbled on; its own words go along.
      const message = error instanceof Error ? error.message : String(error);
      if (sheet !== undefined && /sheet/i.test(message)) throw new FileRefused('no_such_sheet', { value: sheet });
      throw new FileRefused('bad_workbook', { value: message });
    }
  };
  return {
    async sample() {
      const rows: RawRow[] = [];
      await visit((row) => rows.push(row), SAMPLE_ROWS);
      return rows;
    },
    visit: (visitor) => visit(visitor),
  };
}

/** `--sheet 2` is the second sheet, `--sheet 订单` the one of that name. */
function sheetKey(sheet: string): number | string {
  return /^\d+$/.test(sheet) ? Number(sheet) - 1 : sheet;
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Math.abs(value) >= EXACT_BELOW ? value.toExponential() : String(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date)
    return new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return '';
}
