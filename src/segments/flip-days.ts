/** On which day somebody came into a segment or fell out of it: what happened on that day is why. */
import { ALL_PARTS, asOfDay } from '../measures/gather.ts';
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { addDays, daysBetween } from '../values/days.ts';
import { compileWhere } from './compile.ts';
import { membersWhere } from './queries.ts';

/** Days that are gathered at most: of a small shop each takes milliseconds, of 200,000 customers seconds. */
const mostDays = (customers: number): number => Math.max(24, Math.min(400, Math.floor(2_000_000 / (customers + 1))));

/**
 * Of customers who are in on `toDay`, or are not, and were the other way on `fromDay`: a day on which they
 * changed, found by halving; `fromDay` where it is known by now that they were so then. Those whose day would take too many days to find are not in it. temp.measures
 * stands for `population` again afterwards.
 */
export function flipDays(
  archive: Archive,
  where: string,
  population: Population,
  fromDay: string,
  changed: ReadonlyMap<number, boolean>,
): ReadonlyMap<number, string> {
  const most = mostDays(population.customers);
  const asked = new Map<string, ReadonlySet<number>>();
  const membersOn = (day: string): ReadonlySet<number> | undefined => {
    if (!asked.has(day) && asked.size === most) return undefined;
    let members = asked.get(day);
    if (!members) {
      members = asOfDay(
        archive,
        population,
        day,
        ALL_PARTS,
        (then) => new Set(membersWhere(archive, compileWhere(archive, where, then))),
      );
      asked.set(day, members);
    }
    return members;
  };
  const found = new Map<number, string>();
  for (const [customer, isIn] of changed) {
    // Known by now to have been so then already: what told of it came later.
    if (membersOn(fromDay)?.has(customer) === isIn) {
      found.set(customer, fromDay);
      continue;
    }
    let [before, after] = [fromDay, population.asOf];
    while (daysBetween(before, after) > 1) {
      const middle = addDays(before, Math.floor(daysBetween(before, after) / 2));
      const members = membersOn(middle);
      if (!members) break;
      if (members.has(customer) === isIn) after = middle;
      else before = middle;
    }
    if (daysBetween(before, after) <= 1) found.set(customer, after);
  }
  return found;
}
