/** The real program when it is not alone: signals, readers that leave, other writers. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Finished, program, spawnRegulars, strippedEnv } from './helpers/run.ts';
import { csv, NEW_SHOP, newSeller, type Seller } from './helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'customer_name', 'email', 'order_total'];
const orders = (prefix: string, count: number) =>
  csv([
    HEADER,
    ...Array.from({ length: count }, (_, index) => [
      `${prefix}-${index}`,
      '2026-05-04 10:00:00',
      `Buyer ${index}`,
      `${prefix}${index}@example.com`,
      '5.00',
    ]),
  ]);

const regulars = (seller: Seller, ...args: string[]) =>
  spawnRegulars(['--db', seller.db, ...args], { cwd: seller.folder, env: { HOME: seller.folder } });

/** A seller whose archive holds one order already. */
async function started(): Promise<Seller> {
  const seller = newSeller();
  await seller.ingest(seller.write('first.csv', orders('F', 1)), ...NEW_SHOP);
  return seller;
}

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Finished>;
}

/** The real program, while it runs. */
function start(seller: Seller, args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, [program, '--db', seller.db, ...args], {
    cwd: seller.folder,
    env: strippedEnv({ HOME: seller.folder, ...env }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (text.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text.stderr += chunk.toString()));
  child.stdin.on('error', () => undefined);
  const ended = new Promise<Finished>((resolve) => {
    child.once('close', (code) => resolve({ ...text, status: code ?? -1 }));
  });
  return { child, ended };
}

async function until(happened: () => boolean): Promise<void> {
  for (let waited = 0; !happened(); waited += 2) {
    if (waited > 20_000) throw new Error('it never happened');
    await pause(2);
  }
}

describe('a reader that leaves early', () => {
  it('ends the program in silence', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('may.csv', orders('A', 1500)), ...NEW_SHOP);
    const { child, ended } = start(seller, ['dump', '--canonical']);
    child.stdout.once('data', () => child.stdout.destroy());
    const { status, stderr } = await ended;
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe.skipIf(process.platform === 'win32')('a query that never ends', () => {
  it('is ended by the first signal', async () => {
    const seller = await started();
    const from1 = '(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM';
    const some = `WITH RECURSIVE some ${from1} some LIMIT 20000), all_of_them ${from1} all_of_them)`;
    const { child, ended } = start(seller, [
      'query',
      `${some} SELECT i FROM some UNION ALL SELECT count(*) FROM all_of_them`,
    ]);
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGINT'), 100));
    await ended;
    expect(child.signalCode).toBe('SIGINT');
  });
});

describe.skipIf(process.platform === 'win32')('an ingest that is interrupted', () => {
  it('while it reads a pipe leaves nothing behind', async () => {
    const seller = newSeller();
    const temporary = join(seller.folder, 'tmp');
    mkdirSync(temporary);
    const { child, ended } = start(seller, ['ingest', '-', ...NEW_SHOP], { TMPDIR: temporary });
    child.stdin.write(orders('A', 10));
    await until(() => readdirSync(temporary).length > 0);
    child.kill('SIGINT');
    expect(await ended).toEqual({
      status: 130,
      stdout: '',
      stderr: 'regulars: interrupted; what was finished is kept, and nothing is half-written\n',
    });
    expect(existsSync(seller.db)).toBe(false);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('by its terminal leaves nothing either, and of one that was killed the next one sweeps up', async () => {
    const seller = await started();
    const temporary = join(seller.folder, 'tmp');
    mkdirSync(temporary);
    const { child, ended } = start(seller, ['ingest', '-'], { TMPDIR: temporary });
    child.stdin.write(orders('A', 10));
    await until(() => readdirSync(temporary).length > 0);
    child.kill('SIGHUP');
    expect((await ended).status).toBe(129);
    expect(readdirSync(temporary)).toEqual([]);
    const next = start(seller, ['ingest', '-'], { TMPDIR: temporary });
    next.child.stdin.write(orders('A', 10));
    await until(() => readdirSync(temporary).length > 0);
    const halves = ['', '-journal'].map((end) => `archive.db.partial-${next.child.pid}${end}`);
    for (const name of halves) seller.write(name, 'in plain');
    next.child.kill('SIGKILL');
    await next.ended;
    expect(readdirSync(temporary)).toHaveLength(1);
    // What a person may have named so.
    mkdirSync(join(temporary, 'regulars-2026-backup'));
    const env = { HOME: seller.folder, TMPDIR: temporary };
    expect(await spawnRegulars(['--db', seller.db, 'ingest', 'first.csv'], { cwd: seller.folder, env })).toMatchObject({
      status: 0,
    });
    expect(readdirSync(temporary)).toEqual(['regulars-2026-backup']);
    expect(readdirSync(seller.folder).filter((name) => halves.includes(name))).toEqual([]);
  });

  it('while it stores leaves the archive as before or complete, and can be run again', async () => {
    const seller = await started();
    const before = await seller.dump();
    const many = 9000;
    const file = seller.write('may.csv', orders('A', many));
    const { child, ended } = start(seller, ['ingest', file]);
    const written = () => statSync(`${seller.db}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    await until(() => written() > 100_000 || child.exitCode !== null);
    child.kill('SIGINT');
    const { status, stdout } = await ended;
    expect(stdout).toBe('');
    expect([0, 130]).toContain(status);
    const { orders: held } = await seller.json<{ orders: number }>('status');
    if (status === 0) expect(held).toBe(many + 1);
    else if (held !== many + 1) expect(await seller.dump()).toBe(before);
    expect((await regulars(seller, 'ingest', file)).status).toBe(0);
    expect(await seller.json('status')).toMatchObject({ orders: many + 1, customers: many + 1 });
  });
});

describe('two at once', () => {
  it('make one archive between them, whoever comes first', async () => {
    const seller = newSeller();
    const files = ['A', 'B', 'C', 'D'].map((prefix) => seller.write(`${prefix}.csv`, orders(prefix, 50)));
    const finished = await Promise.all(files.map((file) => regulars(seller, 'ingest', file, ...NEW_SHOP)));
    // Whoever found the file half-made is told to come again.
    expect(finished.map(({ status }) => status).filter((status) => status !== 0 && status !== 75)).toEqual([]);
    for (const file of files) await seller.ingest(file, ...NEW_SHOP);
    expect(await seller.json('status')).toMatchObject({ imports: 4, orders: 200 });
  });

  it('both store what they have, one after the other', async () => {
    const seller = await started();
    const files = ['A', 'B', 'C'].map((prefix) => seller.write(`${prefix}.csv`, orders(prefix, 800)));
    const finished = await Promise.all(files.map((file) => regulars(seller, 'ingest', file)));
    expect(finished.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(await seller.json('status')).toMatchObject({ imports: 4, orders: 2401, customers: 2401 });
  });

  it('is one too many for who will not wait: exit 75, and nothing is stored', async () => {
    const seller = await started();
    const before = await seller.dump();
    const file = seller.write('may.csv', orders('A', 3));
    const other = new Database(seller.db);
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    const { status, stdout, stderr } = await regulars(seller, 'ingest', file, '--wait', '0');
    expect({ status, stdout }).toEqual({ status: 75, stdout: '' });
    expect(stderr).toMatch(/^regulars: another program is writing to [^\n]+\nhint: [^\n]+ --wait 60\n$/);
    expect(await seller.dump()).toBe(before);
    const waiting = regulars(seller, 'ingest', file, '--wait', '20');
    await pause(400);
    other.exec('ROLLBACK');
    expect((await waiting).status).toBe(0);
    expect(await seller.json('status')).toMatchObject({ orders: 4 });
  });
});
