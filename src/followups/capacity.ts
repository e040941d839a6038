/** How much the shop does on a day: of a play, and by a channel. Pure. */
import { dayNumber } from '../values/day-numbers.ts';
import type { PlannedPlay } from './candidate.ts';
import type { Block, PastTouch, PlanPolicy, Touch } from './ledger.ts';

export const CAPACITY_REASONS = ['play_capacity', 'channel_capacity'] as const;
type CapacityReason = (typeof CAPACITY_REASONS)[number];

interface Done {
  count: number;
  last: string | null;
}

export class Capacity {
  readonly #channels: PlanPolicy['channels'];
  readonly #done = new Map<string, Done>();

  constructor({ channels }: Pick<PlanPolicy, 'channels'>, touches: readonly PastTouch[]) {
    this.#channels = channels;
    for (const touch of touches) this.note({ ...touch, day: dayNumber(touch.day) });
  }

  note({ day, channel, play }: Pick<Touch, 'day' | 'channel' | 'play'>): void {
    for (const name of play === null ? [ofChannel(day, channel)] : [ofChannel(day, channel), ofPlay(day, play)]) {
      const done = this.#done.get(name) ?? { count: 0, last: null };
      done.count++;
      done.last = play;
      this.#done.set(name, done);
    }
  }

  blocks(play: PlannedPlay, { day, channel }: Pick<Touch, 'day' | 'channel'>): Block<CapacityReason> | undefined {
    if (play.capacity !== undefined) {
      const done = this.#done.get(ofPlay(day, play.name));
      if ((done?.count ?? 0) >= play.capacity) return { reason: 'play_capacity', by: play.name, again: day + 1 };
    }
    const { capacity } = this.#channels[channel];
    if (capacity === undefined) return undefined;
    const done = this.#done.get(ofChannel(day, channel));
    if ((done?.count ?? 0) < capacity) return undefined;
    return { reason: 'channel_capacity', by: done?.last ?? null, again: day + 1 };
  }
}

const ofChannel = (day: number, channel: string) => `${day} by ${channel}`;
const ofPlay = (day: number, play: string) => `${day} of ${play}`;
