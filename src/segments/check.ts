/**
 * A tree to a condition: fields known, operators and values fitting them, relative days and amounts
 * worked out for one day and currency. What compares, in SQL or in memory, starts from here.
 */
import { builtinNamed, builtins } from './builtins.ts';
import type { Comparison, Expression, Operator } from './expression.ts';
import { fieldNamed, type SegmentField } from './fields.ts';
import { parse } from './grammar.ts';
import { nearest } from '../values/nearest.ts';
import { SegmentError } from './segment-error.ts';
import { type Scalar, type Scope, scalarOf } from './scalar.ts';

export interface Test {
  readonly kind: 'test';
  readonly field: SegmentField;
  readonly operator: Operator;
  /** None for IS NULL, two for BETWEEN, one or more for IN, else one. */
  readonly values: readonly Scalar[];
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly inner: Condition }
  | { readonly kind: 'segment'; readonly name: string; readonly inner: Condition }
  | Test;

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
const FITTING: Readonly<Record<SegmentField['type'], readonly Operator[]>> = {
  number: ORDERED,
  money: ORDERED,
  day: ORDERED,
  text: TEXTUAL,
  list: TEXTUAL,
  level: ['=', '!=', 'IN', 'NOT IN', 'IS NULL', 'IS NOT NULL'],
};

/** `source` is what the expression was parsed from. Throws SegmentError. */
export function check(expression: Expression, source: string, scope: Scope): Condition {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return { kind: expression.kind, parts: expression.parts.map((part) => check(part, source, scope)) };
    case 'not':
      return { kind: 'not', inner: check(expression.inner, source, scope) };
    case 'segment': {
      const builtin = builtinNamed(expression.name);
      if (builtin)
        return { kind: 'segment', name: builtin.name, inner: check(parse(builtin.where), builtin.where, scope) };
      const near = nearest(
        expression.name,
        builtins.map(({ name }) => name),
      );
      throw new SegmentError('unknown_segment', source, expression.span, { nearest: near && `in_segment('${near}')` });
    }
    case 'compare':
      return test(expression, source, scope);
  }
}

function test(
  { field: name, fieldSpan, operator, operatorSpan, values }: Comparison,
  source: string,
  scope: Scope,
): Test {
  const field = fieldNamed(name, source, fieldSpan);
  const fitting = FITTING[field.type];
  if (!fitting.includes(operator))
    throw new SegmentError('wrong_operator', source, operatorSpan, { expected: { oneOf: fitting } });
  return { kind: 'test', field, operator, values: values.map((value) => scalarOf(field, value, source, scope)) };
}
