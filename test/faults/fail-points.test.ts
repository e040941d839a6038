/** Something goes wrong at every step there is: a failure, a full disk, a killed process. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Act, ACTS, stage } from './acts.ts';
import { copyOf, MODES, remove, runWith } from './fault.ts';
import { each, everything, first, tell } from './figures.ts';
import { verdict } from './verdict.ts';

describe.skipIf(process.platform === 'win32')('a fault at a fail point', () => {
  const totals = { loops: 0, injected: 0, survived: 0 };
  const points = new Set<string>();
  afterAll(() => {
    tell({
      what: 'fail points',
      ...totals,
      note: `${points.size} points, in ${ACTS.length} acts, ${MODES.join(', ')}`,
    });
  });

  it.each(first(ACTS, 6))('in: $name', { timeout: everything ? 3_600_000 : 60_000 }, async (act) => {
    const staged = await stage(act);
    const wrong: string[] = [];
    let injected = 0;
    const faults = faultsOf(act, staged.points);
    await each(faults, async ({ point, nth, mode }) => {
      const folder = copyOf(staged.folder);
      const marker = join(folder, 'fault');
      const ended = await runWith({ ...act.fault, point, nth, mode, marker }, folder, act.args);
      points.add(point);
      totals.loops++;
      if (existsSync(marker)) {
        injected++;
        remove(marker);
      }
      const found = await verdict(staged, folder, ended, { mode, removing: point.startsWith('file rm') });
      if (found.wrong.length === 0) totals.survived++;
      wrong.push(...found.wrong.map((sentence) => `${mode} at ${nth}. ${point}: ${sentence}`));
      remove(folder);
    });
    remove(staged.folder);
    totals.injected += injected;
    expect(wrong).toEqual([]);
    expect(injected).toBe(faults.length);
  });
});

it.skipIf(process.platform === 'win32')('is found out where there are no transactions', async () => {
  const staged = await stage(ACTS.find(({ name }) => name === 'later ingest') as Act);
  const folder = copyOf(staged.folder);
  const point = staged.points.findLast((name) => name.startsWith('sql UPDATE imports'));
  const fault = { point: point ?? '', nth: 1, mode: 'kill', marker: join(folder, 'fault'), careless: true } as const;
  const ended = await runWith(fault, folder, staged.args);
  const { wrong } = await verdict(staged, folder, ended, { mode: 'kill', removing: false });
  for (const one of [folder, staged.folder]) remove(one);
  expect(wrong.join('\n')).toContain('archive.db is neither as before nor done');
});

/** At the first and the last time that each point is passed, in every way. */
function faultsOf(act: Act, passed: readonly string[]) {
  const counts = new Map<string, number>();
  for (const point of passed) counts.set(point, (counts.get(point) ?? 0) + 1);
  const all = [...counts].flatMap(([point, count]) =>
    [...new Set([1, lastSure(act, point, count)])].flatMap((nth) =>
      modesOf(point).map((mode) => ({ point, nth, mode })),
    ),
  );
  if (all.length === 0) throw new Error(`${act.name} passes no fail point`);
  if (everything) return all;
  // Of what is done to files and of the rest one each, from amidst it.
  const [files, others] = [true, false].map((is) => all.filter(({ point }) => point.startsWith('file ') === is));
  return [files, others].flatMap((list = []) => list.slice(list.length / 2, list.length / 2 + 1));
}

/** Two threads do not always say the same number of things, and how often one tells the other that it may go on is chance. */
function lastSure({ only }: Act, point: string, count: number): number {
  if (point === 'message thread stored') return 1;
  return only ? Math.ceil(count / 2) : count;
}

/** A disk is full for those who write. */
const modesOf = (point: string) =>
  MODES.filter((mode) => mode !== 'full' || !/^(sql (SELECT|WITH)|message) /.test(point));
