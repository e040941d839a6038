/**
 * Every single-point pollution of a clean file, made by the corpus: a lone quote, a separator more or
 * less at every cell of every row, another separator, a cut, for the whole file another form. Nothing
 * may crash; an order comes out as in the clean file, or is left out whole and reported; no other order changes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpus, FreshArchive } from './archive.ts';

const BASES = [
  { name: 'g00-base', args: ['--platform', 'generic', '--timezone', 'UTC', '--country', 'US', '--currency', 'USD'] },
  {
    name: 's00-base',
    args: ['--platform', 'shopify', '--timezone', 'America/New_York', '--country', 'US', '--currency', 'USD'],
  },
  { name: 't00-base', args: ['--platform', 'taobao'] },
] as const;
const NOW = '2026-11-01';

interface Variant {
  readonly file: string;
  readonly op: string;
  readonly row: number | null;
  readonly col: number | null;
  readonly line: number | null;
}

interface Outcome {
  readonly status: number;
  readonly stderr: string;
  /** What is stored of each order, as one text. */
  readonly orders: ReadonlyMap<string, string>;
  readonly refusedLines: readonly number[];
  readonly seconds: number;
}

describe.skipIf(corpus === undefined).each(BASES)('pollution of $name', ({ name, args }) => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-pollution-'));
  const variants: Variant[] = [];
  const outcomes = new Map<Variant, Outcome>();
  let clean: Outcome;

  beforeAll(async () => {
    const bytes = readFileSync(join(corpus ?? '', 'hostile', 'orders', `${name}.csv`));
    const text = new TextDecoder(name.startsWith('t') ? 'gb18030' : 'utf-8').decode(bytes);
    writeFileSync(join(folder, 'clean.csv'), text);
    const script = join(corpus ?? '', 'hostile', 'pollute.py');
    execFileSync('python3', [script, join(folder, 'clean.csv'), folder], { stdio: 'pipe' });
    const listed = readFileSync(join(folder, 'index.jsonl'), 'utf8').trim().split('\n');
    variants.push(...listed.map((line) => JSON.parse(line) as Variant));
    clean = await ingest(join(folder, 'clean.csv'), args);
    for (const variant of variants) outcomes.set(variant, await ingest(join(folder, variant.file), args));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    const kinds = [...outcomes.values()].map(({ status }) => status);
    const count = (status: number): number => kinds.filter((kind) => kind === status).length;
    process.stdout.write(
      `\n${name}: ${kinds.length} variants, ${count(0)} clean, ${count(3)} in part, ${count(1)} refused\n`,
    );
  });

  const check = (differs: (outcome: Outcome, variant: Variant) => string | undefined) => {
    const found = [...outcomes].flatMap(([variant, outcome]) => {
      const difference = differs(outcome, variant);
      return difference === undefined ? [] : [`${variant.file}: ${difference}`];
    });
    expect(found).toEqual([]);
  };

  test('makes many variants', () => expect(outcomes.size).toBeGreaterThan(150));

  test('never crashes or hangs', () =>
    check(({ status, seconds, stderr }) =>
      [0, 1, 2, 3].includes(status) && seconds < 5 && !/^\s+at /m.test(stderr) ? undefined : `${status}: ${stderr}`,
    ));

  test('changes no order that is stored', () =>
    check((outcome, { op }) => {
      for (const [id, order] of outcome.orders) {
        if (!clean.orders.has(id)) return `order ${id} is none of the clean file`;
        const same = order === clean.orders.get(id) || (ARGUED[op]?.(order, clean.orders.get(id) ?? '') ?? false);
        if (!same) return `order ${id} is ${order}, not as it was`;
      }
      return undefined;
    }));

  test('reports every order that is left out', () =>
    check((outcome, { op, line }) => {
      const missing = [...clean.orders.keys()].filter((id) => !outcome.orders.has(id));
      if (missing.length === 0 || [1, 2].includes(outcome.status) || op === 'file_cut') return undefined;
      if (outcome.refusedLines.length === 0) return `${missing.join(' ')} missing, and nothing said`;
      // A header that is polluted takes every row with it.
      if (line === null || line === 1) return undefined;
      if (missing.length > 1) return `${missing.join(' ')} missing for one row`;
      return outcome.refusedLines.some((refused) => refused >= line) ? undefined : `line ${line} is not named`;
    }));

  test('stores nothing of a file that is refused', () =>
    check(({ status, orders }) => ([1, 2].includes(status) && orders.size > 0 ? 'orders are stored' : undefined)));
});

/** What may differ, and why. */
const ARGUED: Readonly<Record<string, (order: string, clean: string) => boolean>> = {
  // In free text a quote is an inch mark or a nickname.
  extra_quote: (order, clean) => order.replaceAll('\\"', '') === clean.replaceAll('\\"', ''),
  // A line that stands twice may be bought twice; a total says so, where there is one.
  row_double: (order, clean) => withoutLines(order) === withoutLines(clean),
  // A file that ends at the end of one of its rows, or in its last cell, looks whole.
  file_cut: () => true,
};

const withoutLines = (order: string): string =>
  JSON.stringify({ ...(JSON.parse(order) as object), lines: 0, units: 0 });

async function ingest(file: string, args: readonly string[]): Promise<Outcome> {
  const archive = new FreshArchive();
  try {
    const started = performance.now();
    const { status, stderr } = await archive.ask(['ingest', file, '--shop', 'demo', '--as-of', NOW, ...args]);
    const seconds = (performance.now() - started) / 1000;
    const lines = await archive.rows<{ order_number: string }>(
      'SELECT order_number, sku, title, variant, quantity, unit_price FROM order_lines_view ORDER BY order_number, position',
    );
    const orders = await archive.rows<{ order_number: string }>(
      'SELECT order_number, account, customer_name, email, phone, state, counting, placed_at, currency, total, refunded, net, units, ' +
        "replace(concat(province, city, district, address), ' ', '') AS address FROM orders_view",
    );
    const refused = status === 3 ? await archive.json<{ line: number }[]>(['imports', 'show', '1'], []) : [];
    return {
      status,
      stderr,
      seconds,
      refusedLines: refused.map(({ line }) => line),
      orders: new Map(
        orders.map((order) => [
          order.order_number,
          JSON.stringify({ ...order, lines: lines.filter((one) => one.order_number === order.order_number) }),
        ]),
      ),
    };
  } finally {
    archive.close();
  }
}
