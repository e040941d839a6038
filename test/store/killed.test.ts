/** The real program, ended by SIGKILL while it copies or restores: the old file or the new one, never half of one. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { program, strippedEnv } from '../helpers/run.ts';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const taken = fileURLToPath(new URL('../helpers/moments.mjs', import.meta.url));

const orders = (prefix: string, count: number) =>
  csv([
    ['order_id', 'order_date', 'customer_name', 'email', 'order_total'],
    ...Array.from({ length: count }, (_, index) => [
      `${prefix}-${index}`,
      '2026-05-04 10:00:00',
      `Buyer ${index}`,
      `${prefix}${index}@example.com`,
      '5.00',
    ]),
  ]);

interface Prepared {
  readonly seller: Seller;
  readonly copy: string;
  readonly older: string;
  readonly newer: string;
  /** The archive as it was, with nothing beside it. */
  reset(): void;
}

async function prepared(count: number): Promise<Prepared> {
  const seller = newSeller();
  await seller.ingest(seller.write('one.csv', orders('A', count)), ...NEW_SHOP);
  const older = await seller.dump();
  const copy = join(seller.folder, 'copies', 'copy.db');
  mkdirSync(join(seller.folder, 'copies'));
  await seller.run(['backup', copy]);
  await seller.ingest(seller.write('two.csv', orders('B', 3)));
  const newer = await seller.dump();
  const saved = join(seller.folder, 'saved.db');
  cpSync(seller.db, saved);
  return {
    seller,
    copy,
    older,
    newer,
    reset() {
      for (const name of readdirSync(seller.folder))
        if (name.startsWith('archive.db')) rmSync(join(seller.folder, name), { force: true });
      cpSync(saved, seller.db);
    },
  };
}

interface Moment {
  readonly change: number;
  readonly isEnd: boolean;
}

/** What SIGKILL before each of its changes of a file would leave, one after the other in the seller's folder, and what its end leaves. */
async function* momentsOf(seller: Seller, args: readonly string[]): AsyncGenerator<Moment> {
  const moments = mkdtempSync(join(tmpdir(), 'regulars-moments-'));
  onTestFinished(() => rmSync(moments, { recursive: true, force: true }));
  const child = spawn(process.execPath, ['--import', taken, program, '--db', seller.db, ...args], {
    cwd: seller.folder,
    env: strippedEnv({ HOME: seller.folder, MOMENTS: moments }),
    stdio: 'ignore',
  });
  expect(await new Promise((resolve) => void child.once('exit', resolve))).toBe(0);
  const count = readdirSync(moments).length;
  for (let change = 0; change < count; change++) {
    rmSync(seller.folder, { recursive: true });
    renameSync(join(moments, String(change)), seller.folder);
    yield { change, isEnd: change === count - 1 };
  }
}

/** Runs it and gives the signal that ended it, if one did; `when` is asked again and again whether to kill. */
async function kill(seller: Seller, args: readonly string[], when: () => boolean): Promise<string | null> {
  const child = spawn(process.execPath, [program, '--db', seller.db, ...args], {
    cwd: seller.folder,
    env: strippedEnv({ HOME: seller.folder }),
    stdio: 'ignore',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<string | null>((resolve) => void child.once('exit', (_, signal) => resolve(signal)));
  const watch = setInterval(() => when() && child.kill('SIGKILL'), 1);
  return await ended.finally(() => clearInterval(watch));
}

/** Sound, whatever was left beside it. */
async function assertSound(seller: Seller, db = seller.db): Promise<void> {
  const { stdout } = await seller.run(['doctor', '--json', '--ignore', 'copy_left_half_done', '--db', db]);
  expect(JSON.parse(stdout)).toEqual([]);
}

describe.skipIf(process.platform === 'win32')('killed', () => {
  it('before each change of a file, a restore leaves the old archive or the new one', {
    timeout: 120_000,
  }, async () => {
    const { seller, copy, older, newer } = await prepared(5);
    const seen = { old: 0, new: 0 };
    for await (const { change, isEnd } of momentsOf(seller, ['restore', copy, '--yes'])) {
      const dump = await seller.dump();
      expect([older, newer], `change ${change}`).toContain(dump);
      if (!isEnd) seen[dump === newer ? 'old' : 'new']++;
      await assertSound(seller);
      // Once more, in spite of what was left.
      expect((await seller.run(['restore', copy, '--yes'])).status).toBe(0);
      expect(await seller.dump()).toBe(older);
      expect(readdirSync(seller.folder).filter((name) => name.includes('.partial-'))).toEqual([]);
    }
    expect(seen.old).toBeGreaterThan(8);
    expect(seen.new).toBeGreaterThan(0);
  });

  it('before each change of a file, a restore over a damaged archive loses nothing of either', {
    timeout: 120_000,
  }, async () => {
    const { seller, copy, older } = await prepared(5);
    const seen = { old: 0, new: 0 };
    truncateSync(seller.db, 20_000);
    writeFileSync(`${seller.db}-wal`, 'what was left', { mode: 0o600 });
    const damaged = readFileSync(seller.db);
    for await (const { change, isEnd } of momentsOf(seller, ['restore', copy, '--yes'])) {
      const isOld = readFileSync(seller.db).equals(damaged);
      if (!isOld) expect(await seller.dump(), `change ${change}`).toBe(older);
      if (!isEnd) seen[isOld ? 'old' : 'new']++;
      expect((await seller.run(['restore', copy, '--yes'])).status).toBe(0);
      expect(await seller.dump()).toBe(older);
      const kept = readdirSync(seller.folder).filter((name) => name.endsWith('.damaged'));
      expect(kept.some((name) => readFileSync(join(seller.folder, name)).equals(damaged))).toBe(true);
    }
    expect(seen.old).toBeGreaterThan(4);
    expect(seen.new).toBeGreaterThan(0);
  });

  it('at any moment, a restore of a larger archive leaves the old one or the new one', {
    timeout: 120_000,
  }, async () => {
    const { seller, copy, older, newer, reset } = await prepared(4000);
    let caught = 0;
    for (let turn = 0; turn < 16; turn++) {
      reset();
      let from: number | undefined;
      const signal = await kill(seller, ['restore', copy, '--yes'], () => {
        if (readdirSync(seller.folder).some((name) => name.includes('.partial-'))) from ??= Date.now();
        return from !== undefined && Date.now() - from >= turn * 6;
      });
      const dump = await seller.dump();
      expect([older, newer], `turn ${turn}`).toContain(dump);
      if (signal !== null) caught++;
      await assertSound(seller);
    }
    expect(caught).toBeGreaterThan(6);
  });

  it('before each change of a file, a backup leaves the copy before or the new one', { timeout: 120_000 }, async () => {
    const { seller, copy, older, newer } = await prepared(5);
    const seen = { old: 0, new: 0 };
    for await (const { change, isEnd } of momentsOf(seller, ['backup', copy, '--force'])) {
      const { stdout } = await seller.run(['dump', '--canonical', '--db', copy]);
      expect([older, newer], `change ${change}`).toContain(stdout);
      if (!isEnd) seen[stdout === older ? 'old' : 'new']++;
      await assertSound(seller, copy);
      expect(await seller.dump()).toBe(newer);
    }
    expect(seen.old).toBeGreaterThan(3);
    expect(seen.new).toBeGreaterThan(0);
  });

  it('while the copy is written, nothing is under its name', { timeout: 120_000 }, async () => {
    const { seller, newer } = await prepared(8000);
    const copies = () => readdirSync(seller.folder).filter((name) => name.startsWith('big.db'));
    let caught = 0;
    for (let turn = 0; turn < 6; turn++) {
      const big = join(seller.folder, 'big.db');
      for (const name of copies()) rmSync(join(seller.folder, name));
      const signal = await kill(seller, ['backup', big], () => copies().length > 0);
      if (signal === 'SIGKILL' && !existsSync(big)) caught++;
      if (existsSync(big)) expect((await seller.run(['dump', '--canonical', '--db', big])).stdout).toBe(newer);
    }
    expect(caught).toBeGreaterThan(2);
    await assertSound(seller);
  });
});
