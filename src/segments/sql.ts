/**
 * A tree to one SQL condition over m (temp.measures) and c (customers): constants and bound values
 * only. Two-valued: a comparison with a missing value is false, `!=`, `NOT IN` and `NOT CONTAINS` keep
 * it, and NOT is the exact complement.
 */
import { addDays, addMonths, addYears } from '../values/days.ts';
import { parseMoney } from '../values/money.ts';
import { builtinNamed, builtins } from './builtins.ts';
import type { Comparison, Expression, Operator, Value } from './expression.ts';
import { FIELDS, fieldNamed, type SegmentField } from './fields.ts';
import { parse } from './grammar.ts';
import { nearest } from './nearest.ts';
import { type Expected, SegmentError } from './segment-error.ts';

export interface Scope {
  readonly asOf: string;
  /** UTC seconds at which that day ends. */
  readonly until: number;
  readonly currency: string;
}

export interface Sql {
  readonly sql: string;
  /** Bound by name: v0, v1, …, asOf and until. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Throws SegmentError for an unknown field or name, an operator the field does not take, a value of another type. */
export function toSql(expression: Expression, source: string, scope: Scope): Sql {
  const params: Record<string, string | number> = { asOf: scope.asOf, until: scope.until };
  let count = 0;
  const bind = (value: string | number): string => {
    params[`v${count}`] = value;
    return `:v${count++}`;
  };
  return { sql: condition(expression, { source, scope, bind }), params };
}

interface Compiling {
  readonly source: string;
  readonly scope: Scope;
  readonly bind: (value: string | number) => string;
}

function condition(expression: Expression, compiling: Compiling): string {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return `(${expression.parts.map((part) => condition(part, compiling)).join(expression.kind === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `(NOT ${condition(expression.inner, compiling)})`;
    case 'segment': {
      const builtin = builtinNamed(expression.name);
      if (builtin) return condition(parse(builtin.where), { ...compiling, source: builtin.where });
      const near = nearest(
        expression.name,
        builtins.map((known) => known.name),
      );
      throw new SegmentError('unknown_segment', compiling.source, expression.span, { nearest: near });
    }
    case 'compare':
      return comparison(expression, compiling);
  }
}

const ORDERED: readonly Operator[] = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'BETWEEN',
  'IN',
  'NOT IN',
  'IS NULL',
  'IS NOT NULL',
];
const TEXTUAL: readonly Operator[] = [
  '=',
  '!=',
  'IN',
  'NOT IN',
  'CONTAINS',
  'NOT CONTAINS',
  'STARTS WITH',
  'ENDS WITH',
  'IS NULL',
  'IS NOT NULL',
];
const OPERATORS: Readonly<Record<SegmentField['type'], readonly Operator[]>> = {
  number: ORDERED,
  money: ORDERED,
  day: ORDERED,
  text: TEXTUAL,
  level: ['=', '!=', 'IN', 'NOT IN', 'IS NULL', 'IS NOT NULL'],
  list: ['=', '!=', 'CONTAINS', 'NOT CONTAINS', 'IN', 'NOT IN', 'IS NULL', 'IS NOT NULL'],
};

function comparison(clause: Comparison, compiling: Compiling): string {
  const { source, bind } = compiling;
  const field = fieldNamed(clause.field);
  if (!field) {
    const near = nearest(
      clause.field,
      FIELDS.map((known) => known.name),
    );
    throw new SegmentError('unknown_field', source, clause.fieldSpan, { nearest: near });
  }
  const { operator } = clause;
  if (!OPERATORS[field.type].includes(operator)) {
    throw new SegmentError('wrong_operator', source, clause.operatorSpan, {
      expected: { oneOf: OPERATORS[field.type] },
    });
  }
  const values = clause.values.map((value) => bind(valueFor(field, value, compiling)));
  return field.type === 'list' ? listCondition(field, operator, values) : scalarCondition(field, operator, values);
}

function scalarCondition(field: SegmentField, operator: Operator, values: readonly string[]): string {
  const [first = 'NULL', second = 'NULL'] = values;
  // Names and places are compared without regard to case, as people type them.
  const sql = field.type === 'text' ? `lower(${field.sql})` : field.sql;
  const present = (test: string) => `coalesce(${test}, 0)`;
  const kept = (test: string) => `coalesce(${test}, 1)`;
  switch (operator) {
    case 'IS NULL':
      return `(${field.sql} IS NULL)`;
    case 'IS NOT NULL':
      return `(${field.sql} IS NOT NULL)`;
    case '!=':
      return kept(`${sql} <> ${first}`);
    case 'BETWEEN':
      return present(`${sql} BETWEEN ${first} AND ${second}`);
    case 'IN':
      return present(`${sql} IN (${values.join(', ')})`);
    case 'NOT IN':
      return kept(`${sql} NOT IN (${values.join(', ')})`);
    case 'CONTAINS':
      return present(`instr(${sql}, ${first}) > 0`);
    case 'NOT CONTAINS':
      return kept(`instr(${sql}, ${first}) = 0`);
    case 'STARTS WITH':
      return present(`substr(${sql}, 1, length(${first})) = ${first}`);
    case 'ENDS WITH':
      return present(
        `length(${sql}) >= length(${first}) AND substr(${sql}, length(${sql}) - length(${first}) + 1) = ${first}`,
      );
    default:
      return present(`${sql} ${operator} ${first}`);
  }
}

function listCondition(field: SegmentField, operator: Operator, values: readonly string[]): string {
  if (operator === 'IS NULL') return `(NOT EXISTS (${field.sql}))`;
  if (operator === 'IS NOT NULL') return `(EXISTS (${field.sql}))`;
  const has = `(EXISTS (SELECT 1 FROM (${field.sql}) AS list(item) WHERE item IN (${values.join(', ')})))`;
  return operator === '!=' || operator === 'NOT CONTAINS' || operator === 'NOT IN' ? `(NOT ${has})` : has;
}

function valueFor(field: SegmentField, value: Value, { source, scope }: Compiling): string | number {
  const wrong = (expected: Expected) => new SegmentError('wrong_value', source, value.span, { expected });
  switch (field.type) {
    case 'number':
      if (value.kind !== 'number') throw wrong('number');
      return value.number;
    case 'money': {
      if (value.kind !== 'number') throw wrong({ amountIn: scope.currency });
      const minor = parseMoney(value.number.toFixed(6).replace(/0+$/, '').replace(/\.$/, ''), 'point', scope.currency);
      if (!minor.ok) throw wrong({ amountIn: scope.currency });
      return minor.value;
    }
    case 'day':
      if (value.kind === 'day') return value.day;
      if (value.kind === 'offset') return shift(scope.asOf, value);
      throw wrong('day');
    case 'level': {
      if (value.kind !== 'text') throw wrong({ oneOf: field.levels ?? [] });
      const known = field.levels?.find((name) => name.toLowerCase() === value.text.toLowerCase());
      if (known !== undefined) return known;
      throw new SegmentError('unknown_level', source, value.span, {
        nearest: nearest(value.text, field.levels ?? []),
        expected: { oneOf: field.levels ?? [] },
      });
    }
    case 'text':
      if (value.kind !== 'text') throw wrong('text');
      return value.text.normalize('NFC').toLowerCase();
    case 'list':
      if (value.kind !== 'text') throw wrong('text');
      return value.text.normalize('NFC');
  }
}

function shift(asOf: string, { amount, unit }: Extract<Value, { kind: 'offset' }>): string {
  if (unit === 'm') return addMonths(asOf, amount);
  if (unit === 'y') return addYears(asOf, amount);
  return addDays(asOf, unit === 'w' ? amount * 7 : amount);
}
