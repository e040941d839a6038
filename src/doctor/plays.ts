import { allPlayActs, isKeptPlay } from '../followups/plays/play-queries.ts';
import type { Archive } from '../store/open.ts';

/** What was saved as a play and is none. */
export function* playsNotUnderstood(archive: Archive): Generator<[example: string]> {
  for (const { name, step, play } of allPlayActs(archive))
    if (play !== null && !isKeptPlay(play)) yield [`play ${name} #${step}`];
}
