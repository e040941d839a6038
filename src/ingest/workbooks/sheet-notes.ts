/** Gathers what a sheet says beside its cells: what it hides, what it could not work out, what it merges. */
import { FileRefused } from '../refusal.ts';
import type { CellNote } from '../tables/table-source.ts';
import { type ColumnMerge, MOST_MERGES, MOST_NOTES, type SheetFindings } from './workbook.ts';
import { attribute, flag } from './xml-scanner.ts';

/** So many of one column reach below any header. */
const ENOUGH = 40;

export class SheetNotes implements SheetFindings {
  hiddenRows = 0;
  readonly hiddenColumns: (readonly [number, number])[] = [];
  readonly errorCells: CellNote[] = [];
  readonly emptyFormulas: CellNote[] = [];
  readonly merges: ColumnMerge[] = [];
  readonly #formulas = new Map<number, number>();

  errorCell(note: CellNote): void {
    if (this.errorCells.length < MOST_NOTES) this.errorCells.push(note);
  }

  emptyFormula(note: CellNote): void {
    const before = this.#formulas.get(note.column) ?? 0;
    this.#formulas.set(note.column, before + 1);
    if (before < ENOUGH) this.emptyFormulas.push(note);
  }

  hideColumns(first: number, last: number): void {
    if (first <= last && this.hiddenColumns.length < MOST_NOTES) this.hiddenColumns.push([first, last]);
  }

  merge(merge: ColumnMerge): void {
    if (merge.last <= merge.first) return;
    if (this.merges.push(merge) > MOST_MERGES) throw new FileRefused('too_large', { line: merge.first });
  }

  /** An element of the sheet before or after its cells. */
  element(name: string, attributes: string): void {
    if (name === 'col' && flag(attributes, 'hidden'))
      this.hideColumns(Number(attribute(attributes, 'min')) - 1, Number(attribute(attributes, 'max')) - 1);
    if (name !== 'mergeCell') return;
    const [, from, first, to, last] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(attributes, 'ref') ?? '') ?? [];
    if (from !== undefined && from === to)
      this.merge({ column: columnOf(from), first: Number(first), last: Number(last) });
  }
}

/** 0-based column of `AB`. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.slice(0, 8)) column = column * 26 + (letter.charCodeAt(0) & 31);
  return column - 1;
}
