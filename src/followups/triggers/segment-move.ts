/** A customer came to be in a segment, or is in it no more, as snapshots of it tell. */
import { dayNumber } from '../../values/day-numbers.ts';
import { unknownSegment } from '../../segments/choose.ts';
import { type Definition, definitionOf } from '../../segments/definitions.ts';
import { type Snapshot, snapshots, type Stretch, stretchesIn } from '../../segments/snapshot-queries.ts';
import type { Play, TriggerOf } from '../plays/play.ts';
import { type Occurrence, type Span, Timing } from './occurrence.ts';
import { nextOrder, type Sources } from './sources.ts';

type Move = 'segment_joined' | 'segment_left';

/**
 * On the day of the first snapshot that found them, or did not find them any more, after one that said otherwise:
 * nobody joins with the first there is. Throws SegmentError where no segment has the name.
 */
export function* segmentOccurrences(
  play: Play,
  { on: move, segment, delay_days: delay }: TriggerOf<Move>,
  sources: Sources,
  span: Span,
): Generator<Occurrence> {
  const { archive, moment } = sources;
  const definition = definitionOf(archive, segment);
  if (!definition) throw unknownSegment(archive, segment);
  const timing = new Timing(play, span, delay);
  const [, ...later] = snapshots(archive, definition).filter(({ asOf }) => asOf <= moment.asOf);
  const known = new Map(later.map((snapshot) => [snapshot.id, snapshot]));
  for (const [customer, stretches] of byCustomer(archive, definition, sources.customer)) {
    const moved = new Map<number, Snapshot>();
    for (const stretch of stretches) {
      const snapshot = known.get((move === 'segment_joined' ? stretch.from : stretch.until) ?? 0);
      if (snapshot === undefined || isThereAnyhow(stretches, stretch, move, snapshot.id)) continue;
      const day = dayNumber(snapshot.asOf);
      if (timing.has(day)) moved.set(day, snapshot);
    }
    for (const [day, { name, asOf }] of moved)
      yield {
        customer,
        occurrence: `${name} ${asOf}`,
        order: null,
        about: definition.name,
        ...timing.daysOf(day),
        ordered: nextOrder(sources, customer, day),
      };
  }
}

/** Whoever was in it under another number all along has not moved. */
function isThereAnyhow(stretches: readonly Stretch[], own: Stretch, move: Move, snapshot: number): boolean {
  return stretches.some((other) => {
    const until = other.until ?? Infinity;
    if (other === own) return false;
    return move === 'segment_joined'
      ? other.from < snapshot && until >= snapshot
      : other.from <= snapshot && until > snapshot;
  });
}

function byCustomer(archive: Sources['archive'], definition: Definition, customer: number | undefined) {
  const found = new Map<number, Stretch[]>();
  for (const stretch of stretchesIn(archive, definition, customer)) {
    const others = found.get(stretch.customer);
    if (others) others.push(stretch);
    else found.set(stretch.customer, [stretch]);
  }
  return found;
}
