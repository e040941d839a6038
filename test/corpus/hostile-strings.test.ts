/** Strings made to be run: by SQLite, a spreadsheet, a terminal, a file system or a pattern, through the commands that take them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defuse } from '../../src/output/defuse.ts';
import { visible, visibleLines } from '../../src/output/visible.ts';
import { cleanCell, isBlank } from '../../src/values/text.ts';
import { csv } from '../helpers/seller.ts';
import { corpus, FreshArchive } from './archive.ts';

function cases(name: string): readonly unknown[] {
  if (corpus === undefined) return [];
  const text = readFileSync(join(corpus, 'hostile', 'strings', `${name}.json`), 'utf8');
  return (JSON.parse(text) as { readonly cases: readonly unknown[] }).cases;
}
const shown = (text: string) => JSON.stringify(text).slice(0, 60);

const HEADER = ['order_id', 'order_date', 'customer_name', 'email', 'phone', 'item', 'order_total'];
const SHOP = ['--timezone', 'UTC', '--currency', 'USD', '--country', 'US'];
const order = (number: number, name: string, phone = '') => [
  `W-${number}`,
  '2026-05-04 10:00:00',
  name,
  `b${number}@example.com`,
  phone,
  'Tea',
  '5.00',
];

let archive: FreshArchive;
let folder: string;
beforeEach(async () => {
  archive = new FreshArchive();
  // Room above, so that what climbs out of the folder would be seen.
  folder = join(archive.folder, 'shop');
  mkdirSync(folder);
  await ingest([order(1, 'Ann Archer'), order(2, 'Ben Baker')], 'first.csv');
});
afterEach(() => archive.close());

async function ingest(rows: readonly (readonly string[])[], name: string, ...flags: string[]) {
  writeFileSync(join(folder, name), csv([HEADER, ...rows]));
  const ended = await archive.ask(['ingest', join(folder, name), ...SHOP, ...flags]);
  if (ended.status !== 0 && ended.status !== 3 && flags.length === 0) throw new Error(ended.stderr);
  return ended;
}

const ask = (...args: string[]) => archive.ask(args, { cwd: folder });
const dump = async () => (await ask('dump', '--canonical')).stdout;
const everyFile = () =>
  readdirSync(archive.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/^archive\.db-(wal|shm)$/.test(name))
    .toSorted();

/** No command line can hold a zero byte; a shop's name is cleaned as a cell is. */
const CLEANED: ReadonlyMap<string, string> = new Map([
  ['x ', 'x'],
  ['\ufeffx', 'x'],
]);

/** What no terminal should be sent: controls, embeddings, isolates, tags, lone surrogates. */
const ACTED_ON =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}\ud800-\udfff]/u;

function expectAnswerOrSentence({ status, stderr }: { status: number; stderr: string }): void {
  expect([0, 1, 2, 3], stderr.slice(0, 300)).toContain(status);
  expect(stderr).not.toMatch(/something unexpected|^\s+at /m);
  expect(stderr).not.toMatch(ACTED_ON);
  if (status === 1 || status === 2) expect(stderr).toMatch(/^regulars: /);
}

/** The words of the corpus as ours, so that what is behind them is reached: spend > NaN as amount_spent > NaN. */
const OURS = new Map([
  ['spend', 'amount_spent'],
  ['tag', 'customer_tags'],
  ['email', 'customer_email'],
  ['name', 'customer_name'],
  ['orders', 'number_of_orders'],
  ['last_order', 'last_order_date'],
]);
const inOurWords = (text: string) => text.replaceAll(/\b[a-z_]+\b/gi, (word) => OURS.get(word.toLowerCase()) ?? word);
const expressions = (cases('expressions') as readonly { expr: string }[]).flatMap(({ expr }) => [
  ...new Set([expr, inOurWords(expr)]),
]);

describe.skipIf(corpus === undefined)('an expression', () => {
  test.each(expressions.map((expression) => [shown(expression), expression]))(
    '%s',
    { timeout: 10_000 },
    async (_, expression) => {
      const before = [await dump(), everyFile()];
      const memory = process.memoryUsage().rss;
      const started = performance.now();
      const ended = await ask('segment', 'members', '--where', expression, '--json');
      expect(performance.now() - started).toBeLessThan(2000);
      expect(process.memoryUsage().rss - memory).toBeLessThan(200 << 20);
      expect([0, 2], ended.stderr.slice(0, 300)).toContain(ended.status);
      if (ended.status === 2)
        expect(JSON.parse(ended.stderr)).toMatchObject({ error: { message: expect.anything() as unknown } });
      expect(ended.stderr + ended.stdout).not.toMatch(/"code":"bug"/);
      expect([0, 1]).toContain((await ask('segment', 'check', '--where', expression, '--json')).status);
      expect([await dump(), everyFile()]).toEqual(before);
    },
  );

  test('means nothing as the name of a field or of a segment that is checked', async () => {
    for (const expression of expressions) {
      expectAnswerOrSentence(await ask('segment', 'fields', '--', expression));
      const checked = await ask('segment', 'check', '--', expression);
      expect([0, 1]).toContain(checked.status);
      expect(checked.stderr).not.toMatch(/something unexpected|^\s+at /m);
      expect(checked.stderr).not.toMatch(ACTED_ON);
    }
  });
});

describe.skipIf(corpus === undefined)('a name', () => {
  const names = (cases('names') as readonly { name: string }[]).map(({ name }) => [shown(name), name] as const);

  test.each(names)('of a tag: %s', async (_, name) => {
    const before = everyFile();
    const ended = await ask('tag', 'add', '--customer', 'b1@example.com', '--', name);
    expectAnswerOrSentence(ended);
    const tags = await archive.rows<{ tag: string }>('SELECT tag FROM tag_facts');
    expect(tags).toEqual(ended.status === 0 ? [{ tag: name.normalize('NFC') }] : []);
    if (ended.status === 0) {
      const { stdout } = await ask('tag', 'list', '--json');
      expect((JSON.parse(stdout) as { tag: string }[]).map(({ tag }) => tag)).toEqual([name.normalize('NFC')]);
      expectAnswerOrSentence(await ask('tag', 'remove', '--customer', 'b1@example.com', '--', name));
    }
    expect(everyFile()).toEqual(before);
  });

  test.each(names)('of a shop: %s', async (_, name) => {
    const before = [...everyFile(), 'shop/second.csv'].toSorted();
    const ended = await ingest([order(3, 'Cid Carter')], 'second.csv', `--shop=${name}`);
    expectAnswerOrSentence(ended);
    const shops = (await archive.rows<{ name: string }>('SELECT name FROM shops ORDER BY shop_id')).map(
      (row) => row.name,
    );
    expect(shops.slice(1)).toEqual(ended.status === 0 ? [CLEANED.get(name) ?? name] : []);
    expect(everyFile()).toEqual(before);
  });

  test.each(names)('of a map and a column: %s', async (_, name) => {
    writeFileSync(join(folder, 'second.csv'), csv([HEADER.with(5, name), order(3, 'Cid Carter')]));
    const before = everyFile();
    const map = [`--map=item=${name}`, `--save-map=${name}`];
    const ended = await archive.ask(['ingest', join(folder, 'second.csv'), ...SHOP, ...map]);
    expectAnswerOrSentence(ended);
    const maps = (await archive.rows<{ name: string }>('SELECT name FROM column_maps')).map((row) => row.name);
    expect(maps).toEqual(ended.status === 0 ? [name] : []);
    expect(everyFile()).toEqual(before);
    expect(Object.prototype).not.toHaveProperty('item');
  });

  test.each(names)('of a segment: %s', async (_, name) => {
    expectAnswerOrSentence(await ask('segment', 'members', '--', name));
    expectAnswerOrSentence(await ask('customers', 'find', '--', name));
    expectAnswerOrSentence(await ask('customers', 'show', '--', name));
  });

  const LIST = ['export', 'contacts', '--where', 'number_of_orders >= 1', '--channel', 'email', '--kind', 'care'];
  test.each(names.filter(([, name]) => !/^\/|\0/.test(name)))('of a file: %s', async (_, name) => {
    mkdirSync(join(folder, 'deep', 'deeper'), { recursive: true });
    for (const there of ['x', 'deep/x', 'x ', 'é']) writeFileSync(join(folder, there), 'mine');
    const before = everyFile();
    const mine = () => ['x', 'deep/x', 'x ', 'é'].map((there) => readFileSync(join(folder, there), 'utf8'));
    for (const args of [
      [...LIST, `--out=${name}`],
      ['backup', '--', name],
    ]) {
      const ended = await archive.ask(args, { cwd: join(folder, 'deep', 'deeper') });
      expectAnswerOrSentence(ended);
      const made = everyFile().filter((file) => !before.includes(file) && !file.endsWith('.copies'));
      // Only the very file that was asked for, where it was asked for, or a copy in the folder that was named.
      expect(made.length).toBeLessThanOrEqual(1);
      if (ended.status === 0) expect(existsSync(join(folder, 'deep', 'deeper', name))).toBe(true);
      else expect(made.filter((file) => !file.endsWith(name))).toEqual([]);
      expect(mine()).toEqual(['mine', 'mine', 'mine', 'mine']);
    }
  });
});

/** Cells of a quoted CSV. */
const cellsOf = (text: string): string[][] => {
  const records: string[][] = [[]];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    records.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') records.push([]);
  }
  return records;
};
const LIVE = /^[\s\u200b-\u200f\u2060-\u2064\ufeff\u00ad]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

describe.skipIf(corpus === undefined)('a cell that a spreadsheet may run', () => {
  const all = cases('csv-injection') as readonly { value: string; must_not_be_live: boolean; note: string }[];
  test.each(all.map((one) => [shown(one.value), one] as const))('%s', async (_, { value, must_not_be_live, note }) => {
    const isPhone = /phone/i.test(note);
    const rows = isPhone ? [order(3, 'Cid Carter', value)] : [order(3, value)];
    await ingest(rows, 'second.csv');
    const [stored] = await archive.rows<{ name: string | null; phone: string | null }>(
      "SELECT name, phone FROM records WHERE email = 'b3@example.com'",
    );
    const lists = ['customers list --csv', 'customers list --format tsv', 'query SELECT*FROM(orders_view) --csv'];
    for (const list of lists) {
      const { stdout, status } = await ask(...list.split(' '));
      expect(status).toBe(0);
      if (!list.includes('--csv')) continue;
      for (const cell of cellsOf(stdout).flat())
        if (!/^[+-]?\d+(\.\d+)?$/.test(cell)) expect(cell, list).not.toMatch(LIVE);
    }
    const out = ['export', 'contacts', '--customer', 'b3@example.com', '--kind', 'care', '--out', 'list.csv'];
    await ask(...out, '--channel', isPhone ? 'phone' : 'email');
    const text = existsSync(join(folder, 'list.csv')) ? readFileSync(join(folder, 'list.csv'), 'utf8') : '';
    const [header = [], row = []] = cellsOf(text);
    const name = row[header.indexOf('name')] ?? '';
    if (must_not_be_live) {
      expect(name).not.toMatch(LIVE);
      // Made harmless by one sign before it, and not otherwise changed.
      expect([stored?.name ?? '', `'${stored?.name ?? ''}`]).toContain(name);
    } else if (isPhone) expect(row[header.indexOf('phone')]).toBe(value);
  });
});

describe.skipIf(corpus === undefined)('a value that a terminal acts on', () => {
  test.each((cases('terminal') as readonly { value: string; what: string }[]).map(({ value, what }) => [what, value]))(
    '%s',
    async (_, value) => {
      const told = await ingest(
        [order(3, `Cid ${value}`), [`W-${value}`, 'never', value, value, value, value, value]],
        'second.csv',
      );
      expect(told.stderr + told.stdout).not.toMatch(ACTED_ON);
      const terminal = { stdin: true, stdout: true, stderr: true, columns: 100 };
      for (const args of [
        ['customers', 'list'],
        ['customers', 'show', 'b3@example.com'],
        ['customers', 'explain', 'b3@example.com'],
        ['customers', 'find', value],
        ['imports', 'show', '2'],
        ['query', "SELECT * FROM orders_view WHERE order_number LIKE 'W-%'"],
        ['segment', 'members', '--where', `name CONTAINS '${value}'`],
        ['tag', 'add', value, '--customer', 'b3@example.com'],
        ['customers', 'list', '--csv'],
        ['platforms', 'explain', join(folder, 'second.csv')],
      ]) {
        // With NO_COLOR whatever is sent to the terminal came from data.
        const { stdout, stderr } = await archive.ask([...args, '--color', 'never'], { tty: terminal });
        expect(stdout.replaceAll('\t', ''), args.join(' ')).not.toMatch(ACTED_ON);
        expect(stderr, args.join(' ')).not.toMatch(ACTED_ON);
      }
      const { stdout } = await ask('customers', 'list', '--json');
      expect(stdout).not.toMatch(ACTED_ON);
      const [stored] = await archive.rows<{ name: string }>("SELECT name FROM records WHERE email = 'b3@example.com'");
      // A row with a zero byte is refused as a whole.
      const names = (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
      expect(names).toHaveLength(stored ? 3 : 2);
      if (stored) expect(names).toContain(stored.name);
    },
  );
});

describe.skipIf(corpus === undefined)('a text that hangs a pattern', () => {
  const inputs = (cases('redos') as readonly { pattern: string; input: string }[]).flatMap(({ pattern, input }) => [
    input,
    pattern,
  ]);
  const floods = [' ', '@', '.', '1', '"', ',', 'a', '\u0301', "'", '(', '%', '\u200b'].map((one) =>
    one.repeat(1 << 20),
  );

  test.each<[string, (text: string) => unknown]>([
    ['cleanCell', cleanCell],
    ['isBlank', isBlank],
    ['defuse', (text) => defuse(text, 'phone')],
    ['visible', visible],
    ['visibleLines', visibleLines],
  ])('is soon done with by %s', (_, clean) => {
    for (const text of [...inputs, ...floods, `${' '.repeat(1 << 20)}x`]) {
      const started = performance.now();
      clean(text);
      expect(performance.now() - started, shown(text)).toBeLessThan(200);
    }
  });

  test('goes through a whole ingest, and is asked for', { timeout: 60_000 }, async () => {
    const rows = inputs.map((text, index) => [`W-${index + 3}`, text, text, text, text, text, text]);
    const named = inputs.map((text, index) => [`V-${index}`, '2026-05-04', text, text, text, text, '5.00']);
    const started = performance.now();
    await ingest([...rows, ...named], 'second.csv');
    for (const text of inputs) {
      expectAnswerOrSentence(await ask('customers', 'find', '--', text));
      expectAnswerOrSentence(await ask('segment', 'members', '--where', text));
      expectAnswerOrSentence(
        await ask('segment', 'members', '--where', `name CONTAINS '${text.replaceAll("'", "''")}'`),
      );
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
