/** A plan of one customer as rows: what comes when, and what does not and why. */
import type { Kind } from '../contacts/gate.ts';
import { type Candidate, idOf } from './candidate.ts';
import type { Plan } from './plan.ts';
import type { LeftOutReason } from './sift.ts';
import type { PlayChannel } from './plays/play.ts';
import type { DeferReason } from './room.ts';
import { SIEVE_REASONS } from './sieve.ts';

export interface DueRow {
  readonly id: string;
  readonly candidate: Candidate;
  readonly play: string;
  readonly kind: Kind;
  /** deferred: comes after the days asked for; expiring: there is no room for it while it makes sense. */
  readonly state: 'planned' | 'deferred' | 'expiring' | 'left_out';
  /** Null where it is not planned within the days asked for. */
  readonly day: string | null;
  readonly channel: PlayChannel | null;
  /** What moved it, or keeps it out. */
  readonly reason: DeferReason | LeftOutReason | null;
  /** The play that took its place. */
  readonly by: string | null;
}

const OWN_RULES: ReadonlySet<string> = new Set(SIEVE_REASONS);

/** By the day on which each comes or was due; whom a play is not about is not among them. */
export function dueRows({ planned, deferred, expiring, leftOut }: Plan): DueRow[] {
  const row = (candidate: Candidate, rest: Pick<DueRow, 'state'> & Partial<DueRow>): DueRow => ({
    id: idOf(candidate),
    candidate,
    play: candidate.play.name,
    kind: candidate.play.kind,
    day: null,
    channel: null,
    reason: null,
    by: null,
    ...rest,
  });
  const rows = [
    ...planned.map((one) =>
      row(one, {
        state: 'planned',
        day: one.day,
        channel: one.channel,
        reason: one.deferred?.reason ?? null,
        by: one.deferred?.by ?? null,
      }),
    ),
    ...deferred.map(({ candidate, reason, by }) => row(candidate, { state: 'deferred', reason, by })),
    ...expiring.map(({ candidate, reason, by }) => row(candidate, { state: 'expiring', reason, by })),
    ...leftOut
      .filter(({ reason }) => !OWN_RULES.has(reason))
      .map(({ candidate, reason }) => row(candidate, { state: 'left_out', reason })),
  ];
  const dayOf = ({ day, candidate }: DueRow) => day ?? candidate.due;
  return rows.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.play < b.play ? -1 : 1));
}
