/** The thread in which a large export is read: everything up to its prepared orders, which are handed over in batches. */
import { once } from 'node:events';
import { join } from 'node:path';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { Outbox } from './outbox.ts';
import type { ExportRead } from '../orders/export-read.ts';
import { readExport } from '../orders/read-export.ts';
import { packProblem } from './reading-problems.ts';
import type { Source } from '../bytes/source.ts';
import type { Batch, FromThread, ReadMeta, ToThread } from './messages.ts';

/** Ends by itself where the port is closed; what is thrown before there is a task ends the thread. */
async function read(port: MessagePort): Promise<void> {
  const post = (message: FromThread) => port.postMessage(message);
  const [first] = (await once(port, 'message')) as [ToThread];
  if (first.kind !== 'task') throw new Error(`the reading thread was told ${first.kind} first`);
  const { task, batches } = first;
  const outbox = new Outbox(post, (batch: Batch) => batches.postMessage(batch));
  const start = new Promise<void>((resolve) => {
    port.on('message', (message: ToThread) => {
      if (message.kind === 'build') resolve();
      else if (message.kind !== 'task') outbox.answered(message);
    });
  });
  try {
    const { source, request, known, now, atOnce } = task;
    const { scratchFolder, ...bytes } = source;
    const here: Source = {
      ...bytes,
      head: Buffer.from(bytes.head),
      scratch: (name) => join(scratchFolder, name),
      // Whoever opened the source lets go of it.
      dispose: () => {},
    };
    const found = await readExport(here, request, known, now, { atOnce });
    post({ kind: 'read', meta: metaOf(found) });
    await start;
    const built = await found.build(outbox);
    outbox.end();
    post({ kind: 'built', built });
  } catch (error) {
    post({ kind: 'failed', problem: packProblem(error) });
  } finally {
    port.close();
  }
}

function metaOf({ layout, platform, shops, header, ...read }: ExportRead): ReadMeta {
  const { encoding, decided, atOnce } = read;
  const names = { layout: layout.name, platform: platform.name };
  return { ...names, encoding, shops: [...shops], header: [...header], decided, atOnce };
}

if (!parentPort) throw new Error('not a thread');
void read(parentPort);
