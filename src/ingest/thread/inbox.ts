/**
 * What the reading thread says, in order. Offers do not wait for the batches before them to be stored: until
 * they are answered the thread holds the rows of each order.
 */
import { setImmediate } from 'node:timers/promises';
import { type MessagePort, receiveMessageOnPort, type Worker } from 'node:worker_threads';
import { FileRefused } from '../refusal.ts';
import type { Batch, FromThread, Offer } from './messages.ts';
import { unpackProblem } from './reading-problems.ts';

export class Inbox {
  #answer: ((offer: Offer) => void) | undefined;
  readonly #batches: MessagePort;
  readonly #arrived: Exclude<FromThread, Offer>[] = [];
  readonly #signal: AbortSignal;
  readonly #abort: () => void;
  #failed: { readonly error: unknown } | undefined;
  #ended = false;
  #wake: (() => void) | undefined;

  /** Ends the thread where `signal` is aborted, and whatever waits for it fails. */
  constructor(worker: Worker, batches: MessagePort, signal: AbortSignal) {
    this.#batches = batches;
    this.#signal = signal;
    this.#abort = () => {
      void worker.terminate();
      this.#fail(signal.reason);
    };
    worker.on('message', (message: FromThread) => this.#take(message));
    worker.once('error', (error) => this.#fail(asRefusal(error)));
    worker.once('exit', () => {
      this.#ended = true;
      this.#wake?.();
    });
    signal.addEventListener('abort', this.#abort, { once: true });
  }

  /** Answers offers as they come while `work` goes on, and none after it: they write where there is nothing to write to any more. */
  async answering<T>(answer: (offer: Offer) => void, work: () => Promise<T>): Promise<T> {
    this.#answer = answer;
    try {
      return await work();
    } finally {
      this.#answer = undefined;
    }
  }

  /** Throws what went wrong in the thread, or in answering it, whatever still waits: the transaction may be lost. */
  async next(): Promise<Exclude<FromThread, Offer>> {
    // What has come meanwhile is let in.
    await setImmediate();
    while (this.#arrived.length === 0 && !this.#failed && !this.#ended)
      await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#failed) throw this.#failed.error;
    const message = this.#arrived.shift();
    if (!message) throw new Error('the reading thread ended early');
    if (message.kind === 'failed') throw unpackProblem(message.problem);
    return message;
  }

  /** The oldest batch of which was said that it waits. */
  batch(): Batch {
    return (receiveMessageOnPort(this.#batches) as { message: Batch }).message;
  }

  close(): void {
    this.#signal.removeEventListener('abort', this.#abort);
    this.#batches.close();
  }

  #take(message: FromThread): void {
    if (message.kind !== 'offer') this.#arrived.push(message);
    else if (!this.#failed) {
      try {
        this.#answer?.(message);
      } catch (error) {
        this.#fail(error);
      }
    }
    this.#wake?.();
  }

  #fail(error: unknown): void {
    this.#failed ??= { error };
    this.#wake?.();
  }
}

function asRefusal(error: Error): Error {
  return (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? new FileRefused('too_large') : error;
}
