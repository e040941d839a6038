/**
 * A condition to SQL over m (temp.measures) and c (customers): constants and bound values only.
 * Two-valued: a test of a missing value is false, `!=`, `NOT IN` and `NOT CONTAINS` keep it as Shopify
 * does, and NOT is the exact complement.
 */
import { type Condition, check, type Test } from './check.ts';
import type { Expression, Operator } from './expression.ts';
import type { Scalar, Scope } from './scalar.ts';

export interface Sql {
  readonly sql: string;
  /** Bound by name: v0, v1, …, asOf and until. */
  readonly params: Readonly<Record<string, Scalar>>;
}

/** Throws SegmentError for an unknown field or name, an operator the field does not take, a value of another type. */
export function toSql(expression: Expression, source: string, scope: Scope): Sql {
  const params: Record<string, Scalar> = { asOf: scope.asOf, until: scope.until };
  let count = 0;
  const bind: Bind = (value) => {
    const name = `v${count++}`;
    params[name] = value;
    return `:${name}`;
  };
  return { sql: conditionSql(check(expression, source, scope), bind), params };
}

type Bind = (value: Scalar) => string;

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
      return testSql(condition, bind);
  }
}

/** The three that keep missing values, each the complement of the test it negates. */
const NEGATED: Partial<Readonly<Record<Operator, Operator>>> = {
  '!=': '=',
  'NOT IN': 'IN',
  'NOT CONTAINS': 'CONTAINS',
  'IS NULL': 'IS NOT NULL',
};

function testSql({ field, operator, values }: Test, bind: Bind): string {
  const positive = NEGATED[operator];
  if (positive) return `(NOT ${testSql({ kind: 'test', field, operator: positive, values }, bind)})`;
  if (field.type !== 'list') {
    if (operator === 'IS NOT NULL') return `(${field.sql} IS NOT NULL)`;
    return `coalesce(${comparison(field.type === 'text' ? `lower(${field.sql})` : field.sql, operator, values, bind)}, 0)`;
  }
  if (operator === 'IS NOT NULL') return `EXISTS (${field.sql})`;
  // A list contains a whole value: 'vip' is not in ('vip-2025').
  const test = comparison('lower(item)', operator === 'CONTAINS' ? '=' : operator, values, bind);
  return `EXISTS (SELECT 1 FROM (${field.sql}) WHERE ${test})`;
}

function comparison(left: string, operator: Operator, values: readonly Scalar[], bind: Bind): string {
  // One variable however long the list: SQLite takes 32,766 of them.
  if (operator === 'IN') return `${left} IN (SELECT value FROM json_each(${bind(JSON.stringify(values))}))`;
  const [first = 'NULL', second = 'NULL'] = values.map(bind);
  switch (operator) {
    case 'BETWEEN':
      return `${left} BETWEEN ${first} AND ${second}`;
    case 'CONTAINS':
      return `instr(${left}, ${first}) > 0`;
    case 'STARTS WITH':
      return `substr(${left}, 1, length(${first})) = ${first}`;
    case 'ENDS WITH':
      return `(length(${left}) >= length(${first}) AND substr(${left}, length(${left}) - length(${first}) + 1) = ${first})`;
    default:
      return `${left} ${operator} ${first}`;
  }
}
