/** Copies taken, listed, proved and put back by the program, on real archives. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MIGRATIONS } from '../../src/store/schema.ts';
import { program, strippedEnv } from '../helpers/run.ts';
import { database, KEY } from '../helpers/key.ts';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const FOREIGN = fileURLToPath(new URL('../../fixtures/broken/foreign-sqlite.db', import.meta.url));

const orders = (...numbers: string[]) =>
  csv([
    ['order_id', 'order_date', 'customer_name', 'email', 'order_total'],
    ...numbers.map((number) => [number, '2026-05-04 10:00:00', `Buyer ${number}`, `${number}@example.com`, '5.00']),
  ]);

interface Two {
  readonly seller: Seller;
  readonly copy: string;
  /** What the copy holds, and what the archive holds by now. */
  readonly before: string;
  readonly after: string;
}

/** An archive with a copy of how it was two orders ago. */
async function two(): Promise<Two> {
  const seller = newSeller();
  await seller.ingest(seller.write('one.csv', orders('A-1')), ...NEW_SHOP);
  const before = await seller.dump();
  const copy = join(seller.folder, 'copies', 'one.db');
  mkdirSync(join(seller.folder, 'copies'));
  expect(await seller.run(['backup', copy])).toMatchObject({
    status: 0,
    stderr: `copied to ${copy} and checked: 1 order\n`,
  });
  await seller.ingest(seller.write('two.csv', orders('B-1', 'B-2')));
  return { seller, copy, before, after: await seller.dump() };
}

const restore = (seller: Seller, copy: string, ...args: string[]) => seller.run(['restore', copy, '--yes', ...args]);
const archiveFiles = (seller: Seller) => readdirSync(seller.folder).filter((name) => name.startsWith('archive.db'));
const dumpOf = async (seller: Seller, db: string) => (await seller.run(['dump', '--canonical', '--db', db])).stdout;

describe('putting a copy back', () => {
  it('leaves the copy, keeps the archive before, and holds exactly what the copy holds', async () => {
    const { seller, copy, before, after } = await two();
    // Of a run that was killed, and had the same number.
    writeFileSync(`${seller.db}.partial-${process.pid}`, 'half');
    const { status, stderr } = await restore(seller, copy);
    const kept = `${seller.db}.20260701T040000Z-restore.backup`;
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `${seller.db} restored: 1 order, the last of 2026-05-04\nthe archive before is kept as ${kept}\n`,
    });
    expect(await seller.dump()).toBe(before);
    expect(await dumpOf(seller, kept)).toBe(after);
    expect([seller.db, kept].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
    expect(existsSync(copy)).toBe(true);
    expect((await seller.run(['doctor', '--json'])).stdout).toBe('[]\n');
    // And back again.
    expect((await restore(seller, kept)).status).toBe(0);
    expect(await seller.dump()).toBe(after);
  });

  it('makes an archive where there is none', async () => {
    const { seller, copy, before } = await two();
    const db = join(seller.folder, 'new', 'place', 'tea.db');
    const { status, stderr } = await seller.run(['restore', copy, '--db', db]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: `${db} restored: 1 order, the last of 2026-05-04\n` });
    expect(await dumpOf(seller, db)).toBe(before);
    expect(statSync(join(seller.folder, 'new')).mode & 0o777).toBe(0o700);
  });

  it('asks first, and changes nothing in a dry run', async () => {
    const { seller, copy, after } = await two();
    expect(await seller.run(['restore', copy])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`hint: regulars restore ${copy} --yes --db ${seller.db}`) as string,
    });
    const tty = { stdin: true, stderr: true };
    for (const stdin of ['n\n', '\n', '']) {
      const { status, stderr } = await seller.run(['restore', copy], { tty, stdin });
      expect([status, stderr]).toEqual([1, expect.stringContaining('not confirmed; nothing was changed\n')]);
    }
    expect(await restore(seller, copy, '-n')).toMatchObject({ status: 0, stderr: 'dry run: nothing was changed\n' });
    expect(await seller.dump()).toBe(after);
    expect(archiveFiles(seller).filter((name) => /backup|partial/.test(name))).toEqual([]);
    expect(await seller.run(['restore', copy], { tty, stdin: 'y\n' })).toMatchObject({ status: 0 });
  });

  it.each<[what: string, code: string, spoil: (copy: string) => void]>([
    ['gone', 'no_copy', (copy) => rmSync(copy)],
    ['empty', 'not_a_database', (copy) => truncateSync(copy, 0)],
    ['cut off', 'copy_damaged', (copy) => truncateSync(copy, 50_000)],
    ['a text', 'not_a_database', (copy) => writeFileSync(copy, 'order_id\n1\n'.repeat(50))],
    ["another program's", 'not_our_database', (copy) => copyFileSync(FOREIGN, copy)],
    ['of a later program', 'archive_newer', (copy) => database(copy).pragma('user_version = 99')],
    ['with a log beside it', 'copy_unfinished', (copy) => writeFileSync(`${copy}-wal`, 'half')],
    ['with a journal beside it', 'copy_unfinished', (copy) => writeFileSync(`${copy}-journal`, 'half')],
    ['a folder', 'archive_is_folder', (copy) => (rmSync(copy), mkdirSync(copy))],
  ])('does not touch the archive for one that is %s', async (_, code, spoil) => {
    const { seller, copy, after } = await two();
    spoil(copy);
    for (const args of [['--yes'], ['--check']]) {
      const { status, stdout, stderr } = await seller.run(['restore', copy, '--json', ...args]);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(JSON.parse(stderr)).toMatchObject({ error: { code } });
      // That is where the archive goes, which is no remedy for a copy.
      expect(stderr).not.toContain('--db FILE');
    }
    expect(await seller.dump()).toBe(after);
    expect(archiveFiles(seller).filter((name) => /backup|partial|damaged/.test(name))).toEqual([]);
  });

  it.each([
    ['referring to nothing', 'PRAGMA foreign_keys = OFF; DELETE FROM imports'],
    ['with what its tables do not allow', 'PRAGMA ignore_check_constraints = ON; UPDATE orders SET counting = 7'],
  ])('takes and puts back one that is %s, and says so', async (_, spoil) => {
    const { seller } = await two();
    const db = database(seller.db);
    db.exec(spoil);
    db.close();
    const copy = join(seller.folder, 'flawed.db');
    const warning = `warning: it holds what is wrong in itself, as it did before it was copied: regulars doctor --db ${seller.db}`;
    expect(await seller.run(['backup', copy])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining(warning) as string,
    });
    const before = await seller.dump();
    expect(await restore(seller, copy)).toMatchObject({
      status: 0,
      stderr: expect.stringContaining(warning) as string,
    });
    expect(await seller.dump()).toBe(before);
  });

  it('brings one of an earlier version to this one', async () => {
    const { seller, copy } = await two();
    const versions = MIGRATIONS as string[];
    versions.push('CREATE TABLE gifts (gift TEXT) STRICT;');
    onTestFinished(() => void versions.pop());
    const version = (path: string) => {
      const db = database(path);
      const number = db.pragma('user_version', { simple: true });
      db.close();
      return number;
    };
    const known = versions.length;
    for (const args of [['status'], ['tag', 'add', 'vip', '--where', 'number_of_orders > 0', '-n']])
      expect(await seller.run([...args, '--json'])).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('"code":"archive_older"') as string,
      });
    expect(version(seller.db)).toBe(known - 1);
    // It is copied as it is.
    expect((await seller.run(['backup'])).status).toBe(0);
    expect(await restore(seller, copy)).toMatchObject({
      status: 0,
      stderr: expect.stringContaining(
        `from version ${known - 1} to ${known}; the one before is kept as ${copy}`,
      ) as string,
    });
    expect([version(seller.db), version(copy)]).toEqual([known, known - 1]);
  });

  it('keeps the objections of the archive before, and tells what else is not in the copy', async () => {
    const { seller, copy } = await two();
    await seller.run(['tag', 'add', 'vip', '--customer', '1']);
    for (const args of [
      ['suppress', 'add', 'a-1@example.com'],
      ['suppress', 'add', '+8613900001001'],
      ['suppress', 'add', '1'],
      ['suppress', 'add', '2'],
      ['suppress', 'remove', '2'],
      ['consent', 'set', '1', 'email', 'granted'],
      ['consent', 'set', '1', 'sms', 'refused'],
      ['shops', 'edit', 'generic', '--consent-policy', 'not-refused'],
    ])
      expect(await seller.run(args)).toMatchObject({ status: 0 });
    const { stderr } = await restore(seller, copy, '-q');
    const kept = `${seller.db}.20260701T040000Z-restore.backup`;
    expect(stderr.split('\n')).toEqual([
      `warning: 1 shop of the archive before is not in the copy, or set up otherwise there: regulars shops list --db ${kept}`,
      `warning: 1 tag of the archive before is not in the copy: regulars tag list --db ${kept}`,
      `warning: 1 consent of the archive before is not in the copy: regulars dump --canonical --db ${kept}`,
      expect.stringContaining(
        '2 suppressions of the archive before are not in the copy, being lifted or of customers',
      ) as string,
      '',
    ]);
    expect(await seller.query('SELECT kind, hint, lifted_at FROM suppressions')).toEqual([
      { kind: 'email', hint: 'a***@e***.com', lifted_at: null },
      { kind: 'customer', hint: '#1', lifted_at: null },
    ]);
    expect(await seller.query('SELECT channel, status FROM consents')).toEqual([{ channel: 'sms', status: 'refused' }]);
    // The phone's was lifted, and the copy knows no customer 2. Once more, and there is nothing left to be kept.
    expect((await restore(seller, kept)).stderr).not.toContain('said since');
    expect((await restore(seller, copy)).stderr).toContain('and kept: 2 suppressions, 1 refusal of contact');
  });

  it('keeps refusals where the archive before has lost the table of suppressions', async () => {
    const { seller, copy } = await two();
    expect((await seller.run(['consent', 'set', '1', 'sms', 'refused'])).status).toBe(0);
    const db = database(seller.db);
    db.exec('DROP TABLE suppressions');
    db.close();
    expect((await restore(seller, copy)).stderr).toMatch(/could not all be read[^]*kept: 0 suppressions, 1 refusal/);
    expect(await seller.query('SELECT channel, status FROM consents')).toEqual([{ channel: 'sms', status: 'refused' }]);
  });

  it('keeps what files said, of whoever is in the copy and, by the address, of whoever is not', async () => {
    const { seller, copy } = await two();
    const flags = 'email,accepts_email\na-1@example.com,no\nb-1@example.com,no\nb-2@example.com,yes\n';
    await seller.run(['customers', 'import', seller.write('flags.csv', flags)]);
    const { stderr } = await restore(seller, copy);
    expect(stderr).toContain('and kept: 0 suppressions, 2 refusals of contact');
    await seller.ingest('two.csv');
    const args = ['export', 'contacts', '--where', 'orders_all > 0', '--kind', 'service', '--channel', 'email'];
    expect(await seller.json(...args)).toMatchObject([{ email: 'b-2@example.com' }]);
    expect((await seller.run(['doctor', '--json'])).stdout).toBe('[]\n');
    // By now each is said in the archive itself.
    expect((await restore(seller, copy)).stderr).toContain('and kept: 1 suppression, 1 refusal of contact');
  });

  it('keeps them where the archive before has lost the key they were hashed with, or a table', async () => {
    const { seller, copy } = await two();
    expect((await seller.run(['suppress', 'add', 'a-1@example.com'])).status).toBe(0);
    const db = database(seller.db);
    db.exec("DELETE FROM settings WHERE key = 'suppression_key'; DROP TABLE consents; DROP TABLE touches");
    db.close();
    expect(await restore(seller, copy, '-q')).toEqual({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(/^warning: what was said .* could not all be read/) as string,
    });
    expect(await seller.query('SELECT kind, hint FROM suppressions')).toEqual([
      { kind: 'email', hint: 'a***@e***.com' },
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'says what could not be written where its disk allows no such file',
    async () => {
      const { seller, copy, after } = await two();
      const { stderr, status } = spawnSync(
        'sh',
        [
          '-c',
          'ulimit -f 100; exec "$@"',
          'sh',
          process.execPath,
          program,
          'restore',
          copy,
          '--yes',
          '--db',
          seller.db,
        ],
        { env: strippedEnv(), encoding: 'utf8' },
      );
      expect({ status, stderr }).toEqual({
        status: 1,
        stderr: expect.stringMatching(new RegExp(`^regulars: ${seller.db}\\S+ was not written: its disk`)) as string,
      });
      expect(await seller.dump()).toBe(after);
      expect(archiveFiles(seller).filter((name) => /backup|partial/.test(name))).toEqual([]);
    },
  );

  it('takes in a log that belongs to its copy, by the line it gives', async () => {
    const { seller, before, after } = await two();
    const live = join(seller.folder, 'live.db');
    const db = database(seller.db);
    db.exec("INSERT INTO settings VALUES ('a', 'b'); DELETE FROM settings WHERE key = 'a'");
    for (const suffix of ['', '-wal']) copyFileSync(seller.db + suffix, live + suffix);
    db.close();
    chmodSync(live, 0o600);
    const { stderr } = await restore(seller, live);
    expect(stderr).toContain(`regulars backup --db ${live} ${live}.whole`);
    expect((await seller.run(['backup', '--db', live, `${live}.whole`])).status).toBe(0);
    expect((await restore(seller, `${live}.whole`)).status).toBe(0);
    expect(await seller.dump()).toBe(after);
    expect(after).not.toBe(before);
  });

  it('never lets what lies beside the old archive be read as the new one’s', async () => {
    const { seller, copy, before, after } = await two();
    // A writer that was killed: its log holds what the file does not.
    const live = database(seller.db);
    live.exec("UPDATE records SET name = 'In the log only'");
    const left = Object.fromEntries(['', '-wal'].map((suffix) => [suffix, readFileSync(seller.db + suffix)]));
    live.close();
    for (const [suffix, bytes] of Object.entries(left)) writeFileSync(seller.db + suffix, bytes, { mode: 0o600 });
    writeFileSync(`${seller.db}-shm`, Buffer.alloc(32_768), { mode: 0o600 });
    expect((await restore(seller, copy)).status).toBe(0);
    expect(await seller.dump()).toBe(before);
    // Nothing of it is lost either.
    const kept = await dumpOf(seller, `${seller.db}.20260701T040000Z-restore.backup`);
    expect(kept).toContain('In the log only');
    expect(kept.length).toBeGreaterThan(after.length);
  });

  it('removes a log without its archive from the place', async () => {
    const { seller, copy, before } = await two();
    rmSync(seller.db);
    for (const suffix of ['-wal', '-journal', '-shm']) writeFileSync(seller.db + suffix, 'left over', { mode: 0o600 });
    expect((await restore(seller, copy)).status).toBe(0);
    expect(await seller.dump()).toBe(before);
  });

  it.each<[string, (path: string) => void]>([
    ['cut off', (path) => truncateSync(path, 30_000)],
    ['without its first page', (path) => writeFileSync(path, Buffer.alloc(8192), { flag: 'r+' })],
    ['a text', (path) => writeFileSync(path, 'milk and eggs')],
    ['empty', (path) => truncateSync(path, 0)],
  ])('works where the archive is damaged, and keeps that as it was: %s', async (_, spoil) => {
    const { seller, copy, before } = await two();
    spoil(seller.db);
    const bytes = readFileSync(seller.db);
    const { status, stderr } = await restore(seller, copy);
    const aside = `${seller.db}.20260701T040000Z-restore.damaged`;
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining(aside) as string });
    expect(readFileSync(aside).equals(bytes)).toBe(true);
    expect(await seller.dump()).toBe(before);
    expect((await seller.run(['doctor', '--json'])).stdout).toBe('[]\n');
  });

  it('is refused over a link, a folder and a database of another program', async () => {
    const { seller, copy } = await two();
    const place = join(seller.folder, 'place.db');
    const attempt = () => seller.run(['restore', copy, '--db', place, '--yes']);
    symlinkSync(seller.db, place);
    expect(await attempt()).toMatchObject({ status: 1, stderr: expect.stringContaining('is a link') as string });
    rmSync(place);
    copyFileSync(FOREIGN, place);
    expect(await attempt()).toMatchObject({ status: 1, stderr: expect.stringContaining('another program') as string });
    expect(readFileSync(place).equals(readFileSync(FOREIGN))).toBe(true);
    // Not even what lies in its log is taken in.
    const other = new Database(join(seller.folder, 'other.db'));
    other.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)');
    for (const suffix of ['', '-wal']) copyFileSync(other.name + suffix, place + suffix);
    other.close();
    chmodSync(place, 0o600);
    const both = () => Buffer.concat(['', '-wal'].map((suffix) => readFileSync(place + suffix)));
    const bytes = both();
    expect((await attempt()).stderr).toContain('another program');
    expect(both().equals(bytes)).toBe(true);
    rmSync(`${place}-wal`);
    rmSync(place);
    mkdirSync(place);
    expect(await attempt()).toMatchObject({ status: 1, stderr: expect.stringContaining('is not a file') as string });
    expect((await restore(seller, seller.db)).stderr).toContain('is the archive itself');
    expect((await restore(seller, seller.folder)).stderr).toMatch(/is not a file\nhint: regulars backup list/);
  });

  it.skipIf(KEY)('waits for others, and is told who it waited for', async () => {
    const { seller, copy, after } = await two();
    const other = database(seller.db);
    onTestFinished(() => void other.close());
    other.prepare('SELECT count(*) FROM orders').get();
    expect(await restore(seller, copy, '--wait', '0.3')).toMatchObject({ status: 75 });
    expect(await seller.dump()).toBe(after);
    const waiting = restore(seller, copy, '--wait', '20');
    setTimeout(() => other.close(), 300);
    expect((await waiting).status).toBe(0);
  });

  it('is heard by whoever opened the archive before', async () => {
    const { seller, copy } = await two();
    const { openArchive } = await import('../../src/store/open.ts');
    // Held open without a log, as a first load does.
    const lone = database(seller.db);
    lone.pragma('journal_mode = DELETE');
    lone.close();
    const opened = await openArchive(seller.db, { mode: 'read', wait: 0, dryRun: false, key: KEY });
    if ('problem' in opened) throw new Error(opened.problem);
    onTestFinished(() => opened.archive.close());
    expect((await restore(seller, copy)).status).toBe(0);
    expect(() => opened.archive.write(() => 1)).toThrow();
  });
});

describe('a drill', () => {
  it('proves a copy without touching anything, and compares it with the archive', async () => {
    const { seller, copy, before } = await two();
    const bytes = readFileSync(seller.db);
    const drill = async (file: string) =>
      JSON.parse((await seller.run(['restore', '--check', file, '--json'])).stdout) as object;
    const lines = before.split('\n').length - 1;
    expect(await drill(copy)).toMatchObject({
      copy,
      facts: lines,
      orders: 1,
      imports: 1,
      errors: [],
      archive: { orders: 3, imports: 2 },
      same_as_archive: false,
    });
    await seller.run(['backup', join(seller.folder, 'now.db')]);
    expect(await drill('now.db')).toMatchObject({ orders: 3, same_as_archive: true });
    truncateSync(seller.db, 0);
    expect(await drill('now.db')).toMatchObject({ orders: 3, archive: null, same_as_archive: null });
    expect(bytes.length).toBeGreaterThan(0);
  });

  it('tells what a sound file holds that is wrong', async () => {
    const { seller, copy } = await two();
    const db = database(copy);
    db.exec('UPDATE orders SET net = 7');
    db.close();
    const { status, stdout } = await seller.run(['restore', '--check', copy], { tty: { stdout: true } });
    expect(status).toBe(1);
    expect(stdout).toContain('1 order with other amounts than the file said');
  });
});

// Their names say it all, whatever is in them.
describe.skipIf(KEY)('copies kept beside the archive', () => {
  const list = async (seller: Seller, now?: string) =>
    JSON.parse((await seller.run(['backup', 'list', '--json'], now ? { now } : {})).stdout) as Record<
      string,
      unknown
    >[];

  it('are listed with those taken elsewhere, oldest first', async () => {
    const { seller, copy } = await two();
    expect((await seller.run(['backup'], { now: '2026-06-30T08:09:10Z' })).status).toBe(0);
    const kept = `${seller.db}.20260630T080910Z-hand.backup`;
    expect(await list(seller)).toEqual([
      {
        made_at: '2026-06-30T08:09:10Z',
        path: kept,
        bytes: statSync(kept).size,
        reason: 'hand',
        why: 'asked for',
        is_there: true,
        encrypted: false,
      },
      {
        made_at: '2026-07-01T04:00:00Z',
        path: copy,
        bytes: statSync(copy).size,
        reason: 'hand',
        why: 'asked for',
        is_there: true,
        encrypted: false,
      },
    ]);
    rmSync(copy);
    expect((await list(seller))[1]).toMatchObject({
      bytes: null,
      is_there: false,
      why: 'not there any more: asked for',
    });
    truncateSync(seller.db, 0);
    expect(await list(seller)).toHaveLength(2);
  });

  it('get a name with the time in a folder, and say where none can be made or noted', async () => {
    const { seller } = await two();
    const path = join(seller.folder, 'copies', 'archive-20260701T040000Z.db');
    rmSync(`${seller.db}.copies`);
    mkdirSync(`${seller.db}.copies`);
    expect(await seller.run(['backup', 'copies'])).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(
        new RegExp(`^copied to ${path} and checked: 3 orders\nwarning: ${seller.db}.copies cannot be written to`),
      ) as string,
    });
    expect(existsSync(path)).toBe(true);
    for (const file of ['nowhere/copy.db', 'nowhere/'])
      expect(await seller.run(['backup', file])).toMatchObject({
        status: 1,
        stderr: `regulars: there is no file or folder ${join(seller.folder, 'nowhere')}\n`,
      });
  });

  it('are removed after thirty days, but for those somebody asked for', async () => {
    const { seller, copy } = await two();
    await seller.run(['backup'], { now: '2026-05-01T00:00:00Z' });
    await seller.run(['rebuild'], { now: '2026-05-30T00:00:00Z' });
    await seller.run(['rebuild'], { now: '2026-06-20T00:00:00Z' });
    expect((await list(seller)).map(({ reason }) => reason)).toEqual(['hand', 'rebuild', 'rebuild', 'hand']);
    // What day is asked for does not make them older.
    await seller.run(['rebuild', '--as-of', '2027-01-01'], { now: '2026-06-21T00:00:00Z' });
    expect(await list(seller)).toHaveLength(5);
    // Not even a copy that is being put back, nor what nobody can make again.
    const [first] = (await list(seller)).filter(({ reason }) => reason === 'rebuild');
    copyFileSync(String(first?.['path']), `${seller.db}.20260101T000000Z-restore.damaged`);
    expect((await restore(seller, String(first?.['path']))).status).toBe(0);
    expect(existsSync(String(first?.['path']))).toBe(true);
    rmSync(`${seller.db}.20260701T040000Z-restore.backup`);
    await restore(seller, copy);
    expect(existsSync(`${seller.db}.20260101T000000Z-restore.damaged`)).toBe(true);
    rmSync(`${seller.db}.20260101T000000Z-restore.damaged`);
    expect(
      (await list(seller)).map(({ made_at: at, reason }) => `${String(at).slice(0, 10)} ${String(reason)}`),
    ).toEqual(['2026-05-01 hand', '2026-06-20 rebuild', '2026-06-21 rebuild', '2026-07-01 restore', '2026-07-01 hand']);
  });

  it('are listed as empty where there are none, whatever the note of them holds', async () => {
    const { seller } = await two();
    for (const text of ['', '{', '[1, {"path": 2}]', 'null']) {
      writeFileSync(`${seller.db}.copies`, text, { mode: 0o600 });
      expect(await list(seller)).toEqual([]);
    }
    closeSync(openSync(`${seller.db}.20261399T000000Z-hand.backup`, 'w', 0o600));
    expect(await list(seller)).toEqual([]);
  });
});
