/**
 * A condition to SQL over m (temp.measures) and c (customers): constants and bound values only.
 * Two-valued: a test of a missing value is false, `!=`, `NOT IN` and `NOT CONTAINS` keep it as Shopify
 * does, and NOT is the exact complement. What follows from everybody was filled in by resolve.
 */
import { type Bind, comparisonSql, NEGATED, testSql } from './comparison-sql.ts';
import type { Asked, Condition, ContrastTest, MembersTest, RankTest, SampleTest, Test } from './condition.ts';
import { matchSql } from './match-sql.ts';
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
  let count = 0;
  const bind: Bind = (value) => {
    const name = `v${count++}`;
    params[name] = value;
    return `:${name}`;
  };
  return { sql: conditionSql(condition, bind), params };
}

function conditionSql(condition: Condition, bind: Bind): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${condition.parts.map((part) => conditionSql(part, bind)).join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `(NOT ${conditionSql(condition.inner, bind)})`;
    case 'segment':
      return conditionSql(condition.inner, bind);
    case 'test':
      return fieldSql(condition, bind);
    case 'contrast':
      return contrastSql(condition, bind);
    case 'rank':
      return rankSql(condition, bind);
    case 'matches':
      return matchSql(condition, bind);
    case 'members':
      return membersSql(condition, bind);
    case 'sample':
      return sampleSql(condition, bind);
  }
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
  if (field.type === 'list') {
    if (positive) return `(NOT ${fieldSql({ ...PLACELESS, asked, operator: positive, values }, bind)})`;
    // A list contains a whole value: 'vip' is not in ('vip-2025').
    const test = comparisonSql('lower(item)', operator === 'CONTAINS' ? '=' : operator, values, bind);
    return `m.customer_id IN (SELECT customer_id FROM (${ofEverybody(field.rows ?? '')}) WHERE ${test})`;
  }
  if (percentile) return testSql(rankedSql(asked), operator, limits, bind);
  const value = valueSql(asked);
  if (yearly && values.length > 0) {
    const days = yearlyDays(operator, values);
    return testSql(`substr(${value}, 6)`, positive ? 'NOT IN' : 'IN', days, bind);
  }
  return testSql(field.type === 'text' ? `lower(${value})` : value, operator, values, bind);
}

const PLACELESS = { kind: 'test', source: '', span: { start: 0, end: 0 } } as const;

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
