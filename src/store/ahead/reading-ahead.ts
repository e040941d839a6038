/**
 * What a long question will ask of an archive, read in a thread of its own while this one works. All of it is as
 * it was for the transaction in which it is asked for, else it is not given.
 */
import { statSync } from 'node:fs';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Archive, Reopening } from '../open.ts';
import { type AheadTask, type Answer, TAKEN, type Query, READ } from './messages.ts';
import { unpack } from './packed.ts';

/** Bytes of a file of which so much is read that a second thread saves more time than it takes to start. */
const LARGE = 2 ** 26;

/** Of a large archive that is only read, before the transaction begins in which it is asked; else there is none. */
export async function readingAhead({
  db,
  path,
  opened,
}: Pick<Archive, 'db' | 'path' | 'opened'>): Promise<ReadingAhead | undefined> {
  const isToBegin = db.readonly && !db.inTransaction;
  return isToBegin && opened && statSync(path).size >= LARGE ? ReadingAhead.of(path, opened) : undefined;
}

/** Milliseconds for one answer, after which whoever waits reads it without the thread. */
const PATIENCE = 10_000;

export class ReadingAhead {
  readonly #worker: Worker;
  readonly #answers: MessagePort;
  readonly #counts: Int32Array;
  #queries: readonly Query[] = [];
  /** Of the next that may be taken. */
  #next = 0;
  #isOver = false;
  #hasEnded = false;

  private constructor(worker: Worker, answers: MessagePort, counts: Int32Array) {
    [this.#worker, this.#answers, this.#counts] = [worker, answers, counts];
  }

  static async of(path: string, opened: Reopening): Promise<ReadingAhead> {
    const { port1, port2 } = new MessageChannel();
    const counts = new Int32Array(new SharedArrayBuffer(8));
    const workerData: AheadTask = { ...opened, path, answers: port2, counts };
    const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };
    const worker = new Worker(new URL('./ahead-thread.js', import.meta.url), {
      workerData,
      transferList: [port2],
      resourceLimits,
    });
    const ahead = new ReadingAhead(worker, port1, counts);
    await new Promise<void>((resolve) => {
      worker.once('message', () => resolve());
      // Without a thread everything is read by whoever asks; it has ended then, too.
      worker.once('error', () => ahead.close());
      worker.once('exit', () => {
        ahead.#hasEnded = true;
        resolve();
      });
    });
    worker.unref();
    return ahead;
  }

  /** In the transaction in which it will be taken: in this order, or some of it not at all. */
  ask(queries: readonly Query[]): void {
    this.#queries = queries;
    this.#worker.postMessage(queries);
  }

  /** Undefined where it was not asked for, or cannot be given. */
  take({ sql, params }: Query): readonly (readonly unknown[])[] | undefined {
    if (this.#isOver) return undefined;
    const text = JSON.stringify(params);
    const at = this.#queries.findIndex(
      (asked, place) => place >= this.#next && asked.sql === sql && JSON.stringify(asked.params) === text,
    );
    if (at < 0) return undefined;
    while (this.#next <= at) {
      const answer = this.#answer();
      if (!answer) {
        this.close();
        return undefined;
      }
      this.#next = answer.at + 1;
      if (answer.at === at) return answer.columns.map(unpack);
    }
    return undefined;
  }

  close(): void {
    this.#isOver = true;
    this.#answers.close();
    void this.#worker.terminate();
  }

  #answer(): Answer {
    for (;;) {
      const read = Atomics.load(this.#counts, READ);
      const found: { readonly message: Answer } | undefined = receiveMessageOnPort(this.#answers);
      if (found) {
        Atomics.add(this.#counts, TAKEN, 1);
        Atomics.notify(this.#counts, TAKEN);
        return found.message;
      }
      if (this.#hasEnded || Atomics.wait(this.#counts, READ, read, PATIENCE) === 'timed-out') return undefined;
    }
  }
}
