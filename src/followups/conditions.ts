/** Whom the conditions of plays are about, as of the day of the plan: each condition is asked once. */
import type { Population } from '../measures/population.ts';
import { compileWhere } from '../segments/compile.ts';
import { membersWhere } from '../segments/queries.ts';
import { tell } from '../segments/told.ts';
import type { Archive } from '../store/open.ts';
import { NumberSet } from '../values/number-set.ts';

export type Meant = (customer: number) => boolean;

/** Of everybody, or for one customer alone. temp.measures must stand for the population. What it gives throws SegmentError. */
export function conditionsOf(archive: Archive, population: Population, customer?: number): (where: string) => Meant {
  const known = new Map<string, Meant>();
  return (where) => {
    let found = known.get(where);
    if (!found) known.set(where, (found = meant(archive, population, where, customer)));
    return found;
  };
}

function meant(archive: Archive, population: Population, where: string, customer: number | undefined): Meant {
  if (customer !== undefined) {
    const { holds } = tell(archive, where, population, customer);
    return (asked) => asked === customer && holds;
  }
  const members = new NumberSet();
  for (const member of membersWhere(archive, compileWhere(archive, where, population))) members.add(member);
  return (asked) => members.has(asked);
}
