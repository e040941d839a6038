/** A plan of one customer as rows: what comes when, and what does not and why. */
import type { Channel, GateReason, Kind } from '../contacts/gate.ts';
import type { Candidate } from './candidate.ts';
import type { DeferReason, Plan } from './plan.ts';

export interface DueRow {
  readonly id: string;
  readonly play: string;
  readonly kind: Kind;
  /** deferred: comes after the days asked for; expiring: there is no room for it while it makes sense. */
  readonly state: 'planned' | 'deferred' | 'expiring' | 'left_out';
  /** Null where it is not planned within the days asked for. */
  readonly day: string | null;
  readonly channel: Channel | null;
  /** What moved it, or keeps it out. */
  readonly reason: DeferReason | GateReason | null;
  readonly due_day: string;
  readonly until_day: string;
}

/** By the day on which each comes or was due. */
export function dueRows({ planned, deferred, expiring, leftOut }: Plan): DueRow[] {
  const row = (
    { id, play, due, until }: Candidate,
    rest: Pick<DueRow, 'state' | 'reason'> & Partial<Pick<DueRow, 'day' | 'channel'>>,
  ): DueRow => ({
    id,
    play: play.name,
    kind: play.kind,
    day: null,
    channel: null,
    ...rest,
    due_day: due,
    until_day: until,
  });
  const rows = [
    ...planned.map((one) =>
      row(one, { state: 'planned', day: one.day, channel: one.channel, reason: one.deferredBy ?? null }),
    ),
    ...deferred.map(({ candidate, reason }) => row(candidate, { state: 'deferred', reason })),
    ...expiring.map(({ candidate, reason }) => row(candidate, { state: 'expiring', reason })),
    ...leftOut.map(({ candidate, reason }) => row(candidate, { state: 'left_out', reason })),
  ];
  const dayOf = ({ day, due_day: due }: DueRow) => day ?? due;
  return rows.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.play < b.play ? -1 : 1));
}
