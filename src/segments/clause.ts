/** One condition: a field, an operator and its values, or in_segment('name'). */
import type { Cursor } from './cursor.ts';
import type { Comparison, Expression, OffsetUnit, Operator, Value } from './expression.ts';
import { fieldNamed } from './fields.ts';
import { nearest } from '../values/nearest.ts';
import { quote } from './print.ts';
import type { Token } from './tokens.ts';

const MAX_LIST = 10_000;
const RESERVED = ['AND', 'OR', 'NOT', 'BETWEEN', 'IN', 'CONTAINS', 'STARTS', 'ENDS', 'WITH', 'IS', 'NULL'];
const COMPARISONS: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>='];
const AFTER_FIELD = [
  ...COMPARISONS,
  'BETWEEN',
  'IN',
  'CONTAINS',
  'STARTS WITH',
  'ENDS WITH',
  'IS NULL',
  'NOT IN',
  'NOT CONTAINS',
];

/** `listTokens` counts what stood inside an IN list. */
export function parseClause(cursor: Cursor): { readonly clause: Expression; readonly listTokens: number } {
  const field = cursor.token;
  if (field.kind !== 'word' || cursor.isWord(...RESERVED)) throw cursor.unexpected('field');
  cursor.take();
  if (field.text.toLowerCase() === 'in_segment')
    return { clause: parseMembership(cursor, field.span.start), listTokens: 0 };
  const operatorStart = cursor.token.span.start;
  const operator = parseOperator(cursor, field);
  const operatorSpan = { start: operatorStart, end: cursor.end };
  const before = cursor.taken;
  const values = parseValues(cursor, operator);
  const span = { start: field.span.start, end: cursor.end };
  const clause: Comparison = {
    kind: 'compare',
    field: field.text.toLowerCase(),
    fieldSpan: field.span,
    operator,
    operatorSpan,
    values,
    span,
  };
  return { clause, listTokens: operator === 'IN' || operator === 'NOT IN' ? cursor.taken - before : 0 };
}

function parseMembership(cursor: Cursor, start: number): Expression {
  const bracket = cursor.token.span;
  if (!cursor.takeSign('(')) throw cursor.unexpected({ oneOf: ['('] });
  if (cursor.token.kind !== 'string')
    throw cursor.unexpected('segment_name', cursor.token.kind === 'word' ? quote(cursor.token.text) : undefined);
  const name = cursor.take().text;
  cursor.close(bracket, []);
  return { kind: 'segment', name, span: { start, end: cursor.end } };
}

function parseOperator(cursor: Cursor, field: Token): Operator {
  const comparison = COMPARISONS.find((sign) => cursor.takeSign(sign));
  if (comparison) return comparison;
  for (const operator of ['BETWEEN', 'IN', 'CONTAINS'] as const) if (cursor.takeWord(operator)) return operator;
  for (const side of ['STARTS', 'ENDS'] as const) {
    if (!cursor.takeWord(side)) continue;
    if (!cursor.takeWord('WITH')) throw cursor.unexpectedWord(['WITH']);
    return `${side} WITH`;
  }
  if (cursor.takeWord('NOT')) {
    for (const operator of ['IN', 'CONTAINS'] as const) if (cursor.takeWord(operator)) return `NOT ${operator}`;
    throw cursor.unexpectedWord(['IN', 'CONTAINS']);
  }
  if (cursor.takeWord('IS')) {
    const negated = cursor.takeWord('NOT');
    if (!cursor.takeWord('NULL')) throw cursor.unexpectedWord(negated ? ['NULL'] : ['NULL', 'NOT NULL']);
    return negated ? 'IS NOT NULL' : 'IS NULL';
  }
  // Of two mistakes the first: a field that does not exist explains what follows it.
  fieldNamed(field.text.toLowerCase(), cursor.source, field.span);
  throw cursor.unexpectedWord(AFTER_FIELD);
}

function parseValues(cursor: Cursor, operator: Operator): Value[] {
  switch (operator) {
    case 'IS NULL':
    case 'IS NOT NULL':
      return [];
    case 'BETWEEN': {
      const low = parseValue(cursor);
      if (!cursor.takeWord('AND')) throw cursor.unexpectedWord(['AND']);
      return [low, parseValue(cursor)];
    }
    case 'IN':
    case 'NOT IN':
      return parseList(cursor);
    default:
      return [parseValue(cursor)];
  }
}

function parseList(cursor: Cursor): Value[] {
  const bracket = cursor.token.span;
  if (!cursor.takeSign('(')) throw cursor.unexpected('list');
  const values = [parseValue(cursor)];
  while (cursor.takeSign(',')) {
    if (values.length === MAX_LIST) throw cursor.error('too_long', cursor.token.span);
    values.push(parseValue(cursor));
  }
  cursor.close(bracket, [',']);
  return values;
}

function parseValue(cursor: Cursor): Value {
  const value = valueAt(cursor);
  cursor.take();
  return value;
}

function valueAt(cursor: Cursor): Value {
  const { kind, text, span } = cursor.token;
  switch (kind) {
    case 'number':
      // Adding 0 makes one zero of two.
      return { kind: 'number', number: Number(text) + 0, span };
    case 'string':
      return { kind: 'text', text, span };
    case 'day':
      return { kind: 'day', day: text, span };
    case 'offset': {
      const amount = Number.parseInt(text, 10);
      return {
        kind: 'offset',
        amount: amount + 0,
        unit: amount === 0 ? 'd' : (text.slice(-1).toLowerCase() as OffsetUnit),
        span,
      };
    }
    case 'word': {
      const word = text.toLowerCase();
      if (word === 'today') return { kind: 'offset', amount: 0, unit: 'd', span };
      if (word === 'yesterday') return { kind: 'offset', amount: -1, unit: 'd', span };
      throw cursor.unexpected(
        'value',
        nearest(word, ['today', 'yesterday']) ?? (cursor.isWord(...RESERVED) ? undefined : quote(text)),
      );
    }
    default:
      throw cursor.unexpected('value');
  }
}
