/**
 * Order files with one defect each. Every case is fed to the program; what must come out of the
 * families that are done is asserted, the rest is counted, so that progress shows.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpus } from './archive.ts';
import { type Case, differences, familyOf, readManifest } from './orders.ts';

const DONE = ['base', 'a', 'b', 'c', 'e'];

describe.skipIf(corpus === undefined)('broken order files', () => {
  const manifest = corpus === undefined ? { now: '', cases: [] } : readManifest();
  const found = new Map<Case, string[]>();

  beforeAll(async () => {
    const waiting = [...manifest.cases];
    const worker = async (): Promise<void> => {
      for (let one = waiting.shift(); one; one = waiting.shift()) found.set(one, await differences(one, manifest.now));
    };
    await Promise.all([worker(), worker()]);
  });

  afterAll(() => void process.stdout.write(`\n${table(manifest.cases, found)}\n`));

  test('are all there', () => expect(found.size).toBeGreaterThan(100));

  test.each(manifest.cases.filter((one) => one.level === 'must' && DONE.includes(familyOf(one))))(
    '$id comes out as written',
    (one) => expect(found.get(one)).toEqual([]),
  );
});

function table(cases: readonly Case[], found: ReadonlyMap<Case, readonly string[]>): string {
  const families = groups(cases);
  const count = (some: readonly Case[]): string =>
    `${String(some.filter((one) => found.get(one)?.length === 0).length).padStart(2)} of ${String(some.length).padStart(2)}`;
  const lines = [...families].map(
    ([family, all]) =>
      `${family.padEnd(6)} must ${count(all.filter(({ level }) => level === 'must'))}   others ${count(all.filter(({ level }) => level !== 'must'))}`,
  );
  const failures = cases.flatMap((one) => {
    const differs = found.get(one) ?? [];
    return differs.length === 0 ? [] : [`  ${one.level.padEnd(6)} ${one.id}: ${differs.join('; ')}`];
  });
  return ['broken order files that come out as written', ...lines, ...failures].join('\n');
}

function groups(cases: readonly Case[]): Map<string, Case[]> {
  const families = new Map<string, Case[]>();
  for (const one of cases) families.set(familyOf(one), [...(families.get(familyOf(one)) ?? []), one]);
  return families;
}
