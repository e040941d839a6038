/** The snapshots that tell plays who joined a segment or left it: without them nobody ever would. */
import type { Population } from '../measures/population.ts';
import { definitionOf } from '../segments/definitions.ts';
import { SegmentError } from '../segments/segment-error.ts';
import { snapshotSegment } from '../segments/snapshot.ts';
import { lastSnapshot } from '../segments/snapshot-queries.ts';
import type { Archive } from '../store/open.ts';
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
  const taken = new Set<string>();
  for (const play of plays) {
    const { trigger } = play;
    if (trigger.on !== 'segment_joined' && trigger.on !== 'segment_left') continue;
    const definition = definitionOf(archive, trigger.segment);
    if (!definition || taken.has(definition.name)) continue;
    taken.add(definition.name);
    if ((lastSnapshot(archive, definition)?.asOf ?? '') > population.asOf) continue;
    try {
      snapshotSegment(archive, definition, population, at);
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
      broken.push({ play, error });
    }
  }
  return broken;
}
