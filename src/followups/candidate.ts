/** One follow-up a play calls for: a customer, what set it off, when it is due and until when. Pure. */
import { byText } from '../values/by-text.ts';
import { hash } from 'node:crypto';
import type { Play, PlayChannel } from './plays/play.ts';
import type { Occurrence } from './triggers/occurrence.ts';

/** `onSince` is the day from which the play is on; null where it always was. */
export type PlannedPlay = Play & { readonly onSince: string | null };

export interface Candidate extends Occurrence {
  readonly play: PlannedPlay;
  /** Minor units of the reporting currency: the customer's net so far; null where all of it is in another, or there is none. */
  readonly value: number | null;
  /** Of one that its id was another's for when something was last said of it: of which record, and by which channel it was done. */
  readonly before?: { readonly record: number; readonly by: PlayChannel | undefined } | undefined;
}

/** What tells an occurrence from all others of its play: an order is one customer's, whatever their number. */
const nameOf = ({ occurrence, order, customer }: Pick<Occurrence, 'occurrence' | 'order' | 'customer'>): string =>
  order === null ? `${occurrence}\n${customer}` : occurrence;

/** Stable from plan to plan. What an order set off keeps it whoever turns out to have bought it. */
export const idOf = (
  candidate: Pick<Candidate, 'occurrence' | 'order' | 'customer'> & { readonly play: Pick<Play, 'name'> },
): string => shortId(`${candidate.play.name}:${nameOf(candidate)}`);

/** Eight letters and digits that are easy to read out: no 0, O, 1, l. */
export function shortId(text: string): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const bytes = hash('sha256', text, 'buffer');
  return Array.from({ length: 8 }, (_, index) => letters[(bytes[index] ?? 0) % 32]).join('');
}

/**
 * Whoever comes first where there is no room for all: by the play's priority, then by what the customer is worth, then
 * by how soon it is too late. A total order of what is distinct.
 */
export function byWorth(a: Candidate, b: Candidate): number {
  return (
    b.play.priority - a.play.priority ||
    (b.value ?? 0) - (a.value ?? 0) ||
    byText(a.until, b.until) ||
    a.customer - b.customer ||
    byText(a.play.name, b.play.name) ||
    byText(a.occurrence, b.occurrence)
  );
}
