/** How often somebody was contacted by the end of a day, counted anew from the touches alone. */
import { daysFrom } from '../days.ts';
import type { POLICY } from '../policy.ts';
import type { Touch } from './archive.ts';

type Policy = typeof POLICY;

/** `wishes`: at most one in so many days, of whom said so. */
export function brokenBudgets(
  touches: readonly Touch[],
  day: string,
  policy: Policy,
  wishes: ReadonlyMap<number, number>,
): string[] {
  const problems: string[] = [];
  const today = touches.filter((touch) => touch.day === day);
  for (const customer of new Set(today.map((touch) => touch.customer))) {
    const own = touches.filter((touch) => touch.customer === customer && touch.day <= day);
    const count = (days: number, counts: (touch: Touch) => boolean) =>
      own.filter((touch) => daysFrom(touch.day, day) < days && counts(touch)).length;
    const most = (limit: number, found: number, what: string) => {
      if (found > limit) problems.push(`${day}: ${found} ${what} to ${customer}, at most ${limit}`);
    };
    const isWanted = ({ kind }: Touch) => kind !== 'service';
    const mine = today.filter((touch) => touch.customer === customer);
    most(policy.perDay, mine.length, 'contacts on a day');
    for (const { channel } of mine.filter(isWanted)) {
      const limit = policy.channels[channel];
      const onChannel = (touch: Touch) => isWanted(touch) && touch.channel === channel;
      most(limit.most, count(limit.days, onChannel), `by ${channel} in ${limit.days} days`);
      if (limit.gap > 0) most(1, count(limit.gap, onChannel), `by ${channel} in ${limit.gap} days`);
      most(policy.all.most, count(policy.all.days, isWanted), `messages in ${policy.all.days} days`);
      const every = wishes.get(customer);
      if (every !== undefined) most(1, count(every, isWanted), `messages in the ${every} days they wish`);
    }
    if (mine.some(({ kind }) => kind === 'promotion')) {
      const { most: limit, days } = policy.promotions;
      most(
        limit,
        count(days, ({ kind }) => kind === 'promotion'),
        `promotions in ${days} days`,
      );
    }
  }
  return [...problems, ...brokenCapacities(today, day, policy)];
}

function* brokenCapacities(today: readonly Touch[], day: string, { channels, plays }: Policy): Generator<string> {
  for (const [channel, { capacity }] of Object.entries(channels)) {
    const found = today.filter((touch) => touch.channel === channel).length;
    if (found > capacity) yield `${day}: ${found} by ${channel}, the shop does ${capacity}`;
  }
  for (const [play, capacity] of Object.entries(plays)) {
    const found = today.filter((touch) => touch.play === play).length;
    if (found > capacity) yield `${day}: ${found} of ${play}, the shop does ${capacity}`;
  }
}
