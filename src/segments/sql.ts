/**
 * A condition to SQL over m (temp.measures) and c (customers): constants and bound values only.
 * Two-valued: a test of a missing value is false, `!=`, `NOT IN` and `NOT CONTAINS` keep it as Shopify
 * does, and NOT is the exact complement. What follows from everybody was filled in by resolve.
 */
import { type Bind, comparisonSql, NEGATED, testSql } from './comparison-sql.ts';
import type {
  Asked,
  Condition,
  ContrastTest,
  Leaf,
  MemberSet,
  MembersTest,
  RankTest,
  SampleTest,
  Test,
} from './condition.ts';
import { matchSql, type Of, type SetSql } from './match-sql.ts';
import { MISSING } from './resolve-queries.ts';
import type { Scalar } from './scalar.ts';
import { ofEverybody } from './whole.ts';
import { yearlyDays } from './yearly.ts';

export interface Sql {
  readonly sql: string;
  /** Bound by name: v0, v1, …, asOf, until and currency. */
  readonly params: Readonly<Record<string, Scalar | null>>;
}

export interface Given {
  readonly asOf: string;
  readonly until: number;
  readonly currency: string;
}

export function toSql(condition: Condition, { asOf, until, currency }: Given): Sql {
  const params: Record<string, Scalar | null> = { asOf, until, currency };
  return { sql: conditionSql(condition, binding(params)), params };
}

/** Gives each value a name among `params`. */
function binding(params: Record<string, Scalar | null>): Bind {
  let count = 0;
  return (value) => {
    const name = `v${count++}`;
    params[name] = value;
    return `:${name}`;
  };
}

/** The customers of a test that goes through rows of its own, `of` some where no others matter; undefined for any other. */
export function setOf(
  leaf: Leaf,
  { asOf, until, currency }: Given,
  of: Of,
): (SetSql & Pick<Sql, 'params'>) | undefined {
  const params: Record<string, Scalar | null> = { asOf, until, currency };
  const bind = binding(params);
  if (leaf.kind === 'matches') return { ...matchSql(leaf, bind, of), params };
  if (leaf.kind !== 'test' || leaf.asked.field.type !== 'list') return undefined;
  const positive = NEGATED[leaf.operator];
  const operator = positive ?? leaf.operator;
  // A list contains a whole value: 'vip' is not in ('vip-2025').
  const test = comparisonSql('lower(item)', operator === 'CONTAINS' ? '=' : operator, leaf.values, bind);
  const rows = ofEverybody(leaf.asked.field.rows ?? '');
  return { sql: `SELECT customer_id FROM (${rows}) WHERE ${test}`, isIn: positive === undefined, params };
}

function setSql({ table, isIn }: MemberSet): string {
  return `(m.customer_id ${isIn ? '' : 'NOT '}IN (SELECT customer_id FROM ${table}))`;
}

function conditionSql(condition: Condition, bind: Bind): string {
  if ('set' in condition && condition.set) return setSql(condition.set);
  switch (condition.kind) {
    case 'and':
      return balanced(
        condition.parts.map((part) => conditionSql(part, bind)),
        'AND',
      );
    case 'or':
      return balanced(
        oneOfSeveral(condition.parts).map((part) => conditionSql(part, bind)),
        'OR',
      );
    case 'not':
      return `(NOT ${conditionSql(condition.inner, bind)})`;
    case 'segment':
      return conditionSql(condition.inner, bind);
    case 'test':
      if (condition.asked.field.type === 'list') throw new Error('what is gone through was not resolved');
      return fieldSql(condition, bind);
    case 'contrast':
      return contrastSql(condition, bind);
    case 'rank':
      return rankSql(condition, bind);
    case 'matches':
      throw new Error('what is gone through was not resolved');
    case 'members':
      return membersSql(condition, bind);
    case 'sample':
      return sampleSql(condition, bind);
  }
}

/** Of the parts of an OR that ask whether one field is this or that one is made: SQLite would work the field out for each. */
function oneOfSeveral(parts: readonly Condition[]): readonly Condition[] {
  const tests = new Map<Asked['field'], Test>();
  const others: Condition[] = [];
  for (const part of parts) {
    const test = bare(part);
    if (!test) {
      others.push(part);
      continue;
    }
    const { field } = test.asked;
    const known = tests.get(field);
    tests.set(field, known ? { ...known, operator: 'IN', values: [...known.values, ...test.values] } : test);
  }
  return [...tests.values(), ...others];
}

/** Of a level, which has no other way to be asked for than by its name. */
function bare(condition: Condition): Test | undefined {
  if (condition.kind === 'segment') return bare(condition.inner);
  if (condition.kind !== 'test' || condition.asked.field.type !== 'level' || condition.percentile) return undefined;
  const { asked, operator } = condition;
  return asked.table === undefined && (operator === '=' || operator === 'IN') ? condition : undefined;
}

/** SQLite's trees lean to the left, and are at most a thousand deep. */
function balanced(parts: readonly string[], join: 'AND' | 'OR'): string {
  if (parts.length <= 2) return `(${parts.join(` ${join} `)})`;
  const half = Math.ceil(parts.length / 2);
  return `(${balanced(parts.slice(0, half), join)} ${join} ${balanced(parts.slice(half), join)})`;
}

/** What a field is worth for the customer of m and c. */
export function valueSql({ field, during, table }: Asked): string {
  if (table === undefined) return field.sql ?? 'NULL';
  const { without } = field;
  if (without === undefined || (during === undefined && field.rows === undefined)) return lookUp(table);
  return `nullif(coalesce(${found(table)}, ${typeof without === 'string' ? `'${without}'` : without}), ${MISSING})`;
}

/** A percentile or rank is among those who have ordered, of a window among those who have ordered in it. */
export function rankedSql(asked: Asked): string {
  const { during, table } = asked;
  if (during && table !== undefined) return lookUp(table);
  return `iif(m.number_of_orders > 0, ${valueSql(asked)}, NULL)`;
}

const found = (table: string): string => `(SELECT value FROM ${table} WHERE customer_id = m.customer_id)`;
const lookUp = (table: string): string => `nullif(${found(table)}, ${MISSING})`;

function fieldSql({ asked, operator, values, percentile, limits = [] }: Test, bind: Bind): string {
  const { field, yearly } = asked;
  const positive = NEGATED[operator];
  if (percentile) return testSql(rankedSql(asked), operator, limits, bind);
  const value = valueSql(asked);
  if (yearly && values.length > 0) {
    const days = yearlyDays(operator, values);
    return testSql(`substr(${value}, 6)`, positive ? 'NOT IN' : 'IN', days, bind);
  }
  return testSql(field.type === 'text' ? `lower(${value})` : value, operator, values, bind);
}

function contrastSql({ left, operator, times, right }: ContrastTest, bind: Bind): string {
  const other = times === 1 ? valueSql(right) : `${bind(times)} * ${valueSql(right)}`;
  const positive = NEGATED[operator] ?? operator;
  const test = `coalesce(${valueSql(left)} ${positive} ${other}, 0)`;
  return positive === operator ? test : `(NOT ${test})`;
}

function rankSql({ asked, end, limit = null }: RankTest, bind: Bind): string {
  return testSql(rankedSql(asked), end === 'TOP' ? '>=' : '<=', [limit], bind);
}

function membersSql({ members = new Set<number>() }: MembersTest, bind: Bind): string {
  return `m.customer_id IN (SELECT value FROM json_each(${bind(JSON.stringify([...members]))}))`;
}

function sampleSql({ share, seed }: SampleTest, bind: Bind): string {
  return `(share_of(m.customer_id, ${bind(seed)}) < ${bind(share)})`;
}
