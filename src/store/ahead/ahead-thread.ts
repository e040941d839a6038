/** The thread that reads ahead: on a connection of its own what was asked for, in the order in which it was. */
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import { databaseOpener } from '../database.ts';
import { type AheadTask, type Answer, TAKEN, type Query, READ, WAITING } from './messages.ts';
import { buffersOf, pack } from './packed.ts';

const { path, key, ino, answers, counts } = workerData as AheadTask;

/** Grows with every change that another connection makes. */
const versionOf = (db: Database.Database): unknown => db.pragma('data_version', { simple: true });

function post(answer: Answer): void {
  answers.postMessage(answer, answer?.columns.flatMap(buffersOf));
  Atomics.add(counts, READ, 1);
  Atomics.notify(counts, READ);
}

/** Waits while too many of so many wait to be taken. */
function untilRoom(read: number): void {
  for (;;) {
    const taken = Atomics.load(counts, TAKEN);
    if (read - taken < WAITING) return;
    Atomics.wait(counts, TAKEN, taken);
  }
}

async function read(port: NonNullable<typeof parentPort>): Promise<void> {
  const open = await databaseOpener(key && Buffer.from(key));
  if (typeof open !== 'function') throw new Error(open.problem);
  const db = open(path, { readonly: true, timeout: 0 });
  try {
    await readIn(db, port);
  } finally {
    db.close();
  }
}

async function readIn(db: Database.Database, port: NonNullable<typeof parentPort>): Promise<void> {
  // What is sorted would else be set down beside the archive.
  db.pragma('temp_store = MEMORY');
  // Every page is read once.
  db.pragma('cache_size = -4096');
  if (statSync(path).ino !== ino) throw new Error('it was replaced');
  const version = versionOf(db);
  const asked = once(port, 'message');
  port.postMessage('ready');
  const [queries] = (await asked) as [readonly Query[]];
  db.exec('BEGIN');
  // The first that is read begins what all of it is of; whoever asks began in between.
  db.pragma('schema_version');
  if (versionOf(db) !== version) throw new Error('something was written');
  for (const [at, { sql, params }] of queries.entries()) {
    const texts = db.prepare(sql).raw().get(params) as string[];
    post({ at, columns: texts.map((text) => pack(JSON.parse(text) as unknown[])) });
    untilRoom(at + 1);
  }
}

if (!parentPort) throw new Error('not a thread');
const port = parentPort;
read(port)
  // It is for whoever asked to read it then.
  .catch(() => post(undefined))
  .finally(() => port.close());
