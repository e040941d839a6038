/** Rows of cells with the line each starts on, whatever container they came from. */
export interface RawRow {
  /** 1-based physical line (text) or sheet row (workbook). */
  readonly line: number;
  readonly cells: readonly string[];
  /** Name of the sheet, where more than one is read. */
  readonly sheet?: string | undefined;
  /** Why the cells cannot be trusted, where they cannot; they are then the nearest that could be read. */
  readonly damage?: Damage | undefined;
  /** False where no character of it was lost before the file was written; not every reader knows. */
  readonly lossy?: boolean;
  /** False where no cell has a quote in it; not every reader knows. */
  readonly quoted?: boolean;
}

/** Bytes that no character is written with; a zero byte; quotes that open or close in the middle of a cell. */
export type Damage = 'invalid_encoding' | 'nul_byte' | 'broken_quotes';

/** A row while it is visited; its cells are only good until the visit ends. */
export interface VisitedRow extends RawRow {
  /** Keeps the row for a while: what is read around it stays in memory as long. */
  keep(): KeptRow;
  /** Keeps the row for long, in the smallest form that its reader knows. */
  keepApart(): KeptRow;
}

export interface KeptRow {
  readonly line: number;
  readonly sheet?: string | undefined;
  /** All of its cells as they stood. */
  readonly text: string;
  /** Good until another row is asked for its cells. */
  cells(): readonly string[];
}

/** Settles when reading may go on. */
export type Pause = () => Promise<void>;

export interface RowReader {
  /** The first rows, for finding the header; reading starts over afterwards. */
  sample(): Promise<readonly RawRow[]>;
  /** Visits every row in order, pausing between pieces of the file. Throws FileRefused where it breaks off. */
  visit(visitor: (row: VisitedRow) => void, pause?: Pause): Promise<void>;
  /** What the last whole visit noticed beside the rows themselves. */
  notes(): TableNotes;
}

/** What a container says beside its cells, or what had to be done to read it. Nothing of it stops anything by itself. */
export interface TableNotes {
  /** Every sheet of a workbook in the order of its tabs; empty for text. */
  readonly sheets: readonly SheetNote[];
  /** Day numbers count from 1904, not 1900: also those in cells without a date format. */
  readonly date1904: boolean;
  /** Rows and columns that the workbook hides; they are read like any other. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Cells that hold an error such as #REF!, at most the first thousand. */
  readonly errorCells: readonly CellNote[];
  /** Formulas that nobody has worked out yet: the file was written by a program and never opened. */
  readonly emptyFormulas: readonly CellNote[];
}

export interface SheetNote {
  readonly name: string;
  readonly visible: boolean;
  readonly outcome: 'read' | 'empty' | 'hidden' | 'other_columns' | 'not_asked_for' | 'no_table';
}

export interface CellNote {
  /** Where more than one sheet is read. */
  readonly sheet?: string;
  readonly line: number;
  /** 0-based. */
  readonly column: number;
  readonly text: string;
}

/** A table of which there is nothing to say beside its cells. */
export const NO_NOTES: TableNotes = {
  sheets: [],
  date1904: false,
  hiddenRows: 0,
  hiddenColumns: 0,
  errorCells: [],
  emptyFormulas: [],
};

/** A row whose cells nobody else will touch. */
export function ownRow(line: number, cells: readonly string[], sheet?: string): VisitedRow {
  const keep = () => new KeptCells(line, cells, sheet);
  return { line, cells, sheet, keep, keepApart: keep };
}

class KeptCells implements KeptRow {
  readonly line: number;
  readonly sheet: string | undefined;
  readonly #cells: readonly string[];

  constructor(line: number, cells: readonly string[], sheet: string | undefined) {
    this.line = line;
    this.sheet = sheet;
    this.#cells = cells;
  }

  get text(): string {
    return `${this.#cells.join(CELL)}${CELL}`;
  }

  cells(): readonly string[] {
    return this.#cells;
  }
}

/** No cell holds it. */
const CELL = '\u001f';

/** Enough to find a header below a preamble, and the rows under it. */
export const SAMPLE_ROWS = 42;
