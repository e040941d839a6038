/** A file that was damaged byte by byte: the doctor says so in a sentence, and nothing ends in a stack trace. */
import { openSync, closeSync, readFileSync, readSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExaminedShop } from '../helpers/examined-shop.ts';
import type { Finished } from '../helpers/run.ts';

const shop = new ExaminedShop();
beforeAll(() => shop.fill());
afterAll(() => shop.leave());

/** The same numbers on every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) yield (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

function flip(path: string, at: number, bit: number): void {
  const file = openSync(path, 'r+');
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ (1 << bit);
  writeSync(file, byte, 0, 1, at);
  closeSync(file);
}

function expectWords({ stdout, stderr, status }: Finished, what: string): void {
  expect([0, 1], what).toContain(status);
  expect(stderr, what).not.toMatch(/^\s+at |node:|Error:|unexpected|undefined/m);
  if (stdout !== '') expect(Array.isArray(JSON.parse(stdout)), what).toBe(true);
  else expect(JSON.parse(stderr.split('\n')[0] ?? ''), what).toHaveProperty('error.message');
}

describe('one flipped bit', () => {
  it('anywhere is told in words, and mostly noticed', async () => {
    const random = numbers(20_261_101);
    const next = (below: number) => Math.floor((random.next().value as number) * below);
    const size = statSync(shop.db).size;
    let noticed = 0;
    for (let turn = 0; turn < 40; turn++) {
      const db = shop.spoilt('');
      const [at, bit] = [next(size), next(8)];
      flip(db, at, bit);
      const finished = await shop.run(db, ['doctor', '--json']);
      expectWords(finished, `bit ${bit} of byte ${at}`);
      noticed += finished.status;
    }
    // More than half of so small a file is free space within pages, which holds nothing.
    expect(noticed).toBeGreaterThan(7);
  });

  it('in what a file said is noticed wherever it stands', async () => {
    const bytes = readFileSync(shop.db);
    for (const text of ['ben@example.com', '030 901820', 'T-2']) {
      for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) {
        const db = shop.spoilt('');
        flip(db, at + 1, 0);
        const finished = await shop.run(db, ['doctor', '--json']);
        expectWords(finished, `${text} at ${at}`);
        expect(finished.status, `${text} at ${at}`).toBe(1);
      }
    }
  });

  it('in the first bytes makes it no archive', async () => {
    const db = shop.spoilt('');
    flip(db, 3, 1);
    const { stdout, stderr, status } = await shop.run(db, ['doctor']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toMatch(/^regulars: \S+ is not an archive of regulars\nhint: /);
  });
});

it.each([0, 1, 99, 100, 512, 8191, 8192, 8193, 40_000, 123_456])('a file cut off after %i bytes', async (size) => {
  const db = shop.spoilt('');
  truncateSync(db, size);
  const finished = await shop.run(db, ['doctor', '--json']);
  expectWords(finished, String(size));
  expect(finished.status).toBe(1);
});

it('a page of zeros, or of something else, in the middle', async () => {
  for (const fill of [0, 0xff, 0x41]) {
    const db = shop.spoilt('');
    const bytes = readFileSync(db);
    bytes.fill(fill, 3 * 8192, 4 * 8192);
    writeFileSync(db, bytes);
    const { told, finished } = await shop.examine(db);
    expectWords(finished, String(fill));
    expect(told).toMatchObject([
      { finding: 'file_damaged', command: expect.stringContaining('regulars restore FILE') as string },
    ]);
  }
});
