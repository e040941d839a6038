/** How much the shop does on a day: of a play, and by a channel. Pure. */
import { byText } from '../values/by-text.ts';
import { dayNumber } from '../values/day-numbers.ts';
import type { PlannedPlay } from './candidate.ts';
import type { Block, PastTouch, PlanPolicy, Touch } from './ledger.ts';

export const CAPACITY_REASONS = ['play_capacity', 'channel_capacity'] as const;
/** One of those that there are on a day. */
export type Place = Pick<PastTouch, 'day' | 'channel' | 'play'>;
type CapacityReason = (typeof CAPACITY_REASONS)[number];

interface Done {
  count: number;
  last: string | null;
}

/** What was done on one day. */
interface DayDone {
  readonly channels: Map<string, Done>;
  readonly plays: Map<string, Done>;
}

export class Capacity {
  readonly #channels: PlanPolicy['channels'];
  readonly #days = new Map<number, DayDone>();

  constructor({ channels }: Pick<PlanPolicy, 'channels'>, taken: readonly Place[]) {
    this.#channels = channels;
    for (const place of taken.toSorted(byPlay)) this.note({ ...place, day: dayNumber(place.day) });
  }

  note({ day, channel, play }: Pick<Touch, 'day' | 'channel' | 'play'>): void {
    let done = this.#days.get(day);
    if (!done) this.#days.set(day, (done = { channels: new Map(), plays: new Map() }));
    add(done.channels, channel, play);
    if (play !== null) add(done.plays, play, play);
  }

  blocks(play: PlannedPlay, { day, channel }: Pick<Touch, 'day' | 'channel'>): Block<CapacityReason> | undefined {
    const today = this.#days.get(day);
    if (play.capacity !== undefined && (today?.plays.get(play.name)?.count ?? 0) >= play.capacity)
      return { reason: 'play_capacity', by: play.name, again: day + 1 };
    const { capacity } = this.#channels[channel];
    if (capacity === undefined) return undefined;
    const done = today?.channels.get(channel);
    if ((done?.count ?? 0) < capacity) return undefined;
    return { reason: 'channel_capacity', by: done?.last ?? null, again: day + 1 };
  }
}

/** So that of several on a day the same one is the last, in whatever order they are known. */
const byPlay = (a: Place, b: Place): number => byText(a.play ?? '', b.play ?? '');

function add(all: Map<string, Done>, name: string, play: string | null): void {
  const done = all.get(name);
  if (done) {
    done.count++;
    done.last = play;
  } else all.set(name, { count: 1, last: play });
}
