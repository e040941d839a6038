/** One condition: a field, an operator and its values, or one of the forms that start with a word of their own. */
import { isCollection } from './collections.ts';
import type { Cursor } from './cursor.ts';
import type { Comparison, Contrast, Expression, Operand, Operator, Ranking } from './expression.ts';
import { fieldNamed, isField, levelsOf } from './fields.ts';
import { parseCall, parseMatches } from './matching.ts';
import { parseMembership } from './membership.ts';
import { COMPARISONS, OPERATOR_WORDS, parseOperator, parseValues } from './operator.ts';
import { parseOperand } from './operand.ts';
import { parseSample } from './sample.ts';
import { isValueAhead, levelNames } from './value.ts';

/** `listTokens` counts what stood inside an IN list. */
export function parseClause(cursor: Cursor): { readonly clause: Expression; readonly listTokens: number } {
  const before = cursor.taken;
  const clause = parseAny(cursor);
  const long = clause.kind === 'compare' && clause.values.length > 2;
  return { clause, listTokens: long ? cursor.taken - before - 2 : 0 };
}

function parseAny(cursor: Cursor): Expression {
  const name = cursor.name();
  const { start } = cursor.token.span;
  if (name === 'in_segment') return parseMembership(cursor);
  if (name === 'sample') return parseSample(cursor);
  if (isCollection(name) || !isField(name)) {
    const next = cursor.ahead(1);
    const matches = next.isWord('MATCHES') || (next.isWord('NOT') && cursor.ahead(2).isWord('MATCHES'));
    if (matches) return parseMatches(cursor);
    if (next.isSign('(') && !isOperandCall(name)) return parseCall(cursor);
  }
  const operand = parseOperand(cursor);
  const end = (['TOP', 'BOTTOM'] as const).find((word) => cursor.takeWord(word));
  if (end) return parseRanking(cursor, operand, end, start);
  const percentile = cursor.takeWord('PERCENTILE');
  const operatorStart = cursor.token.span.start;
  const operator = parseOperator(cursor);
  const operatorSpan = { start: operatorStart, end: cursor.end };
  if (operator === undefined) {
    // Of two mistakes the first: a field that does not exist explains what follows it.
    fieldNamed(operand.field, cursor.source, operand.fieldSpan);
    throw cursor.unexpectedWord(percentile ? COMPARISONS : OPERATOR_WORDS);
  }
  if (!percentile && COMPARISONS.includes(operator) && isContrastAhead(cursor))
    return parseContrast(cursor, operand, operator, operatorSpan, start);
  const values = levelNames(parseValues(cursor, operator), levelsOf(operand.field));
  const span = { start, end: cursor.end };
  return {
    kind: 'compare',
    ...operand,
    operator,
    operatorSpan,
    values,
    ...(percentile ? { percentile } : {}),
    span,
  } satisfies Comparison;
}

const isOperandCall = (name: string): boolean => name === 'anniversary' || name === 'own_field';

/** `1.5 * FIELD` or `FIELD` where a value could stand. */
function isContrastAhead(cursor: Cursor): boolean {
  if (cursor.token.kind === 'number') return cursor.ahead(1).isSign('*');
  return !isValueAhead(cursor) && (isField(cursor.name()) || isOperandCall(cursor.name()));
}

function parseContrast(
  cursor: Cursor,
  left: Operand,
  operator: Operator,
  operatorSpan: Contrast['operatorSpan'],
  start: number,
): Contrast {
  const times = cursor.token.kind === 'number' ? Number(cursor.take().text) : 1;
  cursor.takeSign('*');
  const right = parseOperand(cursor);
  return { kind: 'contrast', left, operator, operatorSpan, times, right, span: { start, end: cursor.end } };
}

function parseRanking(cursor: Cursor, operand: Operand, end: Ranking['end'], start: number): Ranking {
  const { kind, text, span } = cursor.token;
  const amount = Number(text);
  if (kind !== 'number' || amount <= 0) throw cursor.unexpected('rank');
  cursor.take();
  const share = cursor.takeSign('%');
  if (share ? amount > 100 : !Number.isInteger(amount)) throw cursor.error('unexpected', span, 'rank');
  return {
    kind: 'rank',
    ...operand,
    end,
    amount: share ? Number((amount / 100).toFixed(8)) : amount,
    share,
    span: { start, end: cursor.end },
  };
}
