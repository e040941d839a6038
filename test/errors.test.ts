/** What a person sees when something goes wrong, from the real program: one sentence, an exit code, an archive as it was. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Finished, spawnRegulars } from './helpers/run.ts';
import { csv, NEW_SHOP, newSeller, type Seller } from './helpers/seller.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/broken/${name}`, import.meta.url));
const MAY = csv([
  ['order_id', 'order_date', 'email', 'order_total'],
  ['A-1', '2026-05-04 10:00:00', 'ann@example.com', '5.00'],
]);

const regulars = (seller: Seller, ...args: string[]) =>
  spawnRegulars(['--db', seller.db, ...args], { cwd: seller.folder, env: { HOME: seller.folder } });

/** A seller whose archive holds one order already. */
async function started(): Promise<Seller> {
  const seller = newSeller();
  await seller.ingest(seller.write('first.csv', MAY), ...NEW_SHOP);
  return seller;
}

function expectSentence({ stdout, stderr, status }: Finished, exit: number, ...said: string[]): void {
  expect({ stdout, status }).toEqual({ stdout: '', status: exit });
  expect(stderr).toMatch(/^regulars: [^\n]+\n(  [^\n]+\n)*(hint: [^\n]+\n([^\n]+\n){0,2})?$/);
  for (const text of said) expect(stderr).toContain(text);
  expect(stderr).not.toMatch(/^\s+at |node:|Error:/m);
}

describe('a file that is no export', () => {
  it.each<[string, (seller: Seller) => string, string[]]>([
    ['empty', () => fixture('empty.csv'), ['empty.csv is empty']],
    ['missing', () => 'gone.csv', ['gone.csv: no such file']],
    ['a folder', (seller) => (mkdirSync(join(seller.folder, 'may')), 'may'), ['may has no file that may be an export']],
    ['a PDF', () => fixture('not-a-table.pdf'), ['is a PDF, not a table']],
    ['a database', () => fixture('foreign-sqlite.db'), ['is an SQLite database']],
    ['cut off within quotes', () => fixture('unterminated-quote.csv'), ['unterminated-quote.csv:4: a quote']],
  ])('is told: %s', async (_, make, said) => {
    const seller = await started();
    const before = await seller.dump();
    expectSentence(await regulars(seller, 'ingest', make(seller), ...NEW_SHOP), 1, ...said);
    expect(await seller.dump()).toBe(before);
  });

  it('names the closest layout, what it lacks, and a line that would read it', async () => {
    const seller = newSeller();
    copyFileSync(fixture('unknown-header.csv'), join(seller.folder, 'web orders.csv'));
    const told = await regulars(seller, 'ingest', 'web orders.csv');
    expectSentence(told, 2, 'closest is shopify orders, which lacks Name, Created at');
    expect(told.stderr).toContain("ingest 'web orders.csv' --map order_id=Order --map order_date=Created");
    expect(existsSync(seller.db)).toBe(false);
    const map = ['--map', 'order_id=Order', '--map', 'order_date=Created', '--map', 'order_total=Total'];
    expect((await regulars(seller, 'ingest', 'web orders.csv', ...map)).status).toBe(0);
  });

  it('is one JSON line for a program', async () => {
    const { stdout, stderr, status } = await regulars(
      newSeller(),
      'ingest',
      fixture('unterminated-quote.csv'),
      '--json',
    );
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'unterminated_quote', line: 4 } });
  });
});

describe('an archive that cannot be used', () => {
  it('is missing, and asking does not make it', async () => {
    const seller = newSeller();
    expectSentence(await regulars(seller, 'status'), 1, `there is no archive at ${seller.db}`, 'regulars ingest FILE');
    expect(existsSync(seller.db)).toBe(false);
  });

  it.each(['status', 'ingest'])('belongs to another program, and %s leaves it as it was', async (command) => {
    const seller = newSeller();
    copyFileSync(fixture('foreign-sqlite.db'), seller.db);
    const args = command === 'ingest' ? ['ingest', seller.write('may.csv', MAY), ...NEW_SHOP] : ['status'];
    expectSentence(await regulars(seller, ...args), 1, 'archive.db is a database of another program');
    expect(readFileSync(seller.db).equals(readFileSync(fixture('foreign-sqlite.db')))).toBe(true);
    expect(readdirSync(seller.folder).filter((name) => name.startsWith('archive.db'))).toEqual(['archive.db']);
  });

  it('is a text file', async () => {
    const seller = newSeller();
    seller.write('archive.db', 'milk\neggs\n');
    expectSentence(await regulars(seller, 'status'), 1, 'archive.db is not an archive of regulars');
    expect(readFileSync(seller.db, 'utf8')).toBe('milk\neggs\n');
  });

  it.skipIf(process.platform === 'win32')('can be read by others', async () => {
    const seller = await started();
    chmodSync(seller.db, 0o644);
    expectSentence(await regulars(seller, 'status'), 1, `hint: chmod 600 ${seller.db}`);
  });

  it('has a file where its folder should be', async () => {
    const seller = newSeller();
    const db = join(seller.folder, seller.write('may.csv', MAY), 'archive.db');
    expectSentence(await regulars(seller, 'ingest', 'may.csv', ...NEW_SHOP, '--db', db), 1, 'is not a folder');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('lies in a folder that is locked', async () => {
    const seller = newSeller();
    const folder = join(seller.folder, 'locked');
    mkdirSync(folder, { mode: 0o500 });
    seller.write('may.csv', MAY);
    const told = await regulars(seller, 'ingest', 'may.csv', ...NEW_SHOP, '--db', join(folder, 'archive.db'));
    expectSentence(told, 1, `the folder ${folder} cannot be used`);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a condition that is not understood', () => {
  it('is shown with a caret under the word and the nearest field', async () => {
    const seller = await started();
    const told = await regulars(seller, 'segment', 'members', '--where', 'amount_spent > 1 AND nuber_of_orders >= 2');
    expectSentence(told, 2, 'hint: did you mean number_of_orders?');
    const [, line = '', carets = ''] = told.stderr.split('\n');
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('nuber_of_orders');
  });
});
