/**
 * Who is contacted on which day. What there is room for comes first to whoever is worth most; the loser is deferred,
 * not dropped, until its play no longer makes sense. Pure: planning twice plans the same, whatever the
 * order of the candidates, and to look further ahead changes no day before.
 */
import { dayNumber, dayText } from '../values/day-numbers.ts';
import type { Candidate } from './candidate.ts';
import type { Block } from './ledger.ts';
import type { Planning, Reach, Window } from './planning.ts';
import { type DeferReason, Room } from './room.ts';
import { isHeldOut } from './sieve.ts';
import type { LeftOut, Open, Siftable, Sifted } from './sift.ts';
import { Turns } from './turns.ts';

export type Deferral = Omit<Block<DeferReason>, 'again'>;

export interface Planned extends Candidate, Pick<Extract<Reach, { readonly channel: string }>, 'channel' | 'address'> {
  readonly day: string;
  readonly window: Window | undefined;
  /** What moved it past its first possible day. */
  readonly deferred: Deferral | undefined;
}

export interface Waiting extends Deferral {
  readonly candidate: Candidate;
  /** The first day on which there may be room; null where none is known while it makes sense. */
  readonly again: string | null;
}

/** Each candidate that is due by the end of the range, and still makes sense when it begins, is in one of them, unless it was refused its place. */
export interface Plan {
  readonly planned: readonly Planned[];
  /** No room for them within the range; they come up again after it. */
  readonly deferred: readonly Waiting[];
  /** No room for them while they made sense. */
  readonly expiring: readonly Waiting[];
  readonly leftOut: readonly LeftOut[];
  /** Of those left out as held out whoever would have been contacted, when and how: they take the places of contacts. */
  readonly heldOut: readonly Planned[];
}

/** A plan as it is made: each row is given before it has its place; where the answer is false it has none. */
export type Steps<P extends Plan = Plan> = Generator<Planned, P, boolean>;

/** Without a word against any. */
export function allTaken<P extends Plan>(steps: Steps<P>): P {
  let step = steps.next();
  while (!step.done) step = steps.next(true);
  return step.value;
}

export function* stepsOf({ open, leftOut }: Sifted, planning: Planning): Steps {
  const [from, to] = [dayNumber(planning.range.from), dayNumber(planning.range.to)];
  const room = new Room(planning);
  const planned: Planned[] = [];
  const heldOut: Planned[] = [];
  /** Or was refused its place. */
  const isPlaced = new Uint8Array(open.length);
  /** By rank: what kept each from being planned. */
  const blocks: (Block<DeferReason> | undefined)[] = [];
  const turns = new Turns(open, planning.range);
  for (let day = from; day <= to; day++)
    for (const rank of turns.on(day)) {
      if (turns.waits(rank, day, room.isTouchedSince)) continue;
      const one = open[rank] as Siftable;
      if (room.isOver(one.candidate)) continue;
      const found = room.on(day, one.candidate, one.open);
      if ('block' in found) {
        blocks[rank] = heavier(blocks[rank], found.block);
        turns.note(rank, day, found.block);
      } else if (one.open) {
        const row = plannedOn(dayText(day), one.candidate, one.open, found.window, blocks[rank]);
        isPlaced[rank] = 1;
        if (!(yield row)) continue;
        room.take(day, one.candidate, one.open);
        (isOut(row) ? heldOut : planned).push(row);
      }
    }
  const without: LeftOut[] = heldOut.map((candidate) => ({ candidate, reason: 'held_out' }));
  const waiting = open.flatMap(({ candidate }, rank): Waiting[] => {
    const block = blocks[rank];
    if (isPlaced[rank] === 1) return [];
    // Whoever was planned for the same thing once.
    const reason = room.isOver(candidate) ? 'once' : isOut(candidate) ? 'held_out' : undefined;
    if (reason) without.push({ candidate, reason });
    return reason || !block ? [] : [waits(candidate, block, turns.again(rank))];
  });
  return {
    planned,
    deferred: waiting.filter(({ candidate }) => candidate.until > planning.range.to),
    expiring: waiting.filter(({ candidate }) => candidate.until <= planning.range.to),
    leftOut: [...leftOut, ...without],
    heldOut,
  };
}

const isOut = ({ play, customer }: Candidate): boolean => isHeldOut(play, customer);

/** Two messages on a day only ever cost a day; what keeps waiting is told by what costs more. */
const heavier = (before: Block<DeferReason> | undefined, block: Block<DeferReason>): Block<DeferReason> =>
  before === undefined || before.reason === 'same_day' ? block : before;

/** Name by name, as they are many. */
function plannedOn(
  day: string,
  candidate: Candidate,
  { channel, address }: Open,
  window: Window | undefined,
  block: Block<DeferReason> | undefined,
): Planned {
  return {
    customer: candidate.customer,
    occurrence: candidate.occurrence,
    order: candidate.order,
    about: candidate.about,
    on: candidate.on,
    due: candidate.due,
    until: candidate.until,
    ordered: candidate.ordered,
    play: candidate.play,
    value: candidate.value,
    before: candidate.before,
    day,
    channel,
    address,
    window,
    deferred: block && { reason: block.reason, by: block.by, closed: block.closed },
  };
}

function waits(candidate: Candidate, { reason, by, closed }: Block<DeferReason>, again: number | undefined): Waiting {
  return { candidate, reason, by, closed, again: again === undefined ? null : dayText(again) };
}
