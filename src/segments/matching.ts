/**
 * Conditions on what a customer has several of: `orders_placed MATCHES (date >= -90d, count >= 2)` as Shopify
 * writes them since 2026-10, and `orders_placed(date: >= -90d, count: 2) = true` as it did before.
 */
import { attributeFor } from './alias-words.ts';
import { type Collection, collectionNamed } from './collections.ts';
import type { Cursor } from './cursor.ts';
import type { Comparison, Matching, Operator, Value } from './expression.ts';
import { OPERATOR_WORDS, parseOperator, parseValues } from './operator.ts';
import { levelNames, parseList } from './value.ts';

/** Parameters of the older form that say their operator by their name. */
const SAID_BY_NAME = new Map<string, readonly [string, Operator]>([
  ['since', ['date', '>=']],
  ['until', ['date', '<=']],
  ['count_at_least', ['count', '>=']],
]);

export function parseMatches(cursor: Cursor): Matching {
  const { known, collectionSpan } = parseCollection(cursor);
  const negated = cursor.takeWord('NOT');
  cursor.takeWord('MATCHES');
  const tests = inBrackets(cursor, () => parseTest(cursor, known));
  return matching(cursor, known.name, collectionSpan, negated, tests);
}

export function parseCall(cursor: Cursor): Matching {
  const { known, collectionSpan } = parseCollection(cursor);
  const tests = inBrackets(cursor, () => parseParameter(cursor, known));
  let wanted = true;
  if (cursor.token.text === '=' || cursor.token.text === '!=') {
    const differs = cursor.take().text === '!=';
    const said = ['TRUE', 'FALSE'].find((word) => cursor.takeWord(word));
    if (said === undefined) throw cursor.unexpectedWord(['true', 'false']);
    wanted = (said === 'TRUE') !== differs;
  }
  return matching(cursor, known.name, collectionSpan, !wanted, tests);
}

function parseCollection(cursor: Cursor): { readonly known: Collection } & Pick<Matching, 'collectionSpan'> {
  const collectionSpan = cursor.token.span;
  const known = collectionNamed(cursor.name(), cursor.source, collectionSpan);
  cursor.take();
  return { known, collectionSpan };
}

function matching(
  cursor: Cursor,
  collection: string,
  collectionSpan: Matching['collectionSpan'],
  negated: boolean,
  tests: readonly Comparison[],
): Matching {
  const span = { start: collectionSpan.start, end: cursor.end };
  return { kind: 'matches', collection, collectionSpan, negated, tests, span };
}

function inBrackets(cursor: Cursor, one: () => Comparison): Comparison[] {
  const bracket = cursor.token.span;
  if (!cursor.takeSign('(')) throw cursor.unexpected({ oneOf: ['('] });
  const tests: Comparison[] = [];
  if (cursor.takeSign(')')) return tests;
  do tests.push(one());
  while (cursor.takeSign(',') || cursor.takeWord('AND'));
  cursor.close(bracket, [',']);
  return tests;
}

function parseTest(cursor: Cursor, known: Collection): Comparison {
  const name = takeName(cursor, known);
  const start = cursor.token.span.start;
  const operator = parseOperator(cursor);
  if (operator === undefined) throw cursor.unexpectedWord(OPERATOR_WORDS);
  const operatorSpan = { start, end: cursor.end };
  return compared(cursor, name, operator, operatorSpan, parseValues(cursor, operator));
}

function parseParameter(cursor: Cursor, known: Collection): Comparison {
  const name = takeName(cursor, known);
  if (!cursor.takeSign(':')) throw cursor.unexpectedWord([':']);
  const start = cursor.token.span.start;
  const operator = parseOperator(cursor);
  const operatorSpan = { start, end: cursor.end };
  if (operator !== undefined) return compared(cursor, name, operator, operatorSpan, parseValues(cursor, operator));
  const values = cursor.token.text === '(' ? parseList(cursor) : parseValues(cursor, '=');
  const [field, said] = SAID_BY_NAME.get(name.field) ?? [name.field, usualOperator(name.field, values)];
  return compared(cursor, { ...name, field }, said, name.span, values);
}

/** A list is any of it, and a day back from today is since when. */
function usualOperator(field: string, values: readonly Value[]): Operator {
  if (values.length > 1) return 'IN';
  return field === 'date' && values[0]?.kind === 'offset' ? '>=' : '=';
}

interface Name {
  readonly field: string;
  readonly span: Comparison['span'];
  readonly levels: readonly string[];
}

function takeName(cursor: Cursor, { attributes, aggregates }: Collection): Name {
  const { kind, text, span } = cursor.token;
  if (kind !== 'word') throw cursor.unexpected('attribute');
  const names = [...attributes, ...aggregates].map(({ name }) => name);
  const field = attributeFor(text, names) ?? text.toLowerCase();
  cursor.take();
  return { field, span, levels: attributes.find(({ name }) => name === field)?.levels ?? [] };
}

function compared(
  cursor: Cursor,
  { field, span, levels }: Name,
  operator: Operator,
  operatorSpan: Comparison['operatorSpan'],
  written: readonly Value[],
): Comparison {
  const values = levelNames(written, levels);
  const whole = { start: span.start, end: cursor.end };
  return { kind: 'compare', field, fieldSpan: span, operator, operatorSpan, values, span: whole };
}
