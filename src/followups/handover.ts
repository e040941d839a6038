/**
 * What of a day's plan goes out, with its texts, and who is held out of it. Whoever's text nobody should get gives the
 * place to whoever comes next, by whichever channel. Nothing is written.
 */
import { addDays } from '../values/days.ts';
import type { Write, Written } from './writing/written.ts';
import type { Planned } from './plan.ts';
import { type ArchivePlan, type Planner, stepsFor } from './planner.ts';
import type { PlayChannel } from './plays/play.ts';
import { isHeldOut } from './sieve.ts';

export interface HandOverAsked {
  /** By whichever where absent. */
  readonly channel: PlayChannel | undefined;
  /** One play alone; the others keep their places in the plan. */
  readonly play: string | undefined;
  /** False where no text goes out with those that are asked for. */
  readonly isText: boolean;
  /** Also what is for tomorrow, of those whom nobody may contact any more today: whoever is late every day would never reach them else. */
  readonly withTomorrow: boolean;
  readonly write: Write;
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

export async function handOverOf(planner: Planner, asked: HandOverAsked): Promise<HandOver> {
  const { channel, play, isText, withTomorrow, write } = asked;
  const day = planner.population.asOf;
  const isAsked = (one: Planned) =>
    (channel === undefined || one.channel === channel) && (play === undefined || one.play.name === play);
  const ready: Ready[] = [];
  const refused: Ready[] = [];
  const heldOut: Planned[] = [];
  const steps = stepsFor(planner, { from: day, to: withTomorrow ? addDays(day, 1) : day });
  const isFit = async (planned: Planned): Promise<boolean> => {
    const written: Written = isText || !isAsked(planned) ? await write(planned) : { state: 'none' };
    const isOk = isSound(written);
    if (isAsked(planned)) {
      if (!isHeldOut(planned.play, planned.customer)) (isOk ? ready : refused).push({ planned, written });
      else if (isOk) heldOut.push(planned);
    }
    return isOk;
  };
  let step = steps.next();
  while (!step.done) step = steps.next(!isAtHand(planner, step.value) || (await isFit(step.value)));
  return { plan: step.value, ready, refused, heldOut };
}

/** Today, or tomorrow where the hours of today are over for them. */
function isAtHand({ population: { asOf }, windowOf }: Planner, planned: Planned): boolean {
  if (planned.day === asOf) return true;
  const today = windowOf?.(planned, planned.channel, asOf);
  return today !== undefined && 'closed' in today && today.closed.reason === 'hours_over';
}

function isSound(written: Written): boolean {
  if (written.state !== 'text') return written.state === 'none';
  return written.writing.findings.every(({ level }) => level !== 'error');
}
