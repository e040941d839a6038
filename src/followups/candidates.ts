/** Everything plays call for within a span of days: what is open, and what somebody has dealt with. */
import { ordersNamed } from '../measures/order-book-queries.ts';
import { SegmentError } from '../segments/segment-error.ts';
import { dayNumber, dayText } from '../values/day-numbers.ts';
import { once } from '../values/once.ts';
import type { Candidate, PlannedPlay } from './candidate.ts';
import type { Meant } from './conditions.ts';
import type { Histories } from './histories.ts';
import { type Said, settle } from './outcome.ts';
import { isBeforeOn } from './sieve.ts';
import { occurrencesOf } from './triggers/index.ts';
import type { PassOver, Span } from './triggers/occurrence.ts';
import type { Sources } from './triggers/sources.ts';

export interface SettledCandidate {
  readonly candidate: Candidate;
  readonly said: Said;
}

/** A play that cannot be asked: its condition, or its segment, is none. */
export interface BrokenPlay {
  readonly play: PlannedPlay;
  readonly error: SegmentError;
}

export interface Candidates {
  readonly open: readonly Candidate[];
  readonly settled: readonly SettledCandidate[];
  readonly broken: readonly BrokenPlay[];
  /** Of plays that were switched on since: where everybody is asked for they are counted alone, since they may be most. */
  readonly beforeOn: ReadonlyMap<PlannedPlay, number>;
}

export interface CandidatesAsked {
  readonly sources: Sources;
  readonly plays: readonly PlannedPlay[];
  readonly histories: Histories;
  /** Throws SegmentError. */
  readonly conditions: (where: string) => Meant;
  readonly valueOf: (customer: number) => number | null;
}

/** Those that are due by the end of the span, and still worth doing when it begins. */
export function candidatesIn(asked: CandidatesAsked, span: Span): Candidates {
  const open: Candidate[] = [];
  const settled: SettledCandidate[] = [];
  const broken: BrokenPlay[] = [];
  const beforeOn = new Map<PlannedPlay, number>();
  const isEverybody = asked.sources.customer === undefined;
  for (const play of asked.plays)
    try {
      if (play.where !== undefined) asked.conditions(play.where);
      const note = () => beforeOn.set(play, (beforeOn.get(play) ?? 0) + 1);
      for (const candidate of ofPlay(asked, play, span, isEverybody ? passing(asked, play, span, note) : undefined)) {
        const found = settle(candidate, asked.histories.said(candidate));
        if ('settled' in found) settled.push({ candidate, said: found.settled });
        else if (!isWithin(found.open, span)) continue;
        else if (isEverybody && isBeforeOn(play, found.open.due)) note();
        else open.push(moved(candidate, found.open));
      }
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
      broken.push({ play, error });
    }
  return { open, settled, broken, beforeOn };
}

function* ofPlay(
  { sources, histories, valueOf }: CandidatesAsked,
  play: PlannedPlay,
  span: Span,
  passOver: PassOver | undefined,
): Generator<Candidate> {
  // What was put off to these days was worth doing when it was.
  const putOff = histories.putOff(play.name, dayText(span.from));
  const from = putOff === undefined ? span.from : Math.min(span.from, dayNumber(putOff));
  // Name by name: to copy very many otherwise takes longer than all the rest.
  for (const one of occurrencesOf(play, sources, { from, to: span.to }, passOver))
    yield {
      customer: one.customer,
      occurrence: one.occurrence,
      order: one.order,
      about: one.about,
      on: one.on,
      due: one.due,
      until: one.until,
      ordered: one.ordered,
      play,
      value: valueOf(one.customer),
    };
}

/** Of what was due before the play was on, where nothing was ever said of it, none is open: each is noted alone. */
function passing(
  { sources: { archive }, histories }: CandidatesAsked,
  play: PlannedPlay,
  { from }: Span,
  note: () => void,
): PassOver {
  const known = once(() => ordersNamed(archive, histories.occurrences(play.name)));
  return (order, due) => {
    if (!isBeforeOn(play, dayText(due)) || known().has(order)) return false;
    if (due + play.expires_after_days >= from) note();
    return true;
  };
}

type Days = Pick<Candidate, 'due' | 'until'>;

const isWithin = ({ due, until }: Days, span: Span): boolean =>
  due <= until && due <= dayText(span.to) && until >= dayText(span.from);

const moved = (candidate: Candidate, days: Days): Candidate =>
  days.due === candidate.due && days.until === candidate.until ? candidate : { ...candidate, ...days };
