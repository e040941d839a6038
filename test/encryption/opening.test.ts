/** What it takes to open an encrypted archive, and what is said where it does not open. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, describe, it, vi } from 'vitest';
import { type Command, command } from '../../src/commands/command.ts';
import { askHidden } from '../../src/shell/ask.ts';
import { kindOf } from '../../src/store/header.ts';
import { openArchive } from '../../src/store/open.ts';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const ORDERS = csv([
  ['order_id', 'order_date', 'customer_name', 'email', 'order_total'],
  ['A-1', '2026-05-04 10:00:00', 'Ann Archer', 'ann@example.com', '5.00'],
]);
const KEY = `it's "a" key; -- 茶 \\ `;
const OTHER = 'another key altogether';
const ASKING = { stdin: true, stderr: true };

function keyFile(seller: Seller, content: string | Uint8Array, name = 'shop.key'): string {
  writeFileSync(join(seller.folder, name), content, { mode: 0o600 });
  return join(seller.folder, name);
}

/** An archive that was encrypted from its first byte. */
async function encrypted(): Promise<{ readonly seller: Seller; readonly key: string }> {
  const seller = newSeller();
  const key = keyFile(seller, `${KEY}\n`);
  await seller.ingest(seller.write('orders.csv', ORDERS), ...NEW_SHOP, '--key-file', key);
  expect(kindOf(seller.db)).toBe('encrypted');
  return { seller, key };
}

describe('a key', () => {
  it.each([
    ['as it is', KEY],
    ['with a line end', `${KEY}\n`],
    ['with a line end of Windows', `${KEY}\r\n`],
  ])('in a file, %s', async (_, content) => {
    const { seller } = await encrypted();
    const file = keyFile(seller, content, 'other.key');
    expect(await seller.json('status', '--key-file', file)).toMatchObject({ encrypted: true, orders: 1 });
    expect(await seller.run(['status'], { env: { REGULARS_KEY_FILE: file } })).toMatchObject({ status: 0 });
  });

  it('loses one line end and nothing else', async () => {
    const { seller } = await encrypted();
    for (const content of [`${KEY}\n\n`, ` ${KEY}`, KEY.trimEnd(), `${KEY}\r`])
      expect(await seller.run(['status', '--key-file', keyFile(seller, content, 'other.key')])).toMatchObject({
        status: 1,
      });
  });

  it('may be of any bytes', async () => {
    const seller = newSeller();
    const bytes = keyFile(seller, Buffer.from([0, 255, 10, 39, 0, 34]));
    await seller.ingest(seller.write('orders.csv', ORDERS), ...NEW_SHOP, '--key-file', bytes);
    expect(await seller.run(['status', '--key-file', bytes])).toMatchObject({ status: 0 });
    const cut = keyFile(seller, Buffer.from([0, 255, 10, 39]), 'cut.key');
    expect(await seller.run(['status', '--key-file', cut])).toMatchObject({ status: 1 });
  });

  it('in the environment gives way to a file, and a file there to the option', async () => {
    const { seller, key } = await encrypted();
    const wrong = keyFile(seller, OTHER, 'wrong.key');
    const status = async (args: string[], env: Record<string, string>) =>
      (await seller.run(['status', ...args], { env })).status;
    expect(await status([], { REGULARS_KEY: KEY })).toBe(0);
    expect(await status([], { REGULARS_KEY: OTHER })).toBe(1);
    expect(await status([], { REGULARS_KEY_FILE: key, REGULARS_KEY: OTHER })).toBe(0);
    expect(await status(['--key-file', key], { REGULARS_KEY_FILE: wrong })).toBe(0);
    expect(await status([], { REGULARS_KEY_FILE: '', REGULARS_KEY: KEY })).toBe(0);
  });

  it('is asked for on a terminal, once, and not shown', async () => {
    const { seller } = await encrypted();
    const { status, stdout, stderr } = await seller.run(['doctor', '--json'], { tty: ASKING, stdin: `${KEY}\n` });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '[]\n' });
    expect(stderr.split(`Key of ${seller.db}:`)).toHaveLength(2);
    expect(stderr).not.toContain(KEY.trim());
    const chinese = await seller.run(['status', '--lang', 'zh'], { tty: ASKING, stdin: `${OTHER}\n` });
    expect(chinese).toMatchObject({ status: 1, stderr: expect.stringContaining('这个密钥打不开') as string });
    expect(chinese.stderr).not.toContain(OTHER);
  });

  it('is asked for anew, and not shown, where the program was stopped meanwhile', async () => {
    const raw: boolean[] = [];
    const [stdin, stderr] = [new PassThrough(), new PassThrough()];
    const terminal = Object.assign(stdin, { isTTY: true, setRawMode: (on: boolean) => void raw.push(on) });
    const answer = askHidden({ stdin: terminal, stdout: stderr, stderr }, ['Key:']);
    await vi.waitFor(() => expect(stderr.readableLength).toBeGreaterThan(0));
    stdin.write('half of it');
    await vi.waitFor(() => expect(stdin.readableLength).toBe(0));
    process.emit('SIGCONT', 'SIGCONT');
    expect(raw.slice(-2)).toEqual([false, true]);
    stdin.write('all of it\n');
    expect(await answer).toEqual(['all of it']);
    expect(String(stderr.read())).toBe('Key: Key: \n');
    expect(process.listenerCount('SIGCONT')).toBe(0);
  });

  it.each([
    ['nobody is there', {}, 2, 'needs_key'],
    ['nobody may be asked', { tty: ASKING, args: ['--no-input'] }, 2, 'needs_key'],
    ['nothing is typed', { tty: ASKING, stdin: '\n' }, 1, 'key_empty'],
    ['the input ends', { tty: ASKING }, 1, 'key_empty'],
    ['the key is another', { tty: ASKING, stdin: `${OTHER}\n` }, 1, 'wrong_key'],
  ])(
    'is missed in a sentence where %s',
    async (_, { args = [], ...options }: object & { args?: string[] }, exit, code) => {
      const { seller } = await encrypted();
      const { status, stdout, stderr } = await seller.run(['status', '--json', ...args], options);
      expect({ status, stdout }).toEqual({ status: exit, stdout: '' });
      expect(JSON.parse(stderr.split('\n').at(-2) ?? '')).toMatchObject({ error: { code } });
      expect(stderr).not.toContain(OTHER);
    },
  );

  it.skipIf(process.platform === 'win32').each<[string, string, (file: string) => void]>([
    ['others may read', 'key_readable_by_others', (file) => chmodSync(file, 0o640)],
    ['is empty', 'key_empty', (file) => writeFileSync(file, '')],
    ['holds a line end alone', 'key_empty', (file) => writeFileSync(file, '\n')],
    ['is a link to a file others may read', 'key_readable_by_others', (file) => chmodSync(file, 0o604)],
  ])('is not taken from a file that %s', async (what, code, spoil) => {
    const { seller, key } = await encrypted();
    spoil(key);
    const file = what.includes('link') ? join(seller.folder, 'link') : key;
    if (file !== key) symlinkSync(key, file);
    const { status, stderr } = await seller.run(['status', '--json', '--key-file', file]);
    expect(status).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code } });
  });

  it('is not taken from a folder, a file of more than a key, or one that is not there', async () => {
    const { seller } = await encrypted();
    mkdirSync(join(seller.folder, 'folder'), { mode: 0o700 });
    truncateSync(keyFile(seller, '', 'large'), 3 * 1024 ** 3);
    for (const name of ['folder', 'large', 'nowhere'])
      expect(await seller.run(['status', '--key-file', name])).toMatchObject({
        status: 1,
        stderr: expect.stringContaining(join(seller.folder, name)) as string,
      });
  });

  it('is not handed on to what the demo runs, in an archive and a folder of its own', async () => {
    const toy = (path: string, run: Command['run']) =>
      command({ path, summary: { en: 'a toy', zh: '玩具' }, examples: [`regulars ${path}`], options: {}, run });
    const keys: unknown[] = [];
    const outer = toy('outer', async (context) => {
      keys.push(await context.keys.given());
      await context.run(['inner'], tmpdir());
      return undefined;
    });
    const inner = toy('inner', async (context) => void keys.push(await context.keys.given()));
    const { seller } = await encrypted();
    const env = { REGULARS_KEY_FILE: 'shop.key', REGULARS_KEY: OTHER };
    await seller.run(['outer'], { env, commands: [outer, inner] });
    expect(keys).toEqual([Buffer.from(KEY), undefined]);
  });

  it('typed as a value of an option there is not, is not repeated', async () => {
    const { stderr } = await newSeller().run(['status', '--key=hunter2']);
    expect(stderr).not.toContain('hunter2');
  });
});

describe('an archive that is not encrypted', () => {
  it('is refused with a key, by every command that opens it, and stays as it is', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('orders.csv', ORDERS), ...NEW_SHOP);
    const bytes = readFileSync(seller.db);
    const key = keyFile(seller, KEY);
    for (const args of [['status'], ['ingest', 'orders.csv'], ['backup', 'copy.db'], ['rebuild'], ['doctor']]) {
      const { status, stderr } = await seller.run([...args, '--key-file', key]);
      expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('regulars encrypt') as string });
    }
    expect(readFileSync(seller.db).equals(bytes)).toBe(true);
    expect(existsSync(join(seller.folder, 'copy.db'))).toBe(false);
  });
});

describe('a wrong key', () => {
  it('harms neither log nor journal of a run that was killed', async () => {
    const { seller, key } = await encrypted();
    const killed = async (mode: 'WAL' | 'DELETE') => {
      const opened = await openArchive(seller.db, { mode: 'write', wait: 0, dryRun: false, key: Buffer.from(KEY) });
      if ('problem' in opened) throw new Error(opened.problem);
      const { db } = opened.archive;
      db.pragma(`journal_mode = ${mode}`);
      db.pragma('cache_size = 1');
      db.exec("INSERT INTO settings VALUES ('kept', 'yes') ON CONFLICT DO NOTHING; BEGIN IMMEDIATE");
      const put = db.prepare('INSERT INTO settings VALUES (?, ?)');
      for (let n = 0; n < 500; n++) put.run(`lost ${n}`, 'x'.repeat(500));
      const copy = join(seller.folder, `${mode}.db`);
      for (const suffix of ['', '-wal', '-journal'])
        if (existsSync(seller.db + suffix)) copyFileSync(seller.db + suffix, copy + suffix);
      db.exec('ROLLBACK');
      opened.archive.close();
      return copy;
    };
    for (const copy of [await killed('WAL'), await killed('DELETE')]) {
      const env = { REGULARS_KEY: OTHER };
      for (const args of [['status'], ['rebuild'], ['ingest', 'orders.csv']])
        expect(await seller.run([...args, '--db', copy], { env })).toMatchObject({
          status: 1,
          stderr: expect.stringContaining('the key does not open') as string,
        });
      const sql = "SELECT count(*) AS kept FROM settings WHERE key = 'kept' OR key LIKE 'lost%'";
      const { stdout } = await seller.run(['query', sql, '--db', copy, '--key-file', key, '--csv']);
      expect(stdout).toBe('kept\n1\n');
    }
  });
});
