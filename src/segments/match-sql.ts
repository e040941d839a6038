/** A condition on what a customer has several of, as SQL. */
import { sumSql } from '../store/sum-sql.ts';
import { type Bind, comparisonSql, NEGATED, testSql } from './comparison-sql.ts';
import { JOINS } from './collection-queries.ts';
import type { Aggregate, Attribute, Collection } from './collections.ts';
import { isAggregate, type MatchTest, type RowTest } from './condition.ts';
import { meetsNothing } from './nothing.ts';
import { ofEverybody } from './whole.ts';

/** Of one customer `:customer` is to be bound, and of some a table has them. */
export type Of = 'everybody' | 'one' | { readonly among: string };

/** The rows of a collection as customer_id, `each`, `day` and the attributes asked for. */
export function rowsSql({ from, customer, keys, attributes }: Collection, names: ReadonlySet<string>, of: Of): string {
  const asked = attributes.filter(({ name }) => names.has(name));
  const joins = Object.entries(JOINS)
    .filter(([letter]) => asked.some(({ sql }) => new RegExp(`\\b${letter}\\.`).test(sql)))
    .map(([, join]) => join);
  const where = `${from}${whose(customer, of)}`;
  const columns = [
    `${customer} AS customer_id`,
    ...(names.has('each') ? [`${keys.each} AS "each"`] : []),
    ...(names.has('day') ? [`${keys.day} AS "day"`] : []),
    ...asked.map(({ name, sql }) => `${sql} AS "${name}"`),
  ];
  // Where only days are asked for, the index of customers has all of it.
  const onlyDays =
    !from.includes('version_lines') && asked.every(({ sql }) => !/\b(?!o\.day\b)[a-z]\.|\bo\.(?!day\b)/.test(sql));
  const sql = `SELECT ${columns.join(', ')} ${where.replace('/* joins */', joins.join(' '))}`;
  return of !== 'everybody' || onlyDays ? sql : ofEverybody(sql);
}

function whose(customer: string, of: Of): string {
  if (of === 'everybody') return '';
  return of === 'one' ? ` AND ${customer} = :customer` : ` AND ${customer} IN (SELECT customer_id FROM ${of.among})`;
}

/** A query of customers, and whether the condition holds for these or for all others. */
export interface SetSql {
  readonly sql: string;
  readonly isIn: boolean;
}

export function matchSql({ collection, negated, tests }: MatchTest, bind: Bind, of: Of): SetSql {
  const aggregates = tests.filter(({ of }) => isAggregate(of));
  // Whoever has nothing that matches is in no group: where that is what is asked for, the others are left out.
  const nothing = meetsNothing(aggregates);
  return { sql: matching(collection, { tests, nothing, of }, bind), isIn: negated === nothing };
}

interface Matching {
  readonly tests: readonly RowTest[];
  readonly nothing: boolean;
  readonly of: Of;
}

function matching(collection: Collection, { tests, nothing, of: whom }: Matching, bind: Bind): string {
  const rowTests = tests.filter(({ of }) => !isAggregate(of));
  const grouped = tests.filter(({ of }) => isAggregate(of) && !isGap(of));
  const gaps = tests.filter(({ of }) => isGap(of));
  const used = new Set(tests.flatMap(({ of }) => (isAggregate(of) ? neededBy(of) : [of.name])));
  const where = rowTests.map((test) => rowTest(test, bind)).join(' AND ');
  const rows = `(${rowsSql(collection, used, whom)})${where === '' ? '' : ` WHERE ${where}`}`;
  const conditions = [
    ...grouped.map(({ of, operator, values }) => testSql(aggregateSql(of as Aggregate), operator, values, bind)),
    ...gaps.map(({ of, operator, values }) =>
      testSql(`${(of as Aggregate).how === 'shortest gap' ? 'min' : 'max'}(gap)`, operator, values, bind),
    ),
  ];
  if (conditions.length === 0) return `SELECT customer_id FROM ${rows}`;
  const having = nothing ? `NOT (${conditions.join(' AND ')})` : conditions.join(' AND ');
  // Where no more is asked of the lines of an order than of the order itself, there are fewer to put in order.
  const isOfEach = grouped.every(
    ({ of }) => isAggregate(of) && neededBy(of).every((name) => /^(each|day)$/.test(name)),
  );
  const apart = isOfEach ? `(SELECT DISTINCT customer_id, "each", "day" FROM ${rows})` : rows;
  return `SELECT customer_id FROM ${gaps.length > 0 ? withGaps(apart) : rows} GROUP BY customer_id HAVING ${having}`;
}

/** Each row with the days since the one before, where that is another one: several lines of one order are no gap. */
const withGaps = (rows: string): string => `(
  SELECT *, iif(lag("each") OVER earlier = "each", NULL, CAST(julianday("day") - julianday(lag("day") OVER earlier) AS INTEGER)) AS gap
  FROM ${rows} WINDOW earlier AS (PARTITION BY customer_id ORDER BY "day", "each"))`;

const isGap = (of: Attribute | Aggregate): boolean => isAggregate(of) && of.how.endsWith('gap');

function neededBy({ how, of }: Aggregate): string[] {
  if (how === 'count') return ['each'];
  if (how.endsWith('gap')) return ['each', 'day'];
  return [of === 'month' ? 'day' : of];
}

function aggregateSql({ how, of }: Aggregate): string {
  if (how === 'count') return 'count(DISTINCT "each")';
  if (how === 'different') return of === 'month' ? 'count(DISTINCT substr("day", 1, 7))' : `count(DISTINCT "${of}")`;
  return `coalesce(${sumSql(`"${of}"`)}, 0)`;
}

/** Of a row that is left out all the same where nothing is known. */
function rowTest({ of, operator, values }: RowTest, bind: Bind): string {
  const value = of.type === 'text' ? `lower("${of.name}")` : `"${of.name}"`;
  return NEGATED[operator] ? testSql(value, operator, values, bind) : comparisonSql(value, operator, values, bind);
}
