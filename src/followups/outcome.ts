/** What came of follow-ups, and what that makes of those that are open. Pure. */
import { addDays, daysBetween } from '../values/days.ts';
import type { Candidate } from './candidate.ts';

/** held_out: would have been handed over that day, and was left alone to see what comes without it. */
export const OUTCOMES = ['handed_over', 'held_out', 'done', 'skipped', 'snoozed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Of one that is done: what whoever was contacted said. */
export const RESULTS = ['reached', 'no_answer', 'wants', 'complaint', 'opted_out'] as const;
export type Result = (typeof RESULTS)[number];

export interface Said {
  readonly play: string;
  readonly occurrence: string;
  /** Whose it is now. */
  readonly customer: number;
  readonly outcome: Outcome;
  readonly result: Result | null;
  /** Of one that is snoozed: the day on which it is due again. */
  readonly until: string | null;
  readonly day: string;
}

/** Whoever does not answer is tried again the day after, so many times in all. */
export const NO_ANSWER = { tries: 3, days: 1 } as const;

/** How far off something may be put off, in days: what was to come later would be forgotten. */
export const MOST_SNOOZED = 366;

/** How many days beyond that day it keeps, at least and at most: nobody works every day. */
export const KEPT = { least: 3, most: 14 } as const;

type Days = Pick<Candidate, 'due' | 'until'>;

export type Settled = { readonly settled: Said } | { readonly open: Days };

/** `said` of the occurrence, the first first; the latest holds. Somebody who snoozes it wants it then, also where it would be too late. */
export function settle(own: Days, said: readonly Said[]): Settled {
  const last = said.at(-1);
  const { due, until } = putOff(own, said);
  if (!last || last.outcome === 'snoozed') return { open: { due, until } };
  const again = later(due, addDays(last.day, NO_ANSWER.days));
  // Whoever did not answer on its last day is not tried again.
  return mayBeTriedAgain(said) && again <= until ? { open: { due: again, until } } : { settled: last };
}

/**
 * It keeps after the day it was last put off to for as long as its play lets it wait, by its own days, within bounds. To
 * ask again of what was put off already gives the same.
 */
function putOff({ due, until }: Days, said: readonly Said[]): Days {
  const day = said.findLast(({ outcome }) => outcome === 'snoozed')?.until;
  if (!day) return { due, until };
  const days = Math.min(Math.max(daysBetween(due, until), KEPT.least), KEPT.most);
  return { due: day, until: later(until, addDays(day, days)) };
}

function mayBeTriedAgain(said: readonly Said[]): boolean {
  const isUnanswered = ({ outcome, result }: Said) => outcome === 'done' && result === 'no_answer';
  const last = said.at(-1);
  return last !== undefined && isUnanswered(last) && said.filter(isUnanswered).length < NO_ANSWER.tries;
}

/** Whether nothing more is to be said of it; whoever was handed over may still have answered. */
export function isFinal(said: readonly Said[]): boolean {
  const last = said.at(-1);
  return last !== undefined && (last.outcome === 'done' || last.outcome === 'skipped') && !mayBeTriedAgain(said);
}

/** Whoever objects is heard, also where the follow-up was over before; once for each that they say. */
export const isObjection = ({ result }: Pick<Said, 'result'>): boolean =>
  result === 'opted_out' || result === 'complaint';

/** Whether nobody was contacted by it, also where it was handed over before. */
export const isNoContact = ({ outcome, result }: Pick<Said, 'outcome' | 'result'>): boolean =>
  outcome === 'skipped' || outcome === 'snoozed' || result === 'no_answer';

const later = (a: string, b: string): string => (a > b ? a : b);
