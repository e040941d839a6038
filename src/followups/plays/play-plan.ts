/** What applying a file of plays would change. */
import { isDeepStrictEqual } from 'node:util';
import { isTable } from '../../segments/segment-file.ts';
import type { Policy } from '../policy.ts';
import type { PlayFile } from './play-file.ts';
import { type Play, playSchema } from './play.ts';
import { playKey, type StandingPlay } from './play-queries.ts';

/** Of a table the keys in it, of everything else the whole: as JSON, null where it is not there. */
export interface ChangedKey {
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface Planned {
  readonly change: 'new' | 'changed' | 'unchanged';
  /** Of what is new all that it has. */
  readonly keys: readonly ChangedKey[];
}

export interface PlannedPlay extends Planned {
  /** A play that is there keeps the spelling of its name. */
  readonly play: Play;
}

export interface PlayPlan {
  readonly plays: readonly PlannedPlay[];
  /** Undefined where the file does not speak of it. */
  readonly policy: (Planned & { readonly policy: Policy }) | undefined;
  /** How many the file does not speak of. */
  readonly others: number;
}

export function planPlays(
  { plays, policy }: Pick<PlayFile, 'plays' | 'policy'>,
  there: { readonly plays: readonly StandingPlay[]; readonly policy: Policy },
): PlayPlan {
  const known = new Map(there.plays.map((play) => [playKey(play.name), play]));
  const spoken = new Set(plays.map(({ name }) => playKey(name)));
  return {
    plays: plays.map((play): PlannedPlay => {
      const before = known.get(playKey(play.name));
      if (!before) return { play, change: 'new', keys: changedKeys({}, { ...play, name: undefined }, '') };
      const named = { ...play, name: before.name };
      return { play: named, ...compared(asPlay(before), named) };
    }),
    policy: policy && { policy, ...compared(there.policy, policy) },
    others: [...known.keys()].filter((key) => !spoken.has(key)).length,
  };
}

/** Without what only a play that stands has. */
const asPlay = (play: StandingPlay): Play => playSchema.parse(Object.fromEntries(KEYS.map((key) => [key, play[key]])));
const KEYS = playSchema.keyof().options;

function compared(before: object, after: object): Planned {
  const keys = changedKeys(before, after, '');
  return { change: keys.length === 0 ? 'unchanged' : 'changed', keys };
}

function changedKeys(before: object, after: object, within: string): ChangedKey[] {
  const [old, fresh] = [before as Readonly<Record<string, unknown>>, after as Readonly<Record<string, unknown>>];
  return [...new Set([...Object.keys(fresh), ...Object.keys(old)])].flatMap((name) => {
    const key = within + name;
    const [was, is] = [old[name], fresh[name]];
    if (isDeepStrictEqual(was, is)) return [];
    if (isTable(was) && isTable(is)) return changedKeys(was, is, `${key}.`);
    return [{ key, before: asText(was), after: asText(is) }];
  });
}

const asText = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
