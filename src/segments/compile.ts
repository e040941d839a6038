/**
 * From what somebody wrote to the SQL that finds whom it holds for. In between is filled in what a condition
 * needs of everybody: percentiles, ranks, members on other days, values of windows.
 */
import { makeRefills } from './refill-queries.ts';
import { ALL_PARTS, asOfDay, type Parts, partsOf } from '../measures/gather.ts';
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { type Asked, type Condition, askedOf, type Leaf, leavesOf, withLeaves } from './condition.ts';
import { teachFunctions } from './functions.ts';
import { goesThroughOrders, rowParts } from './narrow.ts';
import { quantileOf, rankLimit } from './ranks.ts';
import { makeSet, makeSupplied, makeTable, sizeOf, valuesOfEverybody } from './resolve-queries.ts';
import { supplied, type SuppliedField } from './supplied.ts';
import type { Of } from './match-sql.ts';
import { everybody, membersWhere } from './queries.ts';
import { conditionOf, type Named } from './scope.ts';
import { type Given, rankedSql, setOf, type Sql, toSql } from './sql.ts';

/** temp.measures must stand for the population, and stands for it afterwards. Throws SegmentError. */
export function compileWhere(archive: Archive, source: string, population: Population, named?: Named): Sql {
  const condition = conditionOf(archive, source, population, named);
  return toSql(resolve(archive, population, condition, { named, asWhole: true }), population);
}

interface Resolving {
  readonly of?: 'everybody' | 'one';
  readonly named?: Named | undefined;
  /** Where no part is asked for by itself: what goes through orders may leave out whom another part leaves out. */
  readonly asWhole?: boolean;
}

/** temp.measures must stand for the population, and stands for it afterwards. */
export function resolve(
  archive: Archive,
  population: Population,
  condition: Condition,
  { of = 'everybody', named, asWhole = false }: Resolving = {},
): Condition {
  teachFunctions(archive, population.currency);
  const { asOf, until, currency, counting } = population;
  const given = { asOf, until, currency };
  const inTable = (asked: Asked): Asked => {
    const { field, during, argument } = asked;
    const rows = during ? field.window : field.rows;
    if (rows === undefined || field.type === 'list') return asked;
    return { ...asked, table: makeTable(archive, rows, { ...given, ...during, argument: argument ?? null }) };
  };
  const ranked = (asked: Asked) => {
    const stored = inTable(asked);
    return valuesOfEverybody(archive, rankedSql(stored), given).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  };
  const withSet = (leaf: Leaf): Leaf => {
    const set = setOf(leaf, given, goesThroughOrders(leaf) ? among : 'everybody');
    return set && (leaf.kind === 'matches' || leaf.kind === 'test')
      ? { ...leaf, set: { table: makeSet(archive, set.sql, set.params), isIn: set.isIn } }
      : leaf;
  };
  const among = !asWhole ? 'everybody' : fewOf(archive, condition, { ...given, counting });
  const earlier = earlierMembers(archive, population, condition, named);
  for (const field of suppliedIn(condition)) makeSupplied(archive, field, supplied(field, archive, population));
  if (leavesOf(condition).some(asksForRefills)) makeRefills(archive, given);
  return withLeaves(condition, (leaf): Leaf => {
    if (leaf.kind === 'members') return { ...leaf, members: earlier(leaf.where, leaf.asOf) };
    const filled = of === 'one' ? leaf : withSet(withTables(leaf, inTable));
    if (filled.kind === 'rank') {
      const { asked, end, amount, share } = filled;
      return { ...filled, limit: rankLimit(ranked(asked), end, amount, share) };
    }
    if (filled.kind !== 'test' || !filled.percentile) return filled;
    const values = ranked(filled.asked);
    return { ...filled, limits: filled.values.map((percent) => quantileOf(values, Number(percent))) };
  });
}

/** Of more of those who have ordered it takes longer to look up their orders than to go through all. */
const FEW = { share: 0.1, customers: 1000 };

function fewOf(archive: Archive, condition: Condition, given: Given & Pick<Population, 'counting'>): Of {
  const told = rowParts(condition);
  if (!told) return 'everybody';
  const { sql, params } = toSql(told, given);
  const [ordered = ''] = everybody(sql);
  const among = makeSet(archive, `SELECT m.customer_id ${ordered} WHERE ${sql}`, params);
  return sizeOf(archive, among) <= Math.max(FEW.customers, FEW.share * given.counting) ? { among } : 'everybody';
}

function withTables(leaf: Leaf, inTable: (asked: Asked) => Asked): Leaf {
  if (leaf.kind === 'contrast') return { ...leaf, left: inTable(leaf.left), right: inTable(leaf.right) };
  return leaf.kind === 'test' || leaf.kind === 'rank' ? { ...leaf, asked: inTable(leaf.asked) } : leaf;
}

function suppliedIn(condition: Condition): Set<SuppliedField> {
  return new Set(
    leavesOf(condition)
      .flatMap(askedOf)
      .flatMap(({ field }) => (field.supplied ? [field.supplied] : [])),
  );
}

const asksForRefills = (leaf: Leaf): boolean =>
  leaf.kind === 'matches' && leaf.tests.some(({ of }) => of.name === 'refill_date');

/** Who was in segments on other days, by their queries; each day is gathered once. */
function earlierMembers(archive: Archive, population: Population, condition: Condition, named: Named | undefined) {
  const found = new Map<string, ReadonlySet<number>>();
  const asked = leavesOf(condition).filter((leaf) => leaf.kind === 'members');
  for (const day of new Set(asked.map(({ asOf }) => asOf))) {
    const queries = new Set(asked.flatMap(({ asOf, where }) => (asOf === day ? [where] : [])));
    const parts = partsFor(
      [...queries].flatMap((where) => leavesOf(conditionOf(archive, where, { ...population, asOf: day }, named))),
    );
    asOfDay(archive, population, day, parts, (then) => {
      for (const where of queries)
        found.set(`${day} ${where}`, new Set(membersWhere(archive, compileWhere(archive, where, then, named))));
    });
  }
  return (where: string, day: string) => found.get(`${day} ${where}`) ?? new Set<number>();
}

/** What the measures have to have for these to be told by them; what others supply may ask for any. */
function partsFor(leaves: readonly Leaf[]): Parts {
  const fields = leaves.flatMap(askedOf).map(({ field }) => field);
  if (fields.some(({ supplied }) => supplied !== undefined)) return ALL_PARTS;
  return partsOf(new Set(fields.flatMap(({ name, from = [] }) => [name, ...from])));
}
