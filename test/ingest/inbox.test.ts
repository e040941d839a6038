/** What a thread says is stored and answered while that goes well, and not a message longer. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { MessageChannel, Worker } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { Inbox } from '../../src/ingest/thread/inbox.ts';

const workers: Worker[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.terminate();
});

/** A thread that says these messages as soon as it is told to go on. */
function thread(...said: readonly object[]) {
  const script = `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', () => { for (const one of ${JSON.stringify(said)}) parentPort.postMessage(one); parentPort.close(); });`;
  const worker = new Worker(script, { eval: true });
  workers.push(worker);
  const abort = new AbortController();
  const inbox = new Inbox(worker, new MessageChannel().port1, abort.signal);
  return { worker, inbox, abort };
}

const SENT = { kind: 'sent' };
const OFFER = { kind: 'offer', briefs: [] };

it('hands out everything that was said before the thread ended', async () => {
  const { worker, inbox } = thread(SENT, OFFER, SENT);
  const offers: object[] = [];
  worker.postMessage('go');
  await once(worker, 'exit');
  await inbox.answering(
    (offer) => offers.push(offer),
    async () => {
      expect(await inbox.next()).toEqual(SENT);
      expect(await inbox.next()).toEqual(SENT);
      await expect(inbox.next()).rejects.toThrow('ended early');
    },
  );
});

it('hands out nothing that waits once an answer has failed', async () => {
  const { worker, inbox } = thread(SENT, SENT, OFFER, SENT);
  const stored = inbox.answering(
    () => {
      throw new Error('the disk is full');
    },
    async () => {
      worker.postMessage('go');
      await once(worker, 'exit');
      return await inbox.next();
    },
  );
  await expect(stored).rejects.toThrow('the disk is full');
});

it('answers no offer after what was done with them has failed', async () => {
  const { worker, inbox } = thread(OFFER, OFFER);
  const offers: object[] = [];
  const failed = inbox.answering(
    (offer) => offers.push(offer),
    () => Promise.reject(new Error('refused')),
  );
  await expect(failed).rejects.toThrow('refused');
  worker.postMessage('go');
  await once(worker, 'exit');
  await pause(10);
  expect(offers).toEqual([]);
});

it('fails whoever waits where it is interrupted', async () => {
  const { inbox, abort } = thread();
  const next = inbox.next();
  abort.abort('SIGINT');
  await expect(next).rejects.toBe('SIGINT');
});
