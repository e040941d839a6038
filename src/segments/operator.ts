/** The sign or words between a field and its values. */
import type { Cursor } from './cursor.ts';
import type { Operator, Value } from './expression.ts';
import { parseList, parseValue } from './value.ts';

export const COMPARISONS: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>='];
export const OPERATOR_WORDS: readonly string[] = [
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

/** Undefined where none stands here; throws SegmentError for half of one. */
export function parseOperator(cursor: Cursor): Operator | undefined {
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
    throw cursor.unexpectedWord(['IN', 'CONTAINS', 'MATCHES']);
  }
  if (cursor.takeWord('IS')) {
    const negated = cursor.takeWord('NOT');
    if (!cursor.takeWord('NULL')) throw cursor.unexpectedWord(negated ? ['NULL'] : ['NULL', 'NOT NULL']);
    return negated ? 'IS NOT NULL' : 'IS NULL';
  }
  return undefined;
}

export function parseValues(cursor: Cursor, operator: Operator): Value[] {
  switch (operator) {
    case 'IS NULL':
    case 'IS NOT NULL':
      return [];
    case 'BETWEEN': {
      const low = parseValue(cursor);
      if (!['AND', '至', '到'].some((word) => cursor.takeWord(word))) throw cursor.unexpectedWord(['AND']);
      const high = parseValue(cursor);
      cursor.takeWord('之间');
      return [low, high];
    }
    case 'IN':
    case 'NOT IN':
      return parseList(cursor);
    default:
      return [parseValue(cursor)];
  }
}
