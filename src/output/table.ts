/** Rows on their way out: what columns there are and what kind of value each holds. */
export type Cell = string | number | bigint | boolean | null | readonly string[];

export interface Column {
  /** Stable snake_case English: the CSV header and the JSON key. */
  readonly name: string;
  /** Heading on a terminal where it is not the usual one of the name (messages/columns.ts). */
  readonly title?: string;
  /**
   * text: from people or files, defused for spreadsheets; phone: E.164, kept whole;
   * money: integer minor units of the row's currency column, written as a decimal outside JSON;
   * integer, number, day, instant, boolean: plain; list: joined with '; ' outside JSON.
   */
  readonly kind: 'text' | 'phone' | 'money' | 'integer' | 'number' | 'day' | 'instant' | 'boolean' | 'list';
  /** money: the fixed currency of the column, or the name of the column that holds it. */
  readonly currency?: { readonly code: string } | { readonly column: string };
  /** Holds our own words, as states and channels: in the reader's language on a terminal. */
  readonly term?: boolean;
  /** Left out of a terminal table, kept everywhere else. */
  readonly machineOnly?: boolean;
  /** Left out of a terminal table that is too narrow to show it unbroken beside the others. */
  readonly whenRoom?: boolean;
  /** Has lines of its own: on a terminal ⏎ stands between them. */
  readonly lines?: boolean;
  /** Never broken over two lines: a number to copy. */
  readonly whole?: boolean;
}

export interface Table {
  readonly columns: readonly Column[];
  /** Each row has a cell per column, in the columns' order. */
  readonly rows: Iterable<readonly Cell[]>;
  /** In a text file control characters are written as \u{…}: it is for people, as a list of contacts; else data keeps them. */
  readonly controlsShown?: boolean;
}
