/** What a workbook says beside the cells of its table, as far as it concerns what was read of it. */
import type { Recognised } from '../tables/recognise.ts';
import type { SheetNote, TableNotes } from '../tables/table-source.ts';

export interface WorkbookNotes {
  /** All sheets, where it has several; empty for text. */
  readonly sheets: readonly SheetNote[];
  /** They were read like any other. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Cells of bound columns that hold an error such as #REF!, by column. */
  readonly errorCells: readonly { readonly column: string; readonly example: string; readonly cells: number }[];
}

export function workbookNotes(notes: TableNotes, { header, columns }: Recognised): WorkbookNotes {
  const bound = new Set([...columns.values()].flat());
  const found = new Map<number, { column: string; example: string; cells: number }>();
  for (const { line, column, text } of notes.errorCells) {
    if (!bound.has(column) || line <= header.line) continue;
    const known = found.get(column);
    if (known) known.cells++;
    else found.set(column, { column: (header.cells[column] ?? '').trim(), example: text, cells: 1 });
  }
  return {
    sheets: notes.sheets.length > 1 ? notes.sheets : [],
    hiddenRows: notes.hiddenRows,
    hiddenColumns: notes.hiddenColumns,
    errorCells: [...found.values()],
  };
}
