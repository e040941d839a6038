/** On which days those who were sifted are tried, and who of them waits for nothing but capacity, by rank. Pure. */
import { dayNumber } from '../values/day-numbers.ts';
import type { Candidate } from './candidate.ts';
import { CAPACITY_REASONS } from './capacity.ts';
import type { Block } from './ledger.ts';
import type { DayRange } from './planning.ts';
import type { DeferReason } from './room.ts';
import type { Open, Siftable } from './sift.ts';

/** Since a day number, of a customer or at an address that several share. */
type IsTouchedSince = (day: number, customer: number, shared: number | undefined) => boolean;

const CAPACITIES: ReadonlySet<DeferReason> = new Set(CAPACITY_REASONS);

/** Of what is kept by something else, or by nothing. */
const NEVER = 2 ** 31 - 1;
const NONE = -1;

/** Columns of numbers, as very many wait for capacity, day after day. Days are day numbers. */
export class Turns {
  readonly #from: number;
  /** On each day of the range, in no order. */
  readonly #days: readonly number[][];
  /** By rank: the last day on which it makes sense. */
  readonly #untils: Float64Array;
  /** The first day on which each may be tried again; 0 of one that was not. */
  readonly #again: Float64Array;
  readonly #customers: Int32Array;
  readonly #shared: Int32Array;
  /** All of one play by one channel have one number, as they wait for one capacity. */
  readonly #queues: Int32Array;
  /** The day since which nothing but capacity keeps each. */
  readonly #fullSince: Int32Array;
  /** By queue: the last day on which it was found that there is no more room; none is given back. */
  readonly #fullOn: number[] = [];

  constructor(open: readonly Siftable[], range: DayRange) {
    const [from, to] = [dayNumber(range.from), dayNumber(range.to)];
    this.#from = from;
    this.#days = Array.from({ length: to - from + 1 }, (): number[] => []);
    this.#untils = new Float64Array(open.length);
    this.#again = new Float64Array(open.length);
    this.#customers = new Int32Array(open.length);
    this.#shared = new Int32Array(open.length);
    this.#queues = new Int32Array(open.length);
    this.#fullSince = new Int32Array(open.length).fill(NEVER);
    const queueOf = numbering();
    for (const [rank, { candidate, open: way }] of open.entries()) {
      this.#untils[rank] = dayNumber(candidate.until);
      this.#customers[rank] = candidate.customer;
      this.#shared[rank] = way?.shared ?? NONE;
      this.#queues[rank] = queueOf(candidate, way);
      this.#days[Math.max(0, dayNumber(candidate.due) - from)]?.push(rank);
    }
  }

  /** The ranks that are tried on a day: the first first. */
  on(day: number): Int32Array {
    return Int32Array.from(this.#days[day - this.#from] ?? []).sort();
  }

  /** It is tried again when there may be room, while it makes sense. */
  note(rank: number, day: number, { reason, again }: Block<DeferReason>): void {
    const isFull = CAPACITIES.has(reason);
    this.#fullSince[rank] = isFull ? day : NEVER;
    if (isFull) this.#fullOn[this.#queues[rank] as number] = day;
    this.#tryOn(again, rank);
  }

  /**
   * Whether it goes on waiting, and is tried the day after: what nothing but capacity kept nothing else begins to keep
   * with time, but a new contact, and that the play came to one held out, which is asked where there is a place.
   */
  waits(rank: number, day: number, isTouchedSince: IsTouchedSince): boolean {
    const since = this.#fullSince[rank] as number;
    if (since >= day || this.#fullOn[this.#queues[rank] as number] !== day) return false;
    const shared = this.#shared[rank] as number;
    if (isTouchedSince(since, this.#customers[rank] as number, shared === NONE ? undefined : shared)) return false;
    this.#tryOn(day + 1, rank);
    return true;
  }

  /** The first day on which one that was tried may be planned; undefined where none is known while it makes sense. */
  again(rank: number): number | undefined {
    const again = this.#again[rank] as number;
    return again <= (this.#untils[rank] as number) ? again : undefined;
  }

  #tryOn(day: number, rank: number): void {
    this.#again[rank] = day;
    if (day <= (this.#untils[rank] as number)) this.#days[day - this.#from]?.push(rank);
  }
}

function numbering(): (candidate: Candidate, way: Open | undefined) => number {
  const numbers = new Map<string, number>();
  return ({ play }, way) => {
    const text = `${play.name}\n${way?.channel ?? ''}`;
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, (number = numbers.size));
    return number;
  };
}
