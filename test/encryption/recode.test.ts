/** An archive that is encrypted, given another key, and decrypted again, with what becomes of its copies. */
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import Ciphers from 'better-sqlite3-multiple-ciphers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { convertArchive } from '../../src/store/convert.ts';
import { type Kind, kindOf } from '../../src/store/header.ts';
import { recodingDriver } from '../../src/store/recode.ts';
import { program, spawnRegulars, strippedEnv } from '../helpers/run.ts';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const orders = (...numbers: string[]) =>
  csv([
    ['order_id', 'order_date', 'customer_name', 'email', 'order_total'],
    ...numbers.map((number) => [number, '2026-05-04 10:00:00', `Buyer ${number}`, `${number}@example.com`, '5.00']),
  ]);
const KEY = { REGULARS_KEY: 'the first key of all' };
const NEXT = { REGULARS_KEY: 'the key that follows' };
const ASKING = { stdin: true, stderr: true };

interface Shop {
  readonly seller: Seller;
  /** Beside the archive, and in another place. */
  readonly kept: string;
  readonly elsewhere: string;
  readonly dump: string;
  readonly nextFile: string;
}

/** A plain archive with two copies. */
async function shop(): Promise<Shop> {
  const seller = newSeller();
  await seller.ingest(seller.write('orders.csv', orders('A-1', 'A-2')), ...NEW_SHOP);
  await seller.run(['backup']);
  const elsewhere = join(seller.folder, 'elsewhere.db');
  await seller.run(['backup', elsewhere]);
  const nextFile = join(seller.folder, 'next.key');
  writeFileSync(nextFile, NEXT.REGULARS_KEY, { mode: 0o600 });
  const kept = `${seller.db}.20260701T040000Z-hand.backup`;
  return { seller, kept, elsewhere, dump: await seller.dump(), nextFile };
}

const dumpOf = async (seller: Seller, db: string, env: Readonly<Record<string, string>>) =>
  (await seller.run(['dump', '--canonical', '--db', db], { env })).stdout;
const kinds = ({ seller, kept, elsewhere }: Shop): Kind[] => [seller.db, kept, elsewhere].map(kindOf);
const names = (seller: Seller) => readdirSync(seller.folder).filter((name) => /partial|-wal|-shm|journal/.test(name));

describe('encrypting', () => {
  it('is no judge of what is stored, and takes along what its table does not allow', async () => {
    const { seller } = await shop();
    const db = new Database(seller.db);
    db.exec('PRAGMA ignore_check_constraints = ON; UPDATE orders SET counting = 7');
    db.close();
    expect(await seller.run(['encrypt'], { env: KEY })).toMatchObject({ status: 0 });
    expect(kindOf(seller.db)).toBe('encrypted');
  });

  it('takes the copies beside the archive along, and names the one elsewhere until it is made anew', async () => {
    const it = await shop();
    const { seller, kept, elsewhere, dump } = it;
    const plain = readFileSync(elsewhere);
    const { status, stderr } = await seller.run(['encrypt'], { env: KEY });
    expect(status).toBe(0);
    expect(stderr).toContain(`${seller.db} is encrypted\n1 copy beside it likewise\n`);
    const line = `regulars encrypt --db ${elsewhere}`;
    expect(stderr).toContain(`warning: anybody can still read ${elsewhere}, which is not encrypted: ${line}\n`);
    expect(kinds(it)).toEqual(['encrypted', 'encrypted', 'ours']);
    for (const path of [seller.db, kept]) {
      expect(await dumpOf(seller, path, KEY)).toBe(dump);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(readFileSync(path).includes('A-1@example.com')).toBe(false);
    }
    expect(names(seller)).toEqual([]);
    expect(await seller.json('backup', 'list')).toMatchObject([
      { path: kept, encrypted: true },
      { path: elsewhere, encrypted: false },
    ]);
    const told = JSON.parse((await seller.run(['doctor', '--json'], { env: KEY })).stdout) as { command: string }[];
    expect(told).toMatchObject([{ finding: 'backup_not_encrypted', example: elsewhere }]);
    expect(told[0]?.command).toBe(line);
    expect(await seller.run(['encrypt', '-q'], { env: KEY })).toMatchObject({
      status: 0,
      stderr: expect.stringContaining(elsewhere) as string,
    });
    expect((await seller.run(line.split(' ').slice(1), { env: KEY })).status).toBe(0);
    expect((await seller.run(['doctor', '--json'], { env: KEY })).stdout).toBe('[]\n');
    expect(await seller.run(['encrypt'], { env: KEY })).toMatchObject({
      status: 0,
      stderr: `${seller.db} was encrypted before, with this key\n`,
    });
    // Neither is what encrypt takes along.
    const aside = `${seller.db}.20260701T040000Z-restore.damaged`;
    for (const [path, mending] of [
      [`${seller.db}.bak`, `regulars encrypt --db ${seller.db}.bak`],
      [aside, `rm ${aside} ${aside}-wal`],
    ] as const) {
      writeFileSync(path, plain, { mode: 0o600 });
      if (path === aside) writeFileSync(`${aside}-wal`, 'rest', { mode: 0o600 });
      const [first] = JSON.parse((await seller.run(['doctor', '--json'], { env: KEY })).stdout) as unknown[];
      expect(first).toMatchObject({ finding: 'backup_not_encrypted', command: mending });
      rmSync(path);
    }
  });

  it.skipIf(process.platform === 'win32')('names whatever it leaves as it was, and is stopped by nothing', async () => {
    const { seller, kept, elsewhere } = await shop();
    const at = (name: string) => join(seller.folder, name);
    const day = (number: number) => `archive.db.2026070${number}T040000Z-hand.backup`;
    // A copy of a copy, one somebody made, one in use, one with a second name, a folder, one behind a link, one that is gone.
    const copyOfCopy = `${elsewhere}.20260702T040000Z-hand.backup`;
    for (const name of [copyOfCopy, at('archive.db.bak'), at(day(3)), at(day(4)), at('other.db')]) cpSync(kept, name);
    linkSync(at(day(4)), at('second'));
    mkdirSync(at(day(5)));
    symlinkSync(at('other.db'), at(day(6)));
    linkSync(seller.db, at('third'));
    await seller.run(['backup', at('gone.db')]);
    rmSync(at('gone.db'));
    const user = new Ciphers(at(day(3)));
    onTestFinished(() => void user.close());
    user.exec('BEGIN EXCLUSIVE');
    const [second, third] = [at('second'), seller.db].map((path) => `find / -inum ${statSync(path).ino}`);
    const { status, stderr } = await seller.run(['encrypt'], { env: KEY });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('2 copies beside') as string });
    for (const path of [elsewhere, copyOfCopy, at('archive.db.bak'), at(day(3)), at('other.db')])
      expect(stderr).toContain(
        `anybody can still read ${path}, which is not encrypted: regulars encrypt --db ${path}\n`,
      );
    for (const line of [second, third]) expect(stderr).toContain(`under which it is as it was: ${line}\n`);
    expect(stderr).toContain(`${at('gone.db')} is not there now`);
    expect([seller.db, kept, at(day(4))].map(kindOf)).toEqual(['encrypted', 'encrypted', 'encrypted']);
    user.close();
    const found = JSON.parse((await seller.run(['doctor', '--json'], { env: KEY })).stdout) as unknown[];
    expect(found).toContainEqual(expect.objectContaining({ finding: 'backup_not_encrypted', count: 5 }));
    expect((await seller.run(['encrypt'], { env: KEY })).stderr).not.toContain(day(3));
    await seller.run(['encrypt', '--db', elsewhere], { env: KEY });
    for (let turn = 0; turn < 2; turn++)
      expect((await seller.run(['decrypt'], { env: KEY })).stderr).toContain(
        `${elsewhere} still needs the key it was made with: regulars decrypt --db ${elsewhere}\n`,
      );
  });

  it('asks for the key twice, and does nothing where the two differ', async () => {
    const { seller, dump } = await shop();
    const type = (stdin: string) => seller.run(['encrypt'], { tty: ASKING, stdin });
    expect(await type('one key\nanother\n')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('not the same') as string,
    });
    expect(kindOf(seller.db)).toBe('ours');
    const { status, stderr } = await type('山月茶铺\n山月茶铺\n');
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringMatching(/New key for .*\n.*The same once more: \n[^]*fewer than 12/) as string,
    });
    expect(await dumpOf(seller, seller.db, { REGULARS_KEY: '山月茶铺' })).toBe(dump);
  });

  it('is refused without a key to be had, without an archive, and for what is none', async () => {
    const { seller, dump } = await shop();
    expect(await seller.run(['encrypt'])).toMatchObject({ status: 2 });
    expect(await seller.run(['encrypt', '-n'], { env: KEY })).toMatchObject({
      status: 0,
      stderr: 'dry run: nothing was changed\n',
    });
    expect(await seller.dump()).toBe(dump);
    const other = join(seller.folder, 'other.db');
    expect(await seller.run(['encrypt', '--db', other], { env: KEY })).toMatchObject({ status: 1 });
    expect(existsSync(other)).toBe(false);
    copyFileSync(fileURLToPath(new URL('../../fixtures/broken/foreign-sqlite.db', import.meta.url)), other);
    expect(await seller.run(['encrypt', '--db', other], { env: KEY })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('another program') as string,
    });
  });

  it('waits for others, and takes in what they wrote', async () => {
    const it = await shop();
    const { seller } = it;
    const other = new Database(seller.db);
    onTestFinished(() => void other.close());
    other.exec("UPDATE records SET name = 'In the log only'");
    // In a process of its own: two libraries in one do not see each other's locks.
    const encrypt = ['--db', seller.db, 'encrypt', '--wait', '0.3'];
    expect(await spawnRegulars(encrypt, { env: KEY })).toMatchObject({ status: 75 });
    expect(kinds(it)[0]).toBe('ours');
    // Two that wait do not keep each other waiting.
    const two = ['A', 'B'].map(() => spawnRegulars(['--db', seller.db, 'encrypt', '--wait', '8'], { env: KEY }));
    await pause(500);
    other.close();
    const said = (await Promise.all(two)).map(({ stderr }) => stderr);
    for (const text of said) expect(text).toMatch(/is encrypted\n|was encrypted before|run it again/);
    expect(await dumpOf(seller, seller.db, KEY)).toContain('In the log only');
  });
});

describe('a signal that comes while a file is written', () => {
  it('is heard before the next, and leaves the archive as it was', async () => {
    const { seller, dump } = await shop();
    await recodingDriver();
    const interruption = new AbortController();
    setImmediate(() => interruption.abort('SIGTERM'));
    const keys = { from: undefined, to: Buffer.from(KEY.REGULARS_KEY) };
    const { signal } = interruption;
    await expect(convertArchive(seller.db, keys, { wait: 0, signal })).rejects.toBe('SIGTERM');
    expect(await seller.dump()).toBe(dump);
    expect(names(seller).filter((name) => name.includes('partial'))).toEqual([]);
  });
});

describe('another key', () => {
  it('opens archive and copies, and the one before opens them no longer', async () => {
    const { seller, kept, elsewhere, dump, nextFile } = await shop();
    const rekey = (...args: string[]) => seller.run(['rekey', ...args], { env: KEY });
    expect(await rekey('--new-key-file', nextFile)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('regulars encrypt') as string,
    });
    await seller.run(['encrypt'], { env: KEY });
    await seller.run(['backup', elsewhere, '--force'], { env: KEY });
    expect(await rekey()).toMatchObject({ status: 2 });
    const { status, stderr } = await rekey('--new-key-file', nextFile);
    expect(status).toBe(0);
    const line = `regulars rekey --db ${elsewhere} --key-file OLD.key --new-key-file ${nextFile}`;
    expect(stderr).toContain(`warning: ${elsewhere} still needs the key it was made with: ${line}\n`);
    for (const path of [seller.db, kept]) {
      expect(await dumpOf(seller, path, NEXT)).toBe(dump);
      expect((await seller.run(['status', '--db', path], { env: KEY })).status).toBe(1);
    }
    const { stdout } = await seller.run(['doctor', '--json'], { env: NEXT });
    const check = `regulars restore ${elsewhere} --check --db ${seller.db} --key-file`;
    expect(JSON.parse(stdout)).toMatchObject([{ finding: 'backup_has_other_key', command: `${check} FILE` }]);
    expect((await rekey('--new-key-file', nextFile)).status).toBe(1);
    const same = await seller.run(['rekey', '--new-key-file', nextFile], { env: NEXT });
    expect(same).toMatchObject({ status: 0, stderr: `${seller.db} has that key already; nothing was changed\n` });
  });

  it('is typed where it is not given, after the one before', async () => {
    const { seller, dump } = await shop();
    await seller.run(['encrypt'], { env: KEY });
    const { status, stderr } = await seller.run(['rekey'], {
      env: KEY,
      tty: ASKING,
      stdin: `${NEXT.REGULARS_KEY}\n${NEXT.REGULARS_KEY}\n`,
    });
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/the first key|that follows/);
    expect(await dumpOf(seller, seller.db, NEXT)).toBe(dump);
  });
});

describe('decrypting', () => {
  it('brings back what was there, and the copies with it', async () => {
    const it = await shop();
    const { seller, kept, dump } = it;
    await seller.run(['encrypt'], { env: KEY });
    expect((await seller.run(['decrypt'])).status).toBe(2);
    expect((await seller.run(['decrypt'], { env: NEXT })).status).toBe(1);
    expect(await seller.run(['decrypt'], { env: KEY })).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('no longer encrypted') as string,
    });
    expect(kinds(it)).toEqual(['ours', 'ours', 'ours']);
    for (const path of [seller.db, kept]) expect(await dumpOf(seller, path, {})).toBe(dump);
    expect((await seller.run(['doctor', '--json'])).stdout).toBe('[]\n');
    expect(await seller.run(['decrypt'])).toMatchObject({ status: 0 });
  });
});

describe('putting back', () => {
  it('a plain copy of an encrypted archive encrypts it', async () => {
    const { seller, elsewhere, dump } = await shop();
    await seller.run(['encrypt'], { env: KEY });
    expect((await seller.run(['restore', elsewhere, '--yes'])).status).toBe(2);
    expect((await seller.run(['restore', elsewhere, '--yes'], { env: KEY })).status).toBe(0);
    expect(kindOf(seller.db)).toBe('encrypted');
    expect(await dumpOf(seller, seller.db, KEY)).toBe(dump);
    expect(readdirSync(seller.folder).filter((name) => name.endsWith('restore.backup'))).toHaveLength(1);
    expect(names(seller)).toEqual([]);
  });

  it('an encrypted copy over a plain archive leaves it encrypted, and names what is kept', async () => {
    const { seller, kept } = await shop();
    const other = join(seller.folder, 'other.db');
    await seller.run(['encrypt'], { env: KEY });
    copyFileSync(kept, other);
    await seller.run(['decrypt'], { env: KEY });
    expect((await seller.run(['restore', '--check', other, '--json'], { env: KEY })).stdout).toContain(
      '"same_as_archive": true',
    );
    expect((await seller.run(['tag', 'add', 'vip', '--customer', '1'])).status).toBe(0);
    const keyFile = join(seller.folder, 'first.key');
    writeFileSync(keyFile, KEY.REGULARS_KEY, { mode: 0o600 });
    const { status, stderr } = await seller.run(['restore', other, '--yes', '-q', '--key-file', keyFile]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('was not encrypted') as string });
    expect(kindOf(seller.db)).toBe('encrypted');
    const [, line = ''] = /not in the copy: regulars (.+)/.exec(stderr) ?? [];
    expect((await seller.run([...line.split(' '), '--csv'])).stdout).toMatch(/^"?vip/m);
  });

  it('with a key makes an encrypted archive where there is none, and is refused over a plain one', async () => {
    const { seller, elsewhere, dump } = await shop();
    expect(await seller.run(['restore', elsewhere, '--yes'], { env: KEY })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is not encrypted, but a key is given') as string,
    });
    const place = join(seller.folder, 'new', 'place.db');
    expect((await seller.run(['restore', elsewhere, '--db', place], { env: KEY })).status).toBe(0);
    expect(kindOf(place)).toBe('encrypted');
    expect(await dumpOf(seller, place, KEY)).toBe(dump);
  });
});

describe.skipIf(process.platform === 'win32')('killed before each change of a file', () => {
  it.each([
    ['encrypting', 'encrypt', {}, KEY, 15],
    ['giving another key', 'rekey', KEY, NEXT, 9],
    ['decrypting', 'decrypt', KEY, {}, 20],
  ] as const)(
    '%s leaves each file whole, under one key or the other, and is done by the next run',
    {
      timeout: 120_000,
    },
    async (_, verb, before, after, step) => {
      const { seller, kept, dump, nextFile } = await shop();
      if (verb !== 'encrypt') await seller.run(['encrypt'], { env: KEY });
      const saved = join(seller.folder, 'saved');
      const files = [seller.db, kept];
      for (const [at, path] of files.entries()) cpSync(path, `${saved}-${at}`);
      const args = [verb, ...(verb === 'rekey' ? ['--new-key-file', nextFile] : [])];
      const env = verb === 'encrypt' ? after : before;
      const seen = { before: 0, after: 0 };
      // All three make the same changes in the same order, and meet others of them.
      for (let change = 0, signal: string | null = 'SIGKILL'; signal !== null; change += step) {
        for (const name of readdirSync(seller.folder))
          if (/^archive\.db.*(partial|journal|wal|shm)/.test(name)) rmSync(join(seller.folder, name));
        for (const [at, path] of files.entries()) cpSync(`${saved}-${at}`, path);
        signal = await kill(seller, args, change, env);
        const now = (await dumpOf(seller, seller.db, after)) === dump ? 'after' : 'before';
        if (signal !== null) seen[now]++;
        if (now === 'before') expect(await dumpOf(seller, seller.db, before), `change ${change}`).toBe(dump);
        const copies = [await dumpOf(seller, kept, after), await dumpOf(seller, kept, before)];
        expect(copies, `change ${change}`).toContain(dump);
        // Nothing of it lies about in plain where it did not before.
        if (verb === 'rekey')
          for (const name of readdirSync(seller.folder).filter((name) => name.startsWith('archive.db')))
            expect(readFileSync(join(seller.folder, name)).includes('A-1@example.com'), name).toBe(false);
        if (now === 'after') continue;
        expect((await seller.run(args, { env })).status).toBe(0);
        for (const path of files) expect(await dumpOf(seller, path, after)).toBe(dump);
        expect(names(seller)).toEqual([]);
      }
      expect(seen.before).toBeGreaterThan(0);
    },
  );
});

const killed = fileURLToPath(new URL('../helpers/killed.mjs', import.meta.url));

/** The signal that ended it, if one did. */
async function kill(
  seller: Seller,
  args: readonly string[],
  before: number,
  env: Readonly<Record<string, string>>,
): Promise<string | null> {
  const child = spawn(process.execPath, ['--import', killed, program, '--db', seller.db, ...args], {
    env: strippedEnv({ HOME: seller.folder, KILL_BEFORE: String(before), ...env }),
    stdio: 'ignore',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return await new Promise((resolve) => void child.once('exit', (_, signal) => resolve(signal)));
}
