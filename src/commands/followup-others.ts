/** What is said on stderr of those who are not among the planned. */
import type { Context } from '../context.ts';
import type { PlannedPlay } from '../followups/candidate.ts';
import type { Planned, Waiting } from '../followups/plan.ts';
import type { ArchivePlan } from '../followups/planner.ts';
import type { LeftOut, LeftOutReason } from '../followups/sift.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Archive } from '../store/open.ts';
import { archiveFlag } from './archive-flag.ts';
import { isAhead } from './is-ahead.ts';
import { segmentErrorInWords } from './segment-error-words.ts';

/** Of rules that say whom a play is not about there is nothing to tell: `followup why` does of one. */
const UNTOLD: ReadonlySet<LeftOutReason> = new Set([
  'not_in_segment',
  'ordered_since',
  'refunded_since',
  'complained_since',
  'once',
  'same_absence',
]);

export function tellOthers(context: Context, { deferred, expiring, leftOut, broken, beforeOn }: ArchivePlan): void {
  const { io, words } = context;
  const { followups } = words;
  for (const { play, error } of broken) io.say(followups.broken(play.name, segmentErrorInWords(error, words).message));
  const whyWaiting = ({ reason, closed }: Waiting) =>
    closed?.reason === 'hours_over' ? words.calendar.closed(closed) : followups.deferReasons[reason];
  for (const [why, count] of counted(deferred, whyWaiting)) io.say(followups.deferred(count, why));
  for (const [why, count] of counted(expiring, whyWaiting)) io.say(followups.expiring(count, why));
  for (const [{ name }, count] of beforeOn) io.say(followups.leftOut(count, name, followups.leftOutReasons.before_on));
  tellLeftOut(context, leftOut);
}

export function tellLeftOut({ io, words }: Context, leftOut: readonly LeftOut[]): void {
  const { contacts, followups } = words;
  const changes: Readonly<Partial<Record<LeftOutReason, (channel: string) => string>>> = contacts.changes;
  const byPlay = new Map<string, LeftOut[]>();
  for (const one of leftOut) {
    if (UNTOLD.has(one.reason)) continue;
    const { name } = one.candidate.play;
    const ofPlay = byPlay.get(name);
    if (ofPlay) ofPlay.push(one);
    else byPlay.set(name, [one]);
  }
  for (const [play, ofPlay] of byPlay)
    for (const [reason, count] of counted(ofPlay, (one) => one.reason)) {
      const sentence = followups.leftOut(count, play, followups.leftOutReasons[reason]);
      const change = changes[reason]?.(followups.anyChannel);
      io.say(change === undefined ? sentence : followups.withCommand(sentence, change));
    }
}

/** Once of each place and year whose holidays a planned day would have to keep. */
export function tellUncovered({ io, words }: Context, planned: readonly Pick<Planned, 'window'>[]): void {
  const told = new Set<string>();
  for (const { window } of planned)
    for (const { place, year } of window?.uncovered ?? []) told.add(words.calendar.uncovered(place, year));
  for (const sentence of told) io.warn(sentence);
}

/** Of a day that has not come there cannot be a snapshot. */
export async function tellUnseenMoves(context: Context, archive: Archive, plays: readonly PlannedPlay[]) {
  if (isAhead(context)) return;
  const { unseenMoves } = await import('../followups/move-snapshots.ts');
  const { io, words } = context;
  for (const { segment, goingBy, last } of unseenMoves(archive, plays, context.today(archive))) {
    const names = goingBy.map(({ name }) => name).join(words.common.listed);
    const line = shellLine(['regulars', 'segment', 'snapshot', segment, ...archiveFlag(context)]);
    io.warn(words.followups.withCommand(words.followups.unseenMoves(names, segment, last), line));
  }
}

function counted<T, R>(all: readonly T[], reasonOf: (one: T) => R): Map<R, number> {
  const counts = new Map<R, number>();
  for (const one of all) counts.set(reasonOf(one), (counts.get(reasonOf(one)) ?? 0) + 1);
  return counts;
}
