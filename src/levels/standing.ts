/**
 * Which level each customer has on a day: the highest whose rule holds then, or held not longer ago than its grace.
 * The rules are asked of that day; of the days before it stands what refresh-levels keeps.
 */
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { addDays } from '../values/days.ts';
import { type Level, levels } from './queries.ts';
import { satisfying } from './rule-of-level.ts';
import { lastSatisfied, spellsOf } from './spell-queries.ts';

export interface Standing {
  readonly level: string;
  /** The last day on which the rule held: the day that is asked for where it still does. */
  readonly satisfied: string;
  /** The last day of the grace; null while the rule holds. */
  readonly until: string | null;
}

/** temp.measures must stand for the population. Customers without a level are not in it. Throws BrokenLevel. */
export function standings(archive: Archive, population: Population): Map<number, Standing> {
  const { asOf } = population;
  const found = new Map<number, Standing>();
  for (const level of levels(archive).toReversed()) {
    const { name, grace_days: grace } = level;
    for (const customer of satisfying(archive, population, level))
      if (!found.has(customer)) found.set(customer, { level: name, satisfied: asOf, until: null });
    if (grace === 0) continue;
    for (const [customer, day] of lastSatisfied(archive, name, addDays(asOf, -grace), addDays(asOf, -1)))
      if (!found.has(customer)) found.set(customer, { level: name, satisfied: day, until: addDays(day, grace) });
  }
  return found;
}

export interface Since {
  readonly day: string;
  /** False where they may have had it before: earlier days were never asked. */
  readonly isKnown: boolean;
}

/** Since when a customer has had this level or a higher one, without a break longer than its grace. */
export function sinceWhen(
  archive: Archive,
  customer: number,
  { level }: Standing,
  { asOf, kept }: { readonly asOf: string; readonly kept: ReadonlyMap<string, string> },
): Since {
  const rules = new Map(levels(archive).map((rule) => [rule.name, rule]));
  const least = rules.get(level)?.position ?? 0;
  const spells = spellsOf(archive, customer).flatMap(({ level: name, from_day: from, to_day: to }) => {
    const rule = rules.get(name);
    return rule && rule.position >= least && from <= asOf ? [{ from, to: addDays(to, rule.grace_days) }] : [];
  });
  // The rule is asked of the day itself, of which nothing need be kept.
  let since = asOf;
  for (let moved = true; moved; ) {
    const before = spells.filter(({ from, to }) => from < since && to >= addDays(since, -1)).map(({ from }) => from);
    moved = before.length > 0;
    if (moved) since = before.reduce((a, b) => (a < b ? a : b));
  }
  return { day: since, isKnown: kept.has(addDays(since, -1)) };
}

/** The next one up; undefined for the highest. */
export function nextLevel(all: readonly Level[], name: string | undefined): Level | undefined {
  const at = all.findIndex((level) => level.name === name);
  return all[at + 1];
}
