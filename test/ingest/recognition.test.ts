/** Every layout is told from all others, however its columns stand. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/ingest/bytes/source.ts';
import { openRows } from '../../src/ingest/rows/open-rows.ts';
import { recognise } from '../../src/ingest/tables/recognise.ts';
import type { RawRow } from '../../src/ingest/tables/table-source.ts';
import { platforms } from '../../src/platforms/index.ts';
import type { Layout } from '../../src/platforms/layout.ts';
import { normaliseHeader } from '../../src/values/text.ts';

const shops = fileURLToPath(new URL('../../fixtures/shops', import.meta.url));
const layouts = platforms.flatMap((platform) => platform.layouts);

interface Expected {
  readonly layout: string;
  readonly args: readonly string[];
}

const cases = readdirSync(shops).flatMap((platform) =>
  readdirSync(join(shops, platform))
    .filter((name) => name.endsWith('.expected.json'))
    .map((name) => [platform, basename(name, '.expected.json')] as const)
    .filter(([, name]) => !expectedOf(platform, name).args.includes('--map')),
);

function expectedOf(platform: string, name: string): Expected {
  return JSON.parse(readFileSync(join(shops, platform, `${name}.expected.json`), 'utf8')) as Expected;
}

async function sampleOf(platform: string, name: string): Promise<{ rows: readonly RawRow[]; header: number }> {
  const file = readdirSync(join(shops, platform)).find(
    (one) => one.startsWith(`${name}.`) && !one.endsWith('.expected.json'),
  );
  const source = await openSource(join(shops, platform, file ?? ''), new PassThrough(), new AbortController().signal);
  try {
    const { reader, recognised } = await openRows(source, {}, layouts);
    return { rows: (await reader.sample()).map((row) => ({ ...row })), header: recognised.header.line };
  } finally {
    source.dispose();
  }
}

/** The same rows with other columns: `take` says for a width which ones, in which order. */
const withColumns = (rows: readonly RawRow[], columns: readonly number[]): RawRow[] =>
  rows.map((row) => ({ ...row, cells: columns.map((column) => row.cells[column] ?? '') }));

/** Any order, always the same. */
function shuffled(count: number, seed: number): number[] {
  const columns = Array.from({ length: count }, (_, column) => column);
  let state = seed;
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    [columns[at], columns[other]] = [columns[other] as number, columns[at] as number];
  }
  return columns;
}

describe.each(cases)('%s/%s', async (platform, name) => {
  const expected = `${platform} ${expectedOf(platform, name).layout}`;
  const { rows, header } = await sampleOf(platform, name);
  const cells = rows.find(({ line }) => line === header)?.cells ?? [];
  const found = (sample: readonly RawRow[]) => {
    const layout = recognise(sample, layouts)?.layout;
    return layout && `${layout.platform} ${layout.name}`;
  };
  const own = layouts.find((layout) => `${layout.platform} ${layout.name}` === expected) as Layout;

  it('is recognised among all layouts, in any order of its columns', () => {
    expect(found(rows)).toBe(expected);
    for (const seed of [1, 2, 3]) expect(found(withColumns(rows, shuffled(cells.length, seed)))).toBe(expected);
  });

  it('is recognised with other columns between its own', () => {
    const more = rows.map((row) => ({
      ...row,
      cells: row.cells.flatMap((cell, at) => (at % 5 === 2 ? [cell, ''] : [cell])),
    }));
    const named = more.map((row) =>
      row.line === header
        ? { ...row, cells: row.cells.map((cell, at) => (cell === '' ? `Eigene Notiz ${at}` : cell)) }
        : row,
    );
    expect(found(named)).toBe(expected);
  });

  it('is recognised without any one of the columns it does not need', () => {
    const needed = new Set([...own.requires, ...(own.requiresOne ?? [])].map(normaliseHeader));
    const lost = cells.flatMap((cell, at) => {
      if (needed.has(normaliseHeader(cell).replace(/\([a-z]{3}\)$/, '(*)')) || needed.has(normaliseHeader(cell)))
        return [];
      const without = cells.flatMap((_, other) => (other === at ? [] : [other]));
      return found(withColumns(rows, without)) === expected ? [] : [cell];
    });
    expect(lost).toEqual([]);
  });
});

it('has a fixture for every layout', () => {
  const shown = new Set(cases.map(([platform, name]) => `${platform} ${expectedOf(platform, name).layout}`));
  // Files of customers have theirs elsewhere.
  const ofOrders = layouts.filter(({ grain }) => grain !== 'customer');
  expect(ofOrders.map((layout) => `${layout.platform} ${layout.name}`).filter((name) => !shown.has(name))).toEqual([]);
});
