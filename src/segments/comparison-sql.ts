/** One comparison as SQL: what is compared is constant text, values are bound. */
import type { Operator } from './expression.ts';
import type { Scalar } from './scalar.ts';

export type Bind = (value: Scalar | null) => string;

/** The operators that keep missing values, each the complement of the one it negates. */
export const NEGATED: Partial<Readonly<Record<Operator, Operator>>> = {
  '!=': '=',
  'NOT IN': 'IN',
  'NOT CONTAINS': 'CONTAINS',
  'IS NULL': 'IS NOT NULL',
};

/** Null for a missing value; of an operator that is not a negation. */
export function comparisonSql(
  left: string,
  operator: Operator,
  values: readonly (Scalar | null)[],
  bind: Bind,
): string {
  if (operator === 'IN') return `${left} IN (${listSql(values, bind)})`;
  const [first = 'NULL', second = 'NULL'] = values.map(bind);
  switch (operator) {
    case 'IS NOT NULL':
      return `${left} IS NOT NULL`;
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

const FEW = 32;

/** A short list is looked through more quickly; a long one is one variable, since SQLite takes 32,766 of them. */
const listSql = (values: readonly (Scalar | null)[], bind: Bind): string =>
  values.length <= FEW ? values.map(bind).join(', ') : `SELECT value FROM json_each(${bind(JSON.stringify(values))})`;

/** True or false, also for a missing value. */
export function testSql(left: string, operator: Operator, values: readonly (Scalar | null)[], bind: Bind): string {
  const positive = NEGATED[operator];
  if (positive) return `(NOT ${testSql(left, positive, values, bind)})`;
  return `coalesce(${comparisonSql(left, operator, values, bind)}, 0)`;
}
