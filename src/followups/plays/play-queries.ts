/** SQL of plays: what was said of each, one row after the other, and what holds of them and of the shipped ones. */
import type { z } from 'zod';
import type { Said } from '../../segments/saved-queries.ts';
import type { Archive } from '../../store/open.ts';
import { type Play, playSchema } from './play.ts';
import { shippedNamed, shippedPlays } from './shipped.ts';

/** Two names that differ in case alone are one. */
export const playKey = (name: string): string => name.normalize('NFC').trim().toLowerCase();

export interface PlayAct {
  readonly name: string;
  readonly step: number;
  readonly act: 'saved' | 'on' | 'off' | 'removed';
  /** Of what the rule is, from 1. */
  readonly version: number;
  /** JSON; null but where one was saved. */
  readonly play: string | null;
  readonly day: string;
  readonly who: string | null;
  readonly why: string | null;
  /** UTC seconds. */
  readonly at: number;
}

/** A play as it stands: `on` is whether it makes follow-ups now. */
export interface StandingPlay extends Play {
  readonly origin: 'shipped' | 'saved';
  /** The day from which it is on; null where it is off, or was never switched since it was shipped on. */
  readonly onSince: string | null;
  /** Of a saved one, from 1; 0 of a shipped one. */
  readonly version: number;
}

/** Who says so, why, when, and on which day of the shop's. */
export type SaidOfPlay = Said & { readonly day: string };

const ACTS = 'SELECT name, step, act, version, play, day, who, why, said_at AS at FROM play_acts';

const keptSchema = playSchema.omit({ name: true, on: true });

/** Every play, the shipped ones first; a saved one of a shipped name stands in its place. `asOf` leaves out what was said after that day. */
export function playsOf(archive: Pick<Archive, 'db'>, asOf = '9999-12-31'): StandingPlay[] {
  return [...actsOf(archive, asOf)].flatMap(([name, acts]) => standing(name, acts) ?? []);
}

/** By the key of the play, the shipped ones first, also where nothing was said of them. */
function actsOf(archive: Pick<Archive, 'db'>, asOf: string): Map<string, PlayAct[]> {
  const acts = new Map<string, PlayAct[]>(shippedPlays.map(({ name }) => [name, []]));
  const rows = archive.db.prepare(`${ACTS} WHERE day <= ? ORDER BY name, step`).all(asOf) as PlayAct[];
  for (const act of rows) acts.set(playKey(act.name), [...(acts.get(playKey(act.name)) ?? []), act]);
  return acts;
}

/** In any case; undefined where no play has the name. */
export function playNamed(archive: Pick<Archive, 'db'>, name: string, asOf?: string): StandingPlay | undefined {
  return playsOf(archive, asOf).find((play) => playKey(play.name) === playKey(name));
}

/** The same, or what it was before it was removed. */
export function playOnceNamed(archive: Pick<Archive, 'db'>, name: string): StandingPlay | undefined {
  const acts = actsOfPlay(archive, name);
  const removed = acts.findLastIndex(({ act }) => act === 'removed');
  return standing(playKey(name), acts) ?? standing(playKey(name), acts.slice(0, Math.max(0, removed)));
}

/** Everything said of the play of that name, the first first. */
export function actsOfPlay(archive: Pick<Archive, 'db'>, name: string): PlayAct[] {
  return allPlayActs(archive).filter((act) => playKey(act.name) === playKey(name));
}

export const allPlayActs = ({ db }: Pick<Archive, 'db'>): PlayAct[] =>
  db.prepare(`${ACTS} ORDER BY name, step`).all() as PlayAct[];

/** Whether a text is what is kept of a play. */
export function isKeptPlay(text: string): boolean {
  try {
    return keptSchema.safeParse(JSON.parse(text)).success;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return false;
  }
}

function standing(key: string, acts: readonly PlayAct[]): StandingPlay | undefined {
  const shipped = shippedNamed(key);
  const removed = acts.findLastIndex(({ act }) => act === 'removed');
  const saved = acts.slice(removed + 1).findLast(({ act }) => act === 'saved');
  const play = saved ? keptSchema.parse(JSON.parse(saved.play ?? '')) : shipped;
  if (!play) return undefined;
  // A shipped play stays as it was switched whoever stood in its place.
  const switches = (shipped ? acts : acts.slice(removed + 1)).filter(({ act }) => act === 'on' || act === 'off');
  const last = switches.at(-1);
  const on = last ? last.act === 'on' : (shipped?.on ?? false);
  const began = switches.findLastIndex(({ act }) => act === 'off') + 1;
  return {
    ...play,
    name: saved?.name ?? shipped?.name ?? key,
    on,
    origin: saved ? 'saved' : 'shipped',
    onSince: on ? (switches[began]?.day ?? null) : null,
    version: saved?.version ?? 0,
  };
}

/** A play that has the name keeps its spelling. False, with nothing changed, where it is this one already; whether it is on stays apart. */
export function savePlay(archive: Archive, play: Play, said: SaidOfPlay): boolean {
  return archive.write(() => {
    const before = playNamed(archive, play.name);
    const text = keptText(play);
    if (before && keptText(before) === text) return false;
    add(archive, before?.name ?? play.name, 'saved', text, said);
    return true;
  });
}

/** False, with nothing changed, where it is so already. */
export function switchPlay(archive: Archive, name: string, on: boolean, said: SaidOfPlay): boolean {
  return archive.write(() => {
    const play = playNamed(archive, name);
    if (!play || play.on === on) return false;
    add(archive, play.name, on ? 'on' : 'off', null, said);
    return true;
  });
}

/** `name` has to be that of a saved play. What was said of it stays; where it stood in the place of a shipped one, that is back. */
export function removePlay(archive: Archive, name: string, said: SaidOfPlay): void {
  archive.write(() => {
    const play = playNamed(archive, name);
    if (play) add(archive, play.name, 'removed', null, said);
  });
}

/** What is kept of a play, always written alike. */
export function keptText(play: Play): string {
  return JSON.stringify(keptSchema.parse(Object.fromEntries(KEPT.map((key) => [key, play[key]]))));
}

const KEPT = Object.keys(keptSchema.shape) as (keyof z.output<typeof keptSchema>)[];

function add(
  archive: Archive,
  name: string,
  act: PlayAct['act'],
  play: string | null,
  { day, who, why, at }: SaidOfPlay,
): void {
  const last = actsOfPlay(archive, name).at(-1);
  const version = (last?.version ?? 0) + (act === 'saved' ? 1 : 0);
  archive.db
    .prepare(
      'INSERT INTO play_acts (name, step, act, version, play, day, who, why, said_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(last?.name ?? name, (last?.step ?? 0) + 1, act, version, play, day, who, why, at);
}
