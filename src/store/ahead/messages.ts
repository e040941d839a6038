/** What the thread that reads ahead and the one it reads for say to each other. */
import type { MessagePort } from 'node:worker_threads';
import type { Reopening } from '../open.ts';

/** A query of one row of texts. */
export interface Query {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface AheadTask extends Reopening {
  readonly path: string;
  readonly rows: MessagePort;
  /** Rows that were read so far, and that were taken: 32 bits each. */
  readonly counts: Int32Array;
}

export const [READ, TAKEN] = [0, 1];

/** Rows that may wait to be taken. */
export const WAITING = 16;

/** The row of the query that was asked for at a place; undefined where no more can be read. */
export type Row = { readonly at: number; readonly texts: readonly string[] } | undefined;
