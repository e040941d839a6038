import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newSeller } from '../helpers/seller.ts';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const read = (...path: string[]) => readFileSync(join(fixtures, ...path));

interface Expected {
  /** Name of the layout it must be recognised as. */
  readonly layout: string;
  /** Files of the same platform that belong to it: they come before and after it. */
  readonly with?: readonly string[];
  readonly args: readonly string[];
  readonly orders: number;
  readonly lines: number;
  readonly customers: number;
  readonly anonymous_orders: number;
  readonly counting_orders: number;
  readonly refusals: number;
  readonly net: Readonly<Record<string, number>>;
  readonly refunded: Readonly<Record<string, number>>;
  readonly states: Readonly<Record<string, number>>;
}

interface Broken {
  readonly file: string;
  readonly as?: 'archive';
  readonly args: readonly string[];
  readonly exit: number;
  readonly says: readonly string[];
}

const platforms = readdirSync(join(fixtures, 'shops'));
const cases = platforms.flatMap((platform) =>
  readdirSync(join(fixtures, 'shops', platform))
    .filter((name) => name.endsWith('.expected.json'))
    .map((name) => [platform, basename(name, '.expected.json')] as const),
);
const fileOf = (platform: string, name: string): string =>
  readdirSync(join(fixtures, 'shops', platform)).find(
    (file) => file.startsWith(`${name}.`) && !file.endsWith('.expected.json'),
  ) ?? `${name}.csv`;
const broken = JSON.parse(read('broken', 'EXPECTED.json').toString()) as readonly Broken[];

describe('an export of every header family', () => {
  it('is there for every platform', () => {
    expect(platforms).toEqual(expect.arrayContaining(['generic', 'shopify', 'taobao']));
    expect(new Set(cases.map(([platform]) => platform)).size).toBe(platforms.length);
  });

  it.each(cases)('%s/%s gives the figures it must', async (platform, name) => {
    const seller = newSeller();
    const expected = JSON.parse(read('shops', platform, `${name}.expected.json`).toString()) as Expected;
    const put = (file: string) => seller.write(file, read('shops', platform, file));
    const file = put(fileOf(platform, name));
    const summary = await seller.ingest(file, ...expected.args);
    expect(summary).toMatchObject({ platform, layout: expected.layout, orders: { refused: 0 } });
    for (const other of expected.with ?? []) await seller.ingest(put(other), ...expected.args);
    const { orders, customers, anonymous_orders, counting_orders, refusals, net, refunded } = expected;
    expect(await seller.json('status')).toMatchObject({
      orders,
      order_lines: expected.lines,
      customers,
      anonymous_orders,
      counting_orders,
      refusals,
    });
    const status = await seller.json<Expected>('status');
    expect({ net: status.net, refunded: status.refunded }).toEqual({ net, refunded });
    const states = await seller.query<{ state: string; orders: number }>(
      'SELECT state, count(*) AS orders FROM orders_view GROUP BY state',
    );
    expect(Object.fromEntries(states.map((row) => [row.state, row.orders]))).toEqual(expected.states);
  });
});

describe('a broken file', () => {
  it('is listed once with its answer', () => {
    const listed = new Set(broken.map(({ file }) => file));
    expect([...listed].toSorted()).toEqual(
      readdirSync(join(fixtures, 'broken'))
        .filter((name) => name !== 'EXPECTED.json')
        .toSorted(),
    );
  });

  it.each(broken)('$file ($args): exit $exit, saying $says', async ({ file, as, args, exit, says }) => {
    const seller = newSeller();
    const bytes = read('broken', file);
    const name = seller.write(file, bytes);
    const command = as === 'archive' ? ['--db', join(seller.folder, name), ...args] : ['ingest', name, ...args];
    const { status, stdout, stderr } = await seller.run(command);
    expect({ status, stdout }).toEqual({ status: exit, stdout: '' });
    for (const text of says) expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readFileSync(join(seller.folder, name)).equals(bytes)).toBe(true);
    if (exit === 1 || exit === 2) {
      // One sentence, and what to do next.
      expect(stderr).toMatch(/^regulars: [^\n]+\n(hint: [\s\S]+\n)?$/);
      expect(await seller.dump()).toBe('');
      return;
    }
    const { refusals } = await seller.json<Expected>('status');
    expect(refusals > 0).toBe(exit === 3);
    expect(await seller.json('imports', 'show', '1')).toHaveLength(refusals);
  });
});
