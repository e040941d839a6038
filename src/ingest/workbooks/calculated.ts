/** Formulas that were never worked out: a program wrote the file, and no spreadsheet has opened it since. */
import type { Recognised } from '../tables/recognise.ts';
import { FileRefused } from '../refusal.ts';
import type { TableNotes } from '../tables/table-source.ts';

/** Throws FileRefused: formula_without_value, where a column that a layout reads holds one below the header. */
export function assertCalculated({ emptyFormulas }: TableNotes, { header, columns }: Recognised): void {
  const bound = new Set([...columns.values()].flat());
  const found = emptyFormulas.find(({ column, line }) => bound.has(column) && line > header.line);
  if (found)
    throw new FileRefused('formula_without_value', {
      line: found.line,
      sheet: found.sheet,
      column: (header.cells[found.column] ?? '').trim(),
    });
}
