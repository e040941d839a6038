/** Takes what came of one follow-up after the other, and tells of each what follows from it. */
import { GATE_CHANNEL } from '../contacts/channels.ts';
import type { Context } from '../context.ts';
import type { Candidate } from '../followups/candidate.ts';
import { type Said, settle } from '../followups/outcome.ts';
import { contactedBy, outcomesOf } from '../followups/outcome-queries.ts';
import { type Planner, reachOf } from '../followups/planner.ts';
import type { PlayChannel } from '../followups/plays/play.ts';
import { policyOf } from '../followups/policy-queries.ts';
import { personRows } from '../followups/queries.ts';
import { recordHeldOut } from '../followups/record-handover.ts';
import { heldOutBeside } from '../followups/workday/held-out.ts';
import type { Meaning } from '../followups/workday/outcome-layout.ts';
import { stateFollowup, type Stated } from '../followups/workday/state.ts';
import { writer } from '../followups/writing/written.ts';
import { dayEnd } from '../measures/gather.ts';
import { term } from '../output/term.ts';

interface OutcomeSaid extends Meaning {
  /** Undefined where it is the one that it was handed over by, else the one that it is to be done by. */
  readonly channel: PlayChannel | undefined;
  /** Today where absent. */
  readonly day?: string;
  readonly until: string | null;
  readonly note: string | null;
}

type Taken =
  | { readonly told: readonly string[]; readonly isNew: boolean }
  | { readonly problem: 'parcel_opt_out' | 'no_channel' };

export type Take = (id: string, candidate: Candidate, said: OutcomeSaid) => Taken;

/** In a transaction that is open. temp.measures must stand. `done` are all that may be said to be done. */
export async function outcomeTaker(context: Context, planner: Planner, done: readonly Candidate[]): Promise<Take> {
  const { words } = context;
  const { followups, followupDay, handovers } = words;
  const { archive, population } = planner;
  const today = population.asOf;
  const now = Math.floor(context.now().getTime() / 1000);
  const personOf = personRows(archive, today);
  const policy = policyOf(archive);
  const writing = () => writer(archive, population, policy, words.calendar.festivalsIn);
  const heldOutWith = await heldOutBeside(planner, writing, done);
  const pauseDays = policy.pause_days.complaint;

  /** Of a contact that was made, whatever the gate says of it now; undefined where that may have been by one or another. */
  const channelOf = (candidate: Candidate): PlayChannel | undefined => {
    const [only, ...others] = candidate.play.channels;
    const known = candidate.before?.by ?? contactedBy(archive, candidate) ?? (others.length === 0 ? only : undefined);
    if (known) return known;
    const reach = reachOf(planner, candidate);
    return 'channel' in reach ? reach.channel : undefined;
  };
  const whatFollows = (stated: Stated, name: string): string[] => {
    const { candidate, refused, isComplaint } = stated;
    const lines: string[] = [];
    if (refused) lines.push(followupDay.refused(name, term(words, refused)));
    if (isComplaint) lines.push(followupDay.complained(name, pauseDays));
    return [...lines, ...nextTry(candidate)];
  };
  const nextTry = (candidate: Candidate): string[] => {
    const said = outcomesOf(archive, candidate);
    if (said.at(-1)?.result !== 'no_answer') return [];
    const next = settle(candidate, said);
    return ['open' in next ? followupDay.again(next.open.due) : followupDay.givenUp];
  };

  return (id, candidate, { outcome, result, channel: asked, day = today, until, note }) => {
    const channel = outcome === 'done' ? (asked ?? channelOf(candidate)) : null;
    if (channel === undefined) return { problem: 'no_channel' };
    if (result === 'opted_out' && channel !== null && !GATE_CHANNEL[channel]) return { problem: 'parcel_opt_out' };
    const at = day < today ? dayEnd(archive, day) - 1 : now;
    const statement = { outcome, result, until, day, note, at, channel, list: null };
    const heldOut = outcome === 'done' ? heldOutWith(candidate) : [];
    const stated = stateFollowup(archive, candidate, statement, followupDay.complaintText(candidate.play.name));
    if (stated.before) return { told: [alreadyText(id, stated.before)], isNew: false };
    recordHeldOut(archive, heldOut, { at, day, list: null });
    const person = personOf(candidate.customer);
    const name = person?.name ?? person?.account ?? `#${candidate.customer}`;
    const line =
      until === null
        ? followupDay.stated(id, wordFor({ outcome, result }), name)
        : followupDay.snoozed(id, until, name);
    const others = heldOut.length > 0 ? [handovers.heldOut(heldOut.length)] : [];
    return { told: [line, ...whatFollows(stated, name), ...others], isNew: true };
  };

  function alreadyText(id: string, before: Said): string {
    const already = before.result === null ? followups.already : followupDay.already;
    return already(id, wordFor(before), before.day);
  }

  function wordFor({ outcome, result }: Pick<Said, 'outcome' | 'result'>): string {
    return result === null ? followups.outcomes[outcome] : term(words, result);
  }
}
