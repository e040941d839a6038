/** The real program, killed at a moment that a seeded chance decides: what it was doing is whole or absent. */
import { afterAll, describe, expect, it } from 'vitest';
import { ACTS, type Staged, stage } from './acts.ts';
import { copyOf, remove, runWith } from './fault.ts';
import { each, everything, first, random, SEED, tell } from './figures.ts';
import { verdict } from './verdict.ts';

const LOOPS = Number(process.env['TORTURE_LOOPS'] ?? (everything ? 1000 : 9));
/** The acts that write much; of the others the fail points tell enough. */
const KILLED = first(['first ingest', 'later ingest', 'migration', 'ingest in a thread', 'undo', 'backup'], 3);

describe.skipIf(process.platform === 'win32')('a run that is killed', () => {
  const totals = { loops: 0, injected: 0, survived: 0 };
  const found = { 'nothing done': 0, 'all done': 0 };
  afterAll(() =>
    tell({
      what: 'kill -9 at random',
      ...totals,
      note: `${found['nothing done']} had done nothing, ${found['all done']} all of it, seed ${SEED}`,
    }),
  );

  it('is whole or absent, and comes to the same when it is run again', { timeout: 7_200_000 }, async () => {
    const staged: Staged[] = [];
    for (const act of ACTS) if (KILLED.includes(act.name)) staged.push(await stage(act));
    const chance = random(SEED);
    const wrong: string[] = [];
    const loops = Array.from({ length: LOOPS }, (_, loop) => {
      const act = staged[loop % staged.length] as Staged;
      // Nothing is done while Node starts.
      return { act, after: Math.round(act.seconds * 1000 * (0.3 + 0.8 * chance())) };
    });
    await each(loops, async ({ act, after }) => {
      const folder = copyOf(act.folder);
      const ended = await runWith(act.fault?.migrations ? act.fault : undefined, folder, act.args, after);
      totals.loops++;
      if (ended.status === null) totals.injected++;
      const told = await verdict(act, folder, ended, { mode: 'kill', removing: false });
      found[told.found]++;
      if (told.wrong.length === 0) totals.survived++;
      wrong.push(...told.wrong.map((sentence) => `${act.name}, killed after ${after} ms: ${sentence}`));
      remove(folder);
    });
    for (const act of staged) remove(act.folder);
    expect(wrong).toEqual([]);
    expect(totals.injected).toBeGreaterThan(LOOPS / 4);
  });
});
