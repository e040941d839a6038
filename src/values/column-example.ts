/** The cell that shows what is said of a whole column. */
export interface ColumnExample {
  readonly example: string;
  readonly line: number;
  /** Of a workbook, where more than one is read. */
  readonly sheet?: string | undefined;
}
