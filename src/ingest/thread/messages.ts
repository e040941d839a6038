/** What the reading thread and the one that stores say to each other. */
import type { Built, ExportRead, Known, ReadRequest } from '../orders/export-read.ts';
import type { Refusal } from '../refusal.ts';
import type { SettledShop } from '../orders/shop.ts';
import type { Source } from '../bytes/source.ts';
import type { Packed } from './pack-orders.ts';
import type { PackedProblem } from './reading-problems.ts';

export interface ReadingTask {
  readonly source: Omit<Source, 'dispose' | 'scratch'> & { readonly scratchFolder: string };
  readonly request: ReadRequest;
  readonly known: Known;
  readonly now: number;
  /** In one pass, if the first rows allow it; building may then throw Unforeseen. */
  readonly atOnce: boolean;
}

export interface ReadMeta {
  readonly layout: string;
  readonly platform: string;
  readonly encoding: ExportRead['encoding'];
  readonly shops: readonly (readonly [string, SettledShop])[];
  readonly header: readonly string[];
  readonly decided: ExportRead['decided'];
  readonly atOnce: boolean;
}

export interface Batch {
  /** Packed orders as bytes, which take a third of the memory while they wait to be stored. */
  readonly orders: Uint8Array;
  readonly refusals: readonly Refusal[];
}

export interface Offer {
  readonly kind: 'offer';
  readonly briefs: Packed;
}

export type FromThread =
  | { readonly kind: 'read'; readonly meta: ReadMeta }
  | { readonly kind: 'batch'; readonly batch: Batch }
  /** Orders that may stand already: the answer tells which of them do not. */
  | Offer
  | { readonly kind: 'built'; readonly built: Built }
  | { readonly kind: 'failed'; readonly problem: PackedProblem };

/** A batch is stored; of the oldest offer these orders do not stand yet. */
export type Answer = { readonly kind: 'stored' } | { readonly kind: 'offered'; readonly unknown: readonly number[] };

export type ToThread = { readonly kind: 'task'; readonly task: ReadingTask } | { readonly kind: 'build' } | Answer;
