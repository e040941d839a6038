/**
 * Asks the rules of the levels on every day of the longest grace, and keeps who satisfied them, so that nobody has
 * to ask again. Days of which something else is known by now are asked anew.
 */
import { createHash } from 'node:crypto';
import { gather } from '../measures/gather.ts';
import type { Archive } from '../store/open.ts';
import { addDays } from '../values/days.ts';
import { knownAlways, knownByDay } from './known-queries.ts';
import { type Level, levels } from './queries.ts';
import { satisfying, sourcesOf } from './rule-of-level.ts';
import { dropDays, evaluatedDays, keepSpells, type Spell, spellsEnding } from './spell-queries.ts';

export interface Missing {
  /** To be asked, in their order. */
  readonly days: readonly string[];
  /** From here on something else is known than when the rules were asked; undefined where nothing is. */
  readonly changedFrom: string | undefined;
  readonly printOf: (day: string) => string;
}

/** What is still to be asked so that it is known who holds which level on a day, and since when. */
export function missingDays(archive: Archive, asOf: string): Missing {
  const rules = levels(archive);
  const printOf = printing(archive, rules);
  const kept = evaluatedDays(archive);
  const changedFrom = [...kept].find(([day, print]) => printOf(day) !== print)?.[0];
  const longest = Math.max(0, ...rules.map((level) => level.grace_days));
  const days = Array.from({ length: longest + 1 }, (_, index) => addDays(asOf, index - longest)).filter(
    (day) => !kept.has(day) || (changedFrom !== undefined && day >= changedFrom),
  );
  return { days: rules.length === 0 ? [] : days, changedFrom, printOf };
}

/** So many days are kept at once: whoever interrupts it loses no more. */
const BATCH = 10;

/** `step` is awaited before each day, with how many there are. Throws BrokenLevel. */
export async function refreshLevels(
  archive: Archive,
  asOf: string,
  step: (done: number, of: number) => Promise<void>,
): Promise<number> {
  const { days, changedFrom } = missingDays(archive, asOf);
  if (days.length === 0 && changedFrom === undefined) return 0;
  if (changedFrom !== undefined) archive.write(() => dropChanged(archive, asOf));
  let done = 0;
  for (const batch of batchesOf(days)) {
    const rules = levels(archive);
    const { printOf } = missingDays(archive, asOf);
    const asked: AskedDay[] = [];
    for (const day of batch) {
      await step(done++, days.length);
      const population = gather(archive, day);
      asked.push({
        day,
        print: printOf(day),
        members: rules.map((level) => new Set(satisfying(archive, population, level))),
      });
    }
    archive.write(() => keepAsked(archive, asOf, rules, asked));
  }
  return days.length;
}

interface AskedDay {
  readonly day: string;
  /** Of what was known when it was asked. */
  readonly print: string;
  /** Of each rule, in their order. */
  readonly members: readonly ReadonlySet<number>[];
}

/** Decided within the transaction: another one may have been at the same work, or at other orders, meanwhile. */
function dropChanged(archive: Archive, asOf: string): void {
  const { changedFrom } = missingDays(archive, asOf);
  if (changedFrom !== undefined) dropDays(archive, changedFrom);
}

/** Of what was asked, the days that are not kept by now, and of which nothing else is known since. */
function keepAsked(archive: Archive, asOf: string, rules: readonly Level[], asked: readonly AskedDay[]): void {
  const { days, printOf } = missingDays(archive, asOf);
  const wanted = new Set(days);
  const fresh = new Map(
    asked.filter(({ day, print }) => wanted.has(day) && printOf(day) === print).map((one) => [one.day, one]),
  );
  for (const batch of batchesOf([...fresh.keys()])) {
    const before = addDays(batch[0] ?? '', -1);
    const prints = new Map(batch.map((day) => [day, printOf(day)]));
    for (const [at, { name }] of rules.entries()) {
      const ofLevel = batch.map((day) => fresh.get(day)?.members[at] ?? new Set<number>());
      keepSpells(archive, prints, spellsIn(name, batch, ofLevel, spellsEnding(archive, name, before)));
    }
  }
}

/** Days that follow each other, at most so many. */
function batchesOf(days: readonly string[]): string[][] {
  const batches: string[][] = [];
  for (const day of days) {
    const last = batches.at(-1);
    if (last && last.length < BATCH && addDays(last.at(-1) ?? '', 1) === day) last.push(day);
    else batches.push([day]);
  }
  return batches;
}

/** Of days that follow each other; `before` are since when those go on that lasted until the day before. */
function spellsIn(
  level: string,
  days: readonly string[],
  members: readonly ReadonlySet<number>[],
  before: ReadonlyMap<number, string>,
): Spell[] {
  const done: Spell[] = [];
  let open = new Map(before);
  for (const [at, day] of days.entries()) {
    const here = members[at] ?? new Set();
    const next = new Map<number, string>();
    for (const customer of here) next.set(customer, open.get(customer) ?? day);
    // What lasted until before the first day stands already.
    if (at > 0)
      for (const [customer, from] of open)
        if (!next.has(customer)) done.push({ level, customer_id: customer, from_day: from, to_day: addDays(day, -1) });
    open = next;
  }
  const last = days.at(-1) ?? '';
  for (const [customer, from] of open) done.push({ level, customer_id: customer, from_day: from, to_day: last });
  return done;
}

function printing(archive: Archive, rules: readonly Level[]): (day: string) => string {
  const said = rules.map(({ name, ...rule }) => [name, sourcesOf(archive, rule)]);
  const always = createHash('sha256')
    .update(JSON.stringify([said, knownAlways(archive)]))
    .digest('hex')
    .slice(0, 16);
  const known = knownByDay(archive);
  return (day) => {
    let [from, to] = [0, known.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((known[middle]?.[0] ?? '') <= day) from = middle + 1;
      else to = middle;
    }
    return `${always} ${known[from - 1]?.[1] ?? 0}`;
  };
}
