/** What the thread that reads ahead and the one it reads for say to each other. */
import type { MessagePort } from 'node:worker_threads';
import type { Reopening } from '../open.ts';
import type { Packed } from './packed.ts';

/** A query of columns: one row, of each a JSON array. */
export interface Query {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface AheadTask extends Reopening {
  readonly path: string;
  readonly answers: MessagePort;
  /** Answers that were read so far, and that were taken: 32 bits each. */
  readonly counts: Int32Array;
}

export const [READ, TAKEN] = [0, 1];

/** Answers that may wait to be taken: all lines of two million orders. */
export const WAITING = 1024;

/** The columns of the query that was asked for at a place; undefined where no more can be read. */
export type Answer = { readonly at: number; readonly columns: readonly Packed[] } | undefined;
