/** What is said of a play in words: its own, or of a shipped one those of the catalogue. */
import { isDeepStrictEqual } from 'node:util';
import type { Play } from '../followups/plays/play.ts';
import type { PlayAct, StandingPlay } from '../followups/plays/play-queries.ts';
import { type ShippedName, shippedNamed } from '../followups/plays/shipped.ts';
import type { Words } from '../messages/words.ts';

/** Undefined for a play of one's own. */
export function shippedWords(words: Words, { name, origin }: Pick<StandingPlay, 'name' | 'origin'>) {
  return origin === 'shipped' ? wordsOfName(words, name) : undefined;
}

/** Also of one that took the place of a shipped one, which keeps the reasons it does not give itself. */
export function wordsOfName({ plays }: Words, name: string): (typeof plays.shipped)[ShippedName] | undefined {
  const shipped = shippedNamed(name);
  return shipped && plays.shipped[shipped.name as ShippedName];
}

/** Of one that took the place of a shipped one without words of its own that one's. */
export const summaryOf = (words: Words, { name, summary }: Pick<Play, 'name' | 'summary'>): string | undefined =>
  summary ?? wordsOfName(words, name)?.summary;

/** What to make sure of: its own, else what the shipped one of its name says. */
export const verifyOf = (words: Words, { name, verify }: Pick<Play, 'name' | 'verify'>): readonly string[] =>
  verify.length > 0 ? verify : (wordsOfName(words, name)?.verify ?? []);

/** The same of plays by their names. */
export function verifiedBy(words: Words, plays: readonly StandingPlay[]): (play: string) => readonly string[] {
  const lines = new Map(plays.map((play) => [play.name, verifyOf(words, play)]));
  return (name) => lines.get(name) ?? [];
}

export function triggerText({ plays }: Words, { trigger }: Pick<Play, 'trigger'>): string {
  const rule = plays.rules[trigger.on] as (of: Play['trigger']) => string;
  return rule(trigger);
}

/** Why it comes then; nothing of one that took the place of a shipped one to come at another time. */
export function timingOf(words: Words, { name, trigger }: Pick<Play, 'name' | 'trigger'>): string | undefined {
  return isDeepStrictEqual(trigger, shippedNamed(name)?.trigger) ? wordsOfName(words, name)?.timing : undefined;
}

/** Why it is on or off: what was said when it was switched, else what a shipped one says of it, which is worth knowing either way. */
export function reasonOf(
  words: Words,
  { name }: Pick<StandingPlay, 'name'>,
  acts: readonly PlayAct[],
): string | undefined {
  const last = acts.findLast(({ act }) => act === 'on' || act === 'off');
  return last?.why ?? wordsOfName(words, name)?.state;
}
