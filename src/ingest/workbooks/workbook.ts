/** The one face of a workbook, whatever container it is in: its sheets in tab order, and the rows of each. */
import type { CellNote } from '../tables/table-source.ts';

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  /** Visits the rows of one sheet that hold anything, in file order. Throws FileRefused. */
  rows(sheet: Sheet, take: TakeRow): Promise<SheetFindings>;
}

export interface Sheet {
  readonly name: string;
  readonly visible: boolean;
  /** Where its reader finds it. */
  readonly key: string;
}

/** A row of a sheet, 1-based; the cells are only good during the call, and a blank one is ''. */
export type TakeRow = (line: number, cells: readonly string[]) => void;

/** What a sheet says beside its cells. */
export interface SheetFindings {
  readonly hiddenRows: number;
  /** 0-based first and last of each run of hidden columns. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
  readonly errorCells: readonly CellNote[];
  readonly emptyFormulas: readonly CellNote[];
  readonly merges: readonly ColumnMerge[];
}

/** Cells of one column, merged downwards: what stands in the first counts for each. */
export interface ColumnMerge {
  readonly first: number;
  readonly last: number;
  readonly column: number;
}

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
/** Notes kept of one kind. */
export const MOST_NOTES = 1000;
/** Merges kept; a sheet with more is no export. */
export const MOST_MERGES = 1_000_000;
/** A cell that many blank columns away from its row belongs to no table. */
export const FAR_COLUMNS = 256;
