/**
 * One form in which a tool tells what became of messages: its columns, and what a row of it says. To add one: a file
 * exporting its forms, and a line in result-exports.ts.
 */
import type { Field, Layout } from '../../platforms/layout.ts';
import type { Channel } from '../gate.ts';

export const RESULTS = ['delivered', 'bounced', 'replied', 'unsubscribed', 'complained'] as const;
export type Result = (typeof RESULTS)[number];

/** After which nothing more is to be sent there. */
export const OBJECTIONS: ReadonlySet<Result> = new Set(['bounced', 'unsubscribed', 'complained']);

/** lost: it did not arrive, and the next one may. none: nothing that is kept, as that it was opened, or is on its way. */
export type Meaning = Result | 'lost' | 'none';

export interface Said {
  /** Undefined for a word nobody knows. */
  readonly meaning: Meaning | undefined;
  /** Whose cell says so. */
  readonly field: Field;
  /** Whose cell says when. */
  readonly at: Field;
  /** Where the form is of one alone. */
  readonly channel?: Channel;
}

/** The cell of a field, cleaned; '' where there is none. */
export type Cells = (field: Field) => string;

export interface ResultExport {
  /** Whose form it is, as what it tells is marked. */
  readonly tool: string;
  /** Whether its headers stand in a file or program that was seen, or are what is remembered of them. */
  readonly evidence: 'seen' | 'recalled';
  /** Where they do. */
  readonly source: string;
  readonly layout: Layout;
  /** Times without an offset are of this zone; else of the one told, or the archive's. */
  readonly zone?: string;
  /** Columns of times. */
  readonly dates: readonly Field[];
  readonly says: (cells: Cells) => readonly Said[];
}
