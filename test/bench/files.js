/** The files of the benches, from a seeded generator outside the project. */
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { measure } from './measure.js';

/** `kind` is shopify, taobao or xlsx. Gives the path. */
export async function generate(generator, folder, kind, rows) {
  const file = join(folder, `${kind}-${rows}.${kind === 'xlsx' ? 'xlsx' : 'csv'}`);
  await measure(generator, '--kind', kind, '--rows', String(rows), '--out', file);
  return file;
}

/** Two exports of one shop: the older ends a tenth before the newer, and the newer begins a tenth after the older. */
export async function overlapping(file, rows) {
  const [older, newer] = [`${file}.older.csv`, `${file}.newer.csv`];
  const out = [older, newer].map((path) => createWriteStream(path));
  const begun = { older: false, newer: true };
  let line = 0;
  // Newest orders come first; both are cut where an order begins, on whose own row the payment stands.
  for await (const text of createInterface({ input: createReadStream(file) })) {
    const isHead = /^[^,]*,[^,]*,[a-z]/.test(text);
    if (isHead && line > rows / 11) begun.older = true;
    if (isHead && line > (rows / 11) * 10) begun.newer = false;
    if (line === 0 || begun.older) out[0].write(`${text}\n`);
    if (line === 0 || begun.newer) out[1].write(`${text}\n`);
    line++;
  }
  await Promise.all(out.map((stream) => new Promise((resolve) => stream.end(resolve))));
  return { older, newer };
}
