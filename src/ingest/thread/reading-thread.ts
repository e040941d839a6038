/** The thread in which a large export is read: everything up to its prepared orders, which are handed over in batches. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type Packed, packOrder } from './pack-orders.ts';
import { type Built, type ExportRead, readExport } from '../orders/read-export.ts';
import { packProblem } from './reading-problems.ts';
import type { Refusal } from '../refusal.ts';
import type { Source } from '../bytes/source.ts';
import type { Batch, FromThread, ReadingTask, ReadMeta } from './read-in-thread.ts';

/** Orders in a batch; what is refused comes between them. */
const TOGETHER = 200;
/** Batches that may wait to be stored. */
const AHEAD = 6;

const port = parentPort;
if (!port) throw new Error('not a thread');
const post = (message: FromThread) => port.postMessage(message);

/** Batches that are handed over and not stored yet. */
class Waiting {
  #count = 0;
  #wake: (() => void) | undefined;

  sent(): void {
    this.#count++;
  }

  stored(): void {
    this.#count--;
    this.#wake?.();
  }

  async untilFew(): Promise<void> {
    while (this.#count >= AHEAD) await new Promise<void>((resolve) => (this.#wake = resolve));
  }
}

const waiting = new Waiting();
const start = new Promise<void>((resolve) => {
  port.on('message', (message: 'build' | 'stored') => {
    if (message === 'build') return resolve();
    waiting.stored();
  });
});

try {
  const { source, request, known, now } = workerData as ReadingTask;
  const { scratchFolder, ...bytes } = source;
  const here: Source = {
    ...bytes,
    head: Buffer.from(bytes.head),
    scratch: (name) => join(scratchFolder, name),
    // Whoever opened the source lets go of it.
    dispose: () => {},
  };
  const read = await readExport(here, request, known, now);
  post({ kind: 'read', meta: metaOf(read) });
  await start;
  post({ kind: 'built', built: await build(read) });
} catch (error) {
  post({ kind: 'failed', problem: packProblem(error) });
} finally {
  port.close();
}

function metaOf({ layout, platform, encoding, shops, header, decided }: ExportRead): ReadMeta {
  return { layout: layout.name, platform: platform.name, encoding, shops: [...shops], header: [...header], decided };
}

async function build(read: ExportRead): Promise<Built> {
  let batch: Packed = [];
  let refusals: Refusal[] = [];
  let held = 0;
  const send = () => {
    const message: Batch = { orders: batch, refusals };
    waiting.sent();
    post({ kind: 'batch', batch: message });
    [batch, refusals, held] = [[], [], 0];
  };
  const built = await read.build({
    order(order) {
      packOrder(order, batch);
      if (++held >= TOGETHER) send();
    },
    refusal(refusal) {
      refusals.push(refusal);
      if (++held >= TOGETHER) send();
    },
    /** Reading goes on when what is read has been stored. */
    room: () => waiting.untilFew(),
  });
  send();
  return built;
}
