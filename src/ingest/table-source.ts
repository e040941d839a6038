/** Rows of cells with the line each starts on, whatever container they came from. */
export interface RawRow {
  /** 1-based physical line (text) or sheet row (workbook). */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row while it is visited; its cells are only good until the visit ends. */
export interface VisitedRow extends RawRow {
  /** Keeps the row for later, in the smallest form that its reader knows. */
  keep(): KeptRow;
}

export interface KeptRow {
  readonly line: number;
  /** Good until another row is asked for its cells. */
  cells(): readonly string[];
}

export interface RowReader {
  /** The first rows, for finding the header; reading starts over afterwards. */
  sample(): Promise<readonly RawRow[]>;
  /** Visits every row in order. Throws FileRefused where it breaks off. */
  visit(visitor: (row: VisitedRow) => void): Promise<void>;
}

/** A row whose cells nobody else will touch. */
export function ownRow(line: number, cells: readonly string[]): VisitedRow {
  return { line, cells, keep: () => ({ line, cells: () => cells }) };
}

/** Enough to find a header below a preamble, and the rows under it. */
export const SAMPLE_ROWS = 42;
