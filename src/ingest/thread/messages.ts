/** What the reading thread and the one that stores say to each other. */
import type { MessagePort } from 'node:worker_threads';
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

/** On a port of its own, where it takes a third of the memory until it is fetched. */
export interface Batch {
  readonly kind: 'batch';
  readonly orders: Packed;
  readonly refusals: readonly Refusal[];
}

export interface Offer {
  readonly kind: 'offer';
  readonly briefs: Packed;
}

export type FromThread =
  | { readonly kind: 'read'; readonly meta: ReadMeta }
  /** A batch waits to be fetched. */
  | { readonly kind: 'sent' }
  /** Orders that may stand already: the answer tells which of them do not. */
  | Offer
  | { readonly kind: 'built'; readonly built: Built }
  | { readonly kind: 'failed'; readonly problem: PackedProblem };

/** A batch is stored; of the oldest offer these orders do not stand yet. */
export type Answer = { readonly kind: 'stored' } | { readonly kind: 'offered'; readonly unknown: readonly number[] };

export type ToThread =
  | { readonly kind: 'task'; readonly task: ReadingTask; readonly batches: MessagePort }
  | { readonly kind: 'build' }
  | Answer;
