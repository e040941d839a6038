/** The snapshots that tell plays who joined a segment or left it: without them nobody ever would. */
import type { Population } from '../measures/population.ts';
import { type Definition, definitionOf } from '../segments/definitions.ts';
import { SegmentError } from '../segments/segment-error.ts';
import { snapshotSegment } from '../segments/snapshot.ts';
import { lastSnapshot, snapshotsTaken } from '../segments/snapshot-queries.ts';
import type { Archive } from '../store/open.ts';
import { addDays } from '../values/days.ts';
import type { PlannedPlay } from './candidate.ts';
import type { BrokenPlay } from './candidates.ts';

/**
 * Of each segment that any of these plays goes by, as of the day of the population; `at` is UTC seconds. temp.measures
 * must stand for it. Where there is one of a later day already none is taken. Gives the plays whose segment cannot be asked.
 */
export function takeMoveSnapshots(
  archive: Archive,
  plays: readonly PlannedPlay[],
  population: Population,
  at: number,
): BrokenPlay[] {
  const broken: BrokenPlay[] = [];
  for (const { definition, goingBy } of segmentsOf(archive, plays)) {
    if ((lastSnapshot(archive, definition)?.asOf ?? '') > population.asOf) continue;
    try {
      snapshotSegment(archive, definition, population, at);
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
      broken.push(...goingBy.map((play) => ({ play, error })));
    }
  }
  return broken;
}

/** After so many days without a snapshot somebody is better told: who joined or left comes late, or not at all. */
const OLD = 3;

export interface UnseenMoves {
  readonly segment: string;
  readonly goingBy: readonly PlannedPlay[];
  /** The day of the last snapshot; undefined where there are too few to tell a move by. */
  readonly last: string | undefined;
}

/** The segments that any of these plays goes by, of which there are too few snapshots, or none of late. */
export function unseenMoves(archive: Archive, plays: readonly PlannedPlay[], asOf: string): UnseenMoves[] {
  return segmentsOf(archive, plays).flatMap(({ definition, goingBy }) => {
    const taken = snapshotsTaken(archive, definition);
    const last = taken.count < 2 ? undefined : taken.last;
    return last === undefined || last < addDays(asOf, -OLD) ? [{ segment: definition.name, goingBy, last }] : [];
  });
}

function segmentsOf(archive: Archive, plays: readonly PlannedPlay[]) {
  const found = new Map<string, { readonly definition: Definition; readonly goingBy: PlannedPlay[] }>();
  for (const play of plays) {
    const definition = 'segment' in play.trigger ? definitionOf(archive, play.trigger.segment) : undefined;
    if (!definition) continue;
    const known = found.get(definition.name);
    if (known) known.goingBy.push(play);
    else found.set(definition.name, { definition, goingBy: [play] });
  }
  return [...found.values()];
}
