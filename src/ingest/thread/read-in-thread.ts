/**
 * Reads a large export in a thread of its own, so that reading and storing go on at the same time. What
 * comes out is the same as of `readExport`.
 */
import { on } from 'node:events';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { platformNamed } from '../../platforms/index.ts';
import type { Layout, Platform } from '../../platforms/layout.ts';
import { containerOf } from '../bytes/container.ts';
import { type Packed, unpackBriefs, unpackOrders } from './pack-orders.ts';
import type { Built, ExportRead, Known, OrderTaker, ReadRequest } from '../orders/export-read.ts';
import { layoutNamed } from '../orders/read-export.ts';
import { type PackedProblem, unpackProblem } from './reading-problems.ts';
import { FileRefused, type Refusal } from '../refusal.ts';
import type { SettledShop } from '../orders/shop.ts';
import type { Source } from '../bytes/source.ts';

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
  readonly orders: Packed;
  readonly refusals: readonly Refusal[];
}

export type FromThread =
  | { readonly kind: 'read'; readonly meta: ReadMeta }
  | { readonly kind: 'batch'; readonly batch: Batch }
  /** Orders that may stand already: the answer tells which of them do not. */
  | { readonly kind: 'offer'; readonly briefs: Packed }
  | { readonly kind: 'built'; readonly built: Built }
  | { readonly kind: 'failed'; readonly problem: PackedProblem };

/** After the task: start; a batch is stored; of the oldest offer these orders do not stand yet. */
export type ToThread = 'build' | 'stored' | { readonly unknown: readonly number[] };

/** A thread that waits for its task; starting it takes as long as looking at a file of some hundred megabytes. */
export function startThread(): Worker {
  // Reading takes little, whatever the file: what takes more is broken, and must not take the machine.
  const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 48 };
  return new Worker(new URL('./reading-thread.js', import.meta.url), { resourceLimits });
}

/** Ends the thread where `signal` is aborted, and whatever waits for it fails. */
export async function readInThread(
  task: Omit<ReadingTask, 'source'> & { readonly source: Source },
  signal: AbortSignal,
  worker = startThread(),
): Promise<ExportRead> {
  const { source, request, known, now, atOnce } = task;
  const { path, name, size, hash, utf8, head } = source;
  try {
    const messages = messagesOf(worker, signal);
    signal.throwIfAborted();
    // What the thread sets down goes with the source, even where the thread is ended.
    const scratchFolder = containerOf(source) === 'text' ? '' : dirname(source.scratch('thread'));
    const bytes = { path, name, size, hash, utf8, head, scratchFolder };
    worker.postMessage({ source: bytes, request, known, now, atOnce } satisfies ReadingTask);
    const first = await messages.next();
    if (first.kind !== 'read') throw new Error(`the reading thread said ${first.kind} first`);
    return readBy(worker, messages, first.meta, task);
  } catch (error) {
    // Only then may what it set down be removed.
    await worker.terminate();
    throw error;
  }
}

function readBy(
  worker: Worker,
  messages: Messages,
  meta: ReadMeta,
  { request, known }: Pick<ReadingTask, 'request' | 'known'>,
): ExportRead {
  const platform = platformNamed(meta.platform) as Platform;
  return {
    layout: layoutNamed(platform, meta.layout, request, known) as Layout,
    platform,
    encoding: meta.encoding,
    shops: new Map(meta.shops),
    header: meta.header,
    decided: meta.decided,
    atOnce: meta.atOnce,
    async build(take: OrderTaker): Promise<Built> {
      worker.postMessage('build' satisfies ToThread);
      for (;;) {
        const message = await messages.next();
        if (message.kind === 'built') return message.built;
        if (message.kind === 'offer') {
          const unknown: number[] = [];
          for (const [index, brief] of [...unpackBriefs(message.briefs)].entries())
            take.offer(brief, (stands) => {
              if (!stands) unknown.push(index);
            });
          worker.postMessage({ unknown } satisfies ToThread);
          continue;
        }
        if (message.kind !== 'batch') throw new Error(`the reading thread said ${message.kind} while building`);
        for (const refusal of message.batch.refusals) take.refusal(refusal);
        for (const order of unpackOrders(message.batch.orders)) take.order(order);
        worker.postMessage('stored' satisfies ToThread);
      }
    },
    close: () => worker.terminate(),
  };
}

interface Messages {
  next(): Promise<FromThread>;
}

/** One at a time, in order; throws what went wrong in the thread. */
function messagesOf(worker: Worker, signal: AbortSignal): Messages {
  const messages = on(worker, 'message', { signal, close: ['exit'] });
  signal.addEventListener('abort', () => void worker.terminate(), { once: true });
  return {
    async next() {
      const arrived = (await messages.next().catch(thrown)) as IteratorResult<[FromThread], unknown>;
      if (arrived.done) throw new Error('the reading thread ended early');
      const [message] = arrived.value;
      if (message.kind === 'failed') throw unpackProblem(message.problem);
      return message;
    },
  };
}

function thrown(error: unknown): never {
  if ((error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new FileRefused('too_large');
  throw error;
}
