/** What sets a play off in a small archive, as `customer occurrence due–until`. */
import { afterEach } from 'vitest';
import { occurrencesOf } from '../../../src/followups/triggers/index.ts';
import type { Occurrence } from '../../../src/followups/triggers/occurrence.ts';
import { sourcesOf } from '../../../src/followups/triggers/sources.ts';
import { gather } from '../../../src/measures/gather.ts';
import { dayNumber } from '../../../src/values/day-numbers.ts';
import { addDays } from '../../../src/values/days.ts';
import { type OrderSpec, type PersonSpec, type World, world } from '../../helpers/world.ts';
import { play } from '../planning.ts';

let open: World[] = [];
afterEach(() => {
  for (const one of open) one.close();
  open = [];
});

export async function shopOf(...people: readonly (readonly OrderSpec[] | PersonSpec)[]): Promise<World> {
  const specs = people.map((one, at): PersonSpec => ('name' in one ? one : { name: `买家${at + 1}`, orders: one }));
  const made = await world(specs);
  open.push(made);
  return made;
}

interface Asked {
  readonly asOf?: string;
  /** The first of the days, which is `asOf` unless it is told. */
  readonly from?: string;
  /** Days looked ahead. */
  readonly days?: number;
  readonly expires?: number;
  readonly customer?: number;
}

export function occurring(
  { archive }: World,
  trigger: Readonly<Record<string, unknown>>,
  { asOf = '2026-07-01', from = asOf, days = 30, expires = 10, customer }: Asked = {},
): Occurrence[] {
  const population = gather(archive, asOf);
  const span = { from: dayNumber(from), to: dayNumber(addDays(from, days - 1)) };
  const found = [
    ...occurrencesOf(
      play({ trigger, expires_after_days: expires }),
      sourcesOf(archive, population, { customer }),
      span,
    ),
  ];
  return found.toSorted((a, b) => a.customer - b.customer || (a.occurrence < b.occurrence ? -1 : 1));
}

export const short = (found: readonly Occurrence[]): string[] =>
  found.map(({ customer, occurrence, due, until }) => `${customer} ${occurrence} ${due}–${until}`);

export const asked = (...args: Parameters<typeof occurring>): string[] => short(occurring(...args));
