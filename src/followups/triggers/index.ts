/** Every occurrence of a play that is within a span of days. */
import type { Play } from '../plays/play.ts';
import { anniversaryOccurrences } from './anniversary.ts';
import { birthdayOccurrences } from './birthday.ts';
import { dateOccurrences, festivalOccurrences } from './everybody.ts';
import { complaintOccurrences, refundOccurrences } from './event.ts';
import type { Occurrence, PassOver, Span } from './occurrence.ts';
import { orderOccurrences } from './order.ts';
import { replenishmentOccurrences } from './replenishment.ts';
import { rhythmOccurrences } from './rhythm.ts';
import { segmentOccurrences } from './segment-move.ts';
import type { Sources } from './sources.ts';

/** What is to come is told as far as nobody orders meanwhile. In no order; one more than once where two stand for one. */
export function occurrencesOf(play: Play, sources: Sources, span: Span, passOver?: PassOver): Iterable<Occurrence> {
  const { trigger } = play;
  switch (trigger.on) {
    case 'order':
      return orderOccurrences(play, trigger, sources, span, passOver);
    case 'rhythm':
      return rhythmOccurrences(play, trigger, sources, span);
    case 'replenishment':
      return replenishmentOccurrences(play, trigger, sources, span);
    case 'segment_joined':
    case 'segment_left':
      return segmentOccurrences(play, trigger, sources, span);
    case 'birthday':
      return birthdayOccurrences(play, trigger, sources, span);
    case 'anniversary':
      return anniversaryOccurrences(play, trigger, sources, span);
    case 'refund':
      return refundOccurrences(play, trigger, sources, span);
    case 'complaint':
      return complaintOccurrences(play, trigger, sources, span);
    case 'festival':
      return festivalOccurrences(play, trigger, sources, span);
    case 'date':
      return dateOccurrences(play, trigger, sources, span);
  }
}
