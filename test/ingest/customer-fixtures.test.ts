/** Every fixture of a file of customers comes out as its expected.json says. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { newSeller } from '../helpers/seller.ts';

const folder = fileURLToPath(new URL('../../fixtures/customers', import.meta.url));
const read = (...path: readonly string[]) => readFileSync(join(folder, ...path));

interface Expected {
  /** What is typed behind the file's name. */
  readonly args: readonly string[];
  readonly summary: Readonly<Record<string, unknown>>;
  /** By what finds them. */
  readonly cards: Readonly<Record<string, unknown>>;
  readonly suppressions: readonly unknown[];
}

const SUFFIX = '.expected.json';
const fixtures = readdirSync(folder).flatMap((platform) =>
  readdirSync(join(folder, platform))
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => [platform, name.slice(0, -SUFFIX.length)] as const),
);

it.each(fixtures)('%s %s', async (platform, file) => {
  const expected = JSON.parse(read(platform, file + SUFFIX).toString()) as Expected;
  const seller = newSeller();
  const name = seller.write(file, read(platform, file));
  const summary = await seller.json<Record<string, unknown>>('customers', 'import', name, ...expected.args);
  expect(summary).toMatchObject(expected.summary);
  for (const [who, card] of Object.entries(expected.cards))
    expect(await seller.json('customers', 'show', who)).toMatchObject(card as object);
  const suppressions = await seller.json<readonly Record<string, unknown>[]>('suppress', 'list');
  expect(suppressions.map(({ kind, hint, reason }) => [kind, hint, reason])).toEqual(expected.suppressions);
  const { stdout, status } = await seller.run(['doctor', '--json']);
  expect({ found: JSON.parse(stdout) as unknown, status }).toEqual({ found: [], status: 0 });
});
