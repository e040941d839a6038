/** What a play has for one customer, as a row. */
import { idOf } from '../followups/candidate.ts';
import type { Deferral } from '../followups/plan.ts';
import type { Why, WhyRow } from '../followups/why.ts';
import type { Words } from '../messages/words.ts';
import type { Cell, Column } from '../output/table.ts';
import { term } from '../output/term.ts';
import { segmentErrorInWords } from './segment-error-words.ts';
import { whyNow } from './why-now.ts';

export const WHY_COLUMNS: readonly Column[] = [
  { name: 'play', kind: 'text', whole: true },
  { name: 'state', kind: 'text', machineOnly: true },
  { name: 'explanation', kind: 'text' },
  { name: 'id', kind: 'text', whole: true },
  { name: 'why', kind: 'text' },
  { name: 'day', kind: 'day', machineOnly: true },
  { name: 'due_day', kind: 'day', machineOnly: true },
  { name: 'expires_day', kind: 'day', machineOnly: true },
  { name: 'reason', kind: 'text', machineOnly: true },
  { name: 'deferred_for', kind: 'text', machineOnly: true },
];

export function whyCells(words: Words, { play, why }: WhyRow): Cell[] {
  const name = why.state === 'settled' ? why.said.outcome : why.state;
  const own: Cell[] = [play.name, name, explained(words, why)];
  if (!('candidate' in why)) return [...own, null, null, null, null, null, null, null];
  const { candidate } = why;
  const deferral = 'deferral' in why ? why.deferral : undefined;
  return [
    ...own,
    idOf(candidate),
    whyNow(words, candidate),
    'day' in why ? why.day : null,
    candidate.due,
    candidate.until,
    why.state === 'left_out' ? why.reason : (deferral?.reason ?? null),
    deferral?.by ?? null,
  ];
}

function explained(words: Words, why: Why): string {
  const { whyStates, outcomes, leftOutReasons, deferReasons, deferredFor } = words.followups;
  const moved = ({ reason, by, closed }: Deferral) =>
    deferredFor(closed ? words.calendar.closed(closed) : deferReasons[reason], by);
  switch (why.state) {
    case 'off':
    case 'not_applicable':
      return whyStates[why.state];
    case 'broken':
      return segmentErrorInWords(why.error, words).message;
    case 'planned':
    case 'later':
      return whyStates[why.state](why.day);
    case 'deferred':
      return whyStates.deferred(why.candidate.due, why.day, moved(why.deferral));
    case 'waiting': {
      const sentence = whyStates.waiting(why.candidate.due, why.candidate.until, moved(why.deferral));
      return why.again === null ? sentence : whyStates.again(sentence, why.again);
    }
    case 'expiring':
      return whyStates.expiring(why.candidate.until, moved(why.deferral));
    case 'left_out':
      return whyStates.left_out(leftOutReasons[why.reason]);
    case 'settled': {
      const { outcome, result, day } = why.said;
      const done = outcomes[outcome];
      return whyStates.settled(result === null ? done : whyStates.withResult(done, term(words, result)), day);
    }
    case 'expired':
      return whyStates.expired(why.candidate.until);
  }
}
