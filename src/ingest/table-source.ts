/** Rows of cells with the line each starts on, whatever container they came from. */
export interface RawRow {
  /** 1-based physical line (text) or sheet row (workbook). */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface RowReader {
  /** The first rows, for finding the header; reading starts over afterwards. */
  sample(): Promise<readonly RawRow[]>;
  /** Every row in order, in batches; throws FileRefused where the file breaks off. */
  rows(): AsyncIterable<readonly RawRow[]>;
}

export const SAMPLE_ROWS = 40;
