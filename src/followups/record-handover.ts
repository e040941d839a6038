/** Keeps that follow-ups were handed over: the list, everybody on it, each as contacted, and whoever was held out. */
import { addList, type NewList } from '../contacts/list-queries.ts';
import type { Archive } from '../store/open.ts';
import { stateOutcome, type Statement } from './outcome-queries.ts';
import type { Planned } from './plan.ts';

export interface Recorded extends Pick<NewList, 'at' | 'day' | 'kind' | 'format' | 'series' | 'recipient' | 'leftOut'> {
  readonly channel: Planned['channel'];
  readonly hash: string;
  readonly expires: string;
  readonly planned: readonly Planned[];
  /** Keyed hash of what the file says of one. */
  readonly contentOf: (planned: Planned) => string;
}

/** Gives the number of the list. */
export function recordList(archive: Archive, recorded: Recorded, heldOut: readonly Planned[]): number {
  const { planned, contentOf, at, day, channel, ...list } = recorded;
  // Somebody may be on it for two plays, and held out of a third.
  const standing = new Map<number, 'listed' | 'held_out'>(heldOut.map(({ customer }) => [customer, 'held_out']));
  const contents = new Map<number, string>();
  for (const one of planned) {
    standing.set(one.customer, 'listed');
    contents.set(one.customer, contentOf(one));
  }
  const people = [...standing].map(([customer, how]) => ({
    customer,
    standing: how,
    content: contents.get(customer) ?? '',
  }));
  const id = addList(archive, { ...list, at, day, channel, only: null, people, count: planned.length });
  for (const one of planned)
    stateOutcome(archive, one, { ...UNSAID, outcome: 'handed_over', day, contactDay: one.day, at, channel, list: id });
  return id;
}

/** `list` is null where nobody was handed over. */
export function recordHeldOut(
  archive: Archive,
  heldOut: readonly Planned[],
  where: Pick<Statement, 'at' | 'day' | 'list'>,
): void {
  for (const one of heldOut)
    stateOutcome(archive, one, { ...UNSAID, outcome: 'held_out', channel: one.channel, ...where });
}

const UNSAID = { result: null, until: null, note: null } as const;
