/** Values made to be run by what shows or stores them: a terminal, a spreadsheet, SQLite, a file system. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { csv, newSeller, NEW_SHOP, type Seller } from '../helpers/seller.ts';
import { zip } from '../helpers/zip.ts';

const HEADER = ['order_id', 'order_date', 'customer_name', 'email', 'item', 'order_total'];
const ESCAPE = '\u001b]52;c;ZXZpbA==\u0007\u009b2J\u202ea\u2066b\u0008';
const ACTED_ON = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const TERMINAL = { stdin: true, stdout: true, stderr: true, columns: 90 };

let seller: Seller;
beforeEach(() => {
  seller = newSeller();
});
const ingest = (name: string, ...more: (readonly string[])[]) =>
  seller.run([
    'ingest',
    seller.write('may.csv', csv([HEADER, ['A-1', '2026-05-04', name, 'a@example.com', 'Tea', '5'], ...more])),
    ...NEW_SHOP,
  ]);

describe('what a terminal acts on', () => {
  it('is shown and not done, wherever it comes out', async () => {
    const told = await ingest(`Ann ${ESCAPE}`, [`A-2${ESCAPE}`, 'never', ESCAPE, ESCAPE, ESCAPE, ESCAPE]);
    expect(told.stderr).not.toMatch(ACTED_ON);
    for (const args of [
      'customers list',
      'customers show 1',
      'customers explain 1',
      'imports show 1',
      'platforms explain may.csv',
    ]) {
      const { stdout, stderr } = await seller.run([...args.split(' '), '--color', 'never'], { tty: TERMINAL });
      expect(stdout + stderr, args).not.toMatch(ACTED_ON);
      expect(stdout, args).toContain(String.raw`\u{1b}]52`);
    }
    const [customer] = await seller.json<{ name: string }[]>('customers', 'list');
    expect(customer?.name).toContain('\u001b]52;');
  });

  it('is no line of ours: a line break in a refused value', async () => {
    const { stderr } = await ingest('Ann', [
      'A-2',
      'never\nregulars: the archive is empty',
      'Ben',
      'b@example.com',
      'Tea',
      '5',
    ]);
    expect(stderr).toContain(String.raw`never\u{a}regulars`);
    expect(stderr).not.toMatch(/^regulars:/m);
  });

  it('is cut where nobody would read on', { timeout: 20_000 }, async () => {
    await ingest(`Ann ${'x'.repeat(100_000)}`);
    for (const args of [
      ['customers', 'list'],
      ['platforms', 'explain', 'may.csv'],
    ]) {
      const { stdout, status } = await seller.run(args, { tty: TERMINAL });
      expect(status).toBe(0);
      expect(stdout).toContain('…');
      expect(stdout.length).toBeLessThan(20_000);
    }
    const [customer] = await seller.json<{ name: string }[]>('customers', 'list');
    expect(customer?.name).toHaveLength(100_004);
  });
});

describe('what a spreadsheet runs', () => {
  it.each(['=1+1', '\t=1+1', ' @SUM(1)', '＝1+1', "=cmd|' /C calc'!A0", '+1+1', '-1+1'])(
    'is text in every list: %j',
    async (name) => {
      await ingest(name);
      const list = [
        'export',
        'contacts',
        '--customer',
        '1',
        '--channel',
        'email',
        '--kind',
        'care',
        '--out',
        'list.csv',
      ];
      expect((await seller.run(list)).status).toBe(0);
      const written =
        readFileSync(join(seller.folder, 'list.csv'), 'utf8') + (await seller.run(['customers', 'list'])).stdout;
      expect(written.match(/"'[^"]*[=+\-@＝]/gu)?.length).toBe(2);
      expect(written).not.toMatch(/(?:^|,)"?\s*[=@＝]/mu);
    },
  );
});

describe('what SQLite runs', () => {
  it.each([
    '1=1; DROP TABLE customers; --',
    "name = 'x') OR 1=1 --",
    '(SELECT email FROM customers)',
    "load_extension('x')",
    `${'('.repeat(5000)}1${')'.repeat(5000)}`,
    `${'NOT '.repeat(5000)}amount_spent > 1`,
    `name IN (${Array.from({ length: 20_000 }, () => "'x'").join(', ')})`,
  ])('is a sentence about a condition: %#', { timeout: 20_000 }, async (condition) => {
    await ingest('Ann');
    const before = await seller.dump();
    const { status, stderr } = await seller.run(['segment', 'members', '--where', condition]);
    expect([0, 2]).toContain(status);
    expect(stderr).not.toContain('unexpected');
    expect(await seller.dump()).toBe(before);
  });

  it.each(["'; DROP TABLE orders; --", '__proto__', 'constructor', '"q"', 'select', '=1+1'])(
    'is a name like any other: %s',
    async (name) => {
      const file = seller.write(
        'may.csv',
        csv([
          [...HEADER.slice(0, 4), name, 'order_total'],
          ['A-1', '2026-05-04', 'Ann', 'a@example.com', 'Tea', '5'],
        ]),
      );
      const flags = [`--shop=${name}`, '--map', `item=${name}`, `--save-map=${name}`];
      expect((await seller.run(['ingest', file, ...NEW_SHOP, ...flags])).status).toBe(0);
      expect((await seller.run(['tag', 'add', '--customer', '1', '--', name])).status).toBe(0);
      expect(
        await seller.query(
          'SELECT s.name AS shop, t.tag, m.name AS map, l.title FROM shops s, tag_facts t, column_maps m, version_lines l',
        ),
      ).toEqual([{ shop: name, tag: name, map: name, title: 'Tea' }]);
      expect(Object.prototype).not.toHaveProperty('item');
    },
  );
});

describe('what climbs out of its folder', () => {
  it.each(['../../out.csv', '/tmp/regulars-out.csv', 'C:\\out.csv', '..\\..\\out.csv', `${'../'.repeat(40)}out.csv`])(
    'is but a name in a zip: %s',
    async (name) => {
      const before = new Set(readdirSync(join(seller.folder, '..')));
      const packed = zip({ [name]: csv([HEADER, ['A-1', '2026-05-04', 'Ann', 'a@example.com', 'Tea', '5']]) });
      await seller.ingest(seller.write('may.zip', packed), ...NEW_SHOP);
      expect(readdirSync(seller.folder).toSorted()).toEqual(['archive.db', 'may.zip']);
      expect(
        readdirSync(join(seller.folder, '..')).filter((file) => !before.has(file) && file.includes('out')),
      ).toEqual([]);
    },
  );
});
