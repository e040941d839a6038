/** Rows of cells with the line each starts on, whatever container they came from. */
export interface RawRow {
  /** 1-based physical line (text) or sheet row (workbook). */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface RowReader {
  /** The first rows, for finding the header; reading starts over afterwards. */
  sample(): Promise<readonly RawRow[]>;
  /**
   * Visits every row in order. The row is only good during the visit: what is wanted of it is
   * taken there, so that a large file never stands in memory. Throws FileRefused where it breaks off.
   */
  visit(visitor: (row: RawRow) => void): Promise<void>;
}

export const SAMPLE_ROWS = 40;
