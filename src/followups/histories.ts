/** What was said of follow-ups before, looked up by what a plan asks. Pure. */
import { addDays } from '../values/days.ts';
import type { Candidate } from './candidate.ts';
import type { PastTouch } from './ledger.ts';
import { KEPT, type Said } from './outcome.ts';

export interface Histories {
  /** Of the occurrence, the first first: of one that an order set off whoever it was said of. */
  said(candidate: Pick<Candidate, 'play' | 'occurrence' | 'order' | 'customer'>): readonly Said[];
  /** The last day on which the play was carried out for the customer for something else. */
  carriedOut(candidate: Pick<Candidate, 'play' | 'occurrence' | 'customer'>): string | undefined;
  /** Of a merged customer, and of what comes of an absence: the last day since their last order on which the play was carried out. */
  cameSince(candidate: Pick<Candidate, 'play' | 'occurrence' | 'customer' | 'on'>): string | undefined;
  /** Of which anything was said. */
  occurrences(play: string): readonly string[];
  /** The earliest day on which anything was said of what was put off, and may be open still on this day. */
  putOff(play: string, day: string): string | undefined;
}

interface Once {
  readonly day: string;
  /** Undefined of a contact of which no follow-up is known. */
  readonly occurrence: string | undefined;
}

/** `touches` that plays asked for. */
export function historiesOf(
  outcomes: readonly Said[],
  touches: readonly PastTouch[],
  merged: ReadonlySet<number>,
): Histories {
  const byOccurrence = new Map<string, Said[]>();
  const byCustomer = new Map<string, Once[]>();
  for (const said of outcomes) {
    push(byOccurrence, `${said.play}\n${said.occurrence}`, said);
    // Whoever is held out of one stays with it as those do who get it, else they were not to be compared.
    if (said.outcome === 'done' || said.outcome === 'handed_over' || said.outcome === 'held_out')
      push(byCustomer, `${said.play}\n${said.customer}`, { day: said.day, occurrence: said.occurrence });
  }
  // What is handed over late is a contact of the day after.
  const isTold = new Set(
    outcomes.flatMap(({ play, customer, day }) => [day, addDays(day, 1)].map((on) => `${play}\n${customer}\n${on}`)),
  );
  for (const { play, customer, day } of touches)
    if (play !== null && !isTold.has(`${play}\n${customer}\n${day}`))
      push(byCustomer, `${play}\n${customer}`, { day, occurrence: undefined });
  const carriedOut: Histories['carriedOut'] = ({ play, occurrence, customer }) =>
    byCustomer
      .get(`${play.name}\n${customer}`)
      ?.filter((one) => one.occurrence !== occurrence)
      .map(({ day }) => day)
      .toSorted()
      .at(-1);
  return {
    said: ({ play, occurrence, order, customer }) => {
      const all = byOccurrence.get(`${play.name}\n${occurrence}`) ?? [];
      return order === null ? all.filter((one) => one.customer === customer) : all;
    },
    carriedOut,
    // Of whoever was not merged an order between became known late: what came then came for an earlier absence.
    cameSince: (candidate) => {
      if (candidate.play.trigger.on !== 'rhythm' || !merged.has(candidate.customer)) return undefined;
      const day = carriedOut(candidate);
      return day !== undefined && day > candidate.on ? day : undefined;
    },
    occurrences: (play) => outcomes.flatMap((said) => (said.play === play ? [said.occurrence] : [])),
    putOff: (play, day) => {
      const first = addDays(day, -KEPT.most);
      return [...byOccurrence.values()]
        .filter((all) => all[0]?.play === play && all.some(({ until }) => until !== null && until >= first))
        .flatMap((all) => all.map((said) => said.day))
        .toSorted()[0];
    },
  };
}

function push<T>(all: Map<string, T[]>, key: string, value: T): void {
  const known = all.get(key);
  if (known) known.push(value);
  else all.set(key, [value]);
}
