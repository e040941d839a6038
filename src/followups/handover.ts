/** What of a day's plan is handed over by one channel, with its texts, and who is held out of it. Nothing is written. */
import { addDays } from '../values/days.ts';
import type { Write, Written } from './writing/written.ts';
import type { Planned } from './plan.ts';
import { type ArchivePlan, planFor, type Planner } from './planner.ts';
import type { PlayChannel } from './plays/play.ts';

export interface HandOverAsked {
  readonly channel: PlayChannel;
  /** One play alone; the others keep their places in the plan. */
  readonly play: string | undefined;
  /** Undefined where no text goes out with it. */
  readonly write: Write | undefined;
}

export interface Ready {
  readonly planned: Planned;
  readonly written: Written;
}

export interface HandOver {
  readonly plan: ArchivePlan;
  readonly ready: readonly Ready[];
  /** Those whose text nobody should get. */
  readonly refused: readonly Ready[];
  readonly heldOut: readonly Planned[];
}

export async function handOverOf(planner: Planner, { channel, play, write }: HandOverAsked): Promise<HandOver> {
  const day = planner.population.asOf;
  const plan = planFor(planner, { from: day, to: addDays(day, 1) });
  const isAsked = (one: Planned) =>
    one.channel === channel && (play === undefined || one.play.name === play) && isAtHand(planner, one);
  const writtenFor = async (one: Planned): Promise<Written> => (write ? write({ ...one, channel }) : { state: 'none' });
  const ready: Ready[] = [];
  const refused: Ready[] = [];
  for (const planned of plan.planned.filter(isAsked)) {
    const written = await writtenFor(planned);
    (isSound(written) ? ready : refused).push({ planned, written });
  }
  const heldOut: Planned[] = [];
  for (const one of plan.heldOut.filter(isAsked)) if (isSound(await writtenFor(one))) heldOut.push(one);
  return { plan, ready, refused, heldOut };
}

/** Today, or tomorrow where their hours of today are over: whoever hands over late every day would never reach them else. */
function isAtHand({ population: { asOf }, windowOf }: Planner, planned: Planned): boolean {
  if (planned.day === asOf) return true;
  const today = windowOf?.(planned, planned.channel, asOf);
  return today !== undefined && 'closed' in today && today.closed.reason === 'hours_over';
}

export function isSound(written: Written): boolean {
  if (written.state !== 'text') return written.state === 'none';
  return written.writing.findings.every(({ level }) => level !== 'error');
}
