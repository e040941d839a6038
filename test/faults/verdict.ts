/** What must be true of a folder after a run in which something went wrong, as sentences where it is not. */
import { undisturbed, type Staged, stateOf } from './acts.ts';
import { type Ended, filesIn, unstamped } from './fault.ts';

export interface Happened {
  readonly mode: 'throw' | 'kill' | 'full';
  /** Where removing files failed, they stay. */
  readonly removing: boolean;
}

export type Found = 'nothing done' | 'all done';

/** Whole or absent, said so, and the same in the end as if nothing had happened. */
export async function verdict(
  act: Staged,
  folder: string,
  ended: Ended,
  happened: Happened,
): Promise<{ readonly wrong: readonly string[]; readonly found: Found }> {
  const wrong: string[] = [];
  const state = stateOf(act, folder);
  for (const [index, content] of state.entries())
    if (![act.before, act.done, ...act.between].some((possible) => possible[index] === content))
      wrong.push(
        `${['archive.db', ...(act.files ?? [])][index]} is neither as before nor done: ${content.slice(0, 300)}`,
      );
  const found = state[0] === act.done[0] && state[0] !== act.before[0] ? 'all done' : 'nothing done';
  if (ended.status === act.status && state.some((content, index) => content !== act.done[index]))
    wrong.push('it says that it was done, and it was not');
  wrong.push(...said(ended, happened), ...leftovers(act, folder, happened));
  const again = await undisturbed(folder, act.args, act.fault).catch((error: unknown) => String(error));
  if (typeof again === 'string') wrong.push(`it cannot be run again: ${again}`);
  else if (stateOf(act, folder).some((content, index) => content !== act.done[index]))
    wrong.push('run again, it does not come to the same');
  return { wrong, found };
}

function said({ status, stderr }: Ended, { mode }: Happened): string[] {
  if (mode === 'kill') return [];
  const wrong: string[] = [];
  if (status === null) wrong.push('it was ended by a signal');
  if (/^\s+at /m.test(stderr) || /UnhandledPromise|node:internal/.test(stderr))
    wrong.push(`it shows its bowels: ${stderr}`);
  if (status !== 0 && status !== 3 && !/^regulars: /m.test(stderr)) wrong.push(`no sentence says why: ${stderr}`);
  if (status !== 0 && status !== 3 && mode === 'full' && !/the disk is full/.test(stderr))
    wrong.push(`it does not say that the disk is full: ${stderr}`);
  return wrong;
}

function leftovers(act: Staged, folder: string, { mode, removing }: Happened): string[] {
  if (mode === 'kill' || removing) return [];
  const left = filesIn(folder).filter((name) => !act.left.includes(unstamped(name)));
  return left.length > 0 ? [`it leaves ${left.join(', ')}`] : [];
}
