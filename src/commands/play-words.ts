/** What is said of a play in words: its own, or of a shipped one those of the catalogue. */
import type { Play } from '../followups/plays/play.ts';
import type { PlayAct, StandingPlay } from '../followups/plays/play-queries.ts';
import type { ShippedName } from '../followups/plays/shipped.ts';
import type { Words } from '../messages/words.ts';

/** Undefined for a play of one's own. */
export function shippedWords({ plays }: Words, { name, origin }: Pick<StandingPlay, 'name' | 'origin'>) {
  const words: Readonly<Partial<Record<string, (typeof plays.shipped)[ShippedName]>>> = plays.shipped;
  return origin === 'shipped' ? words[name] : undefined;
}

/** Of one that took the place of a shipped one without words of its own that one's. */
export const summaryOf = (words: Words, { name, summary }: Pick<Play, 'name' | 'summary'>): string | undefined =>
  summary ?? shippedWords(words, { name, origin: 'shipped' })?.summary;

/** What to make sure of in plays by their names: what a shipped one says of it, and its own. */
export function verifiedBy(words: Words, plays: readonly StandingPlay[]): (play: string) => readonly string[] {
  const lines = new Map(
    plays.map((play) => [play.name, [...(shippedWords(words, play)?.verify ?? []), ...play.verify]]),
  );
  return (name) => lines.get(name) ?? [];
}

export function triggerText({ plays }: Words, { trigger }: Pick<Play, 'trigger'>): string {
  const rule = plays.rules[trigger.on] as (of: Play['trigger']) => string;
  return rule(trigger);
}

/** Why it is on or off: what was said when it was switched, else of a shipped one that never was why it is shipped so. */
export function reasonOf(words: Words, play: StandingPlay, acts: readonly PlayAct[]): string | undefined {
  const last = acts.findLast(({ act }) => act === 'on' || act === 'off');
  return last ? (last.why ?? undefined) : shippedWords(words, play)?.state;
}
