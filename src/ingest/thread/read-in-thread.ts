/**
 * Reads a large export in a thread of its own, so that reading and storing go on at the same time. What
 * comes out is the same as of `readExport`.
 */
import { dirname } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { platformNamed } from '../../platforms/index.ts';
import type { Layout, Platform } from '../../platforms/layout.ts';
import { containerOf } from '../bytes/container.ts';
import type { Built, ExportRead, OrderTaker } from '../orders/export-read.ts';
import { layoutNamed } from '../orders/read-export.ts';
import type { Source } from '../bytes/source.ts';
import { Inbox } from './inbox.ts';
import type { Offer, ReadingTask, ReadMeta, ToThread } from './messages.ts';
import { unpackBriefs, unpackOrders } from './pack-orders.ts';

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
  const { path, name, size, stamp, hash, utf8, head } = source;
  const { port1, port2 } = new MessageChannel();
  const inbox = new Inbox(worker, port1, signal);
  try {
    signal.throwIfAborted();
    // What the thread sets down goes with the source, even where the thread is ended.
    const scratchFolder = containerOf(source) === 'text' ? '' : dirname(source.scratch('thread'));
    const bytes = { path, name, size, stamp, hash, utf8, head, scratchFolder };
    const message: ToThread = { kind: 'task', task: { source: bytes, request, known, now, atOnce }, batches: port2 };
    worker.postMessage(message, [port2]);
    const first = await inbox.next();
    if (first.kind !== 'read') throw new Error(`the reading thread said ${first.kind} first`);
    return readBy(worker, inbox, first.meta, task);
  } catch (error) {
    inbox.close();
    // Only then may what it set down be removed.
    await worker.terminate();
    throw error;
  }
}

function readBy(
  worker: Worker,
  inbox: Inbox,
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
    build(take: OrderTaker): Promise<Built> {
      const answer = (offer: Offer) => tell(worker, { kind: 'offered', unknown: unknownOf(offer, take) });
      return inbox.answering(answer, () => store(worker, inbox, take));
    },
    close() {
      inbox.close();
      return worker.terminate();
    },
  };
}

async function store(worker: Worker, inbox: Inbox, take: OrderTaker): Promise<Built> {
  tell(worker, { kind: 'build' });
  for (;;) {
    const message = await inbox.next();
    if (message.kind === 'built') return message.built;
    if (message.kind !== 'sent') throw new Error(`the reading thread said ${message.kind} while building`);
    const { orders, refusals } = inbox.batch();
    for (const refusal of refusals) take.refusal(refusal);
    for (const order of unpackOrders(orders)) take.order(order);
    tell(worker, { kind: 'stored' });
  }
}

function tell(worker: Worker, message: ToThread): void {
  worker.postMessage(message);
}

function unknownOf({ briefs }: Offer, take: OrderTaker): number[] {
  const unknown: number[] = [];
  let index = 0;
  for (const brief of unpackBriefs(briefs)) {
    const at = index++;
    take.offer(brief, (stands) => {
      if (!stands) unknown.push(at);
    });
  }
  return unknown;
}
