/** `in_segment('a')`, `in_segment('a', 'b')` for either, `in_segment('a' AS OF day)`. */
import type { Cursor } from './cursor.ts';
import type { Expression, Membership, Value } from './expression.ts';
import { quote } from './print.ts';
import { parseValue } from './value.ts';

export function parseMembership(cursor: Cursor): Expression {
  const { start } = cursor.take().span;
  const bracket = cursor.token.span;
  if (!cursor.takeSign('(')) throw cursor.unexpected({ oneOf: ['('] });
  const names = [parseName(cursor)];
  while (cursor.takeSign(',')) names.push(parseName(cursor));
  const asOf = parseAsOf(cursor);
  cursor.close(bracket, [',', 'AS OF']);
  const span = { start, end: cursor.end };
  const parts = names.map((name): Membership => ({ kind: 'segment', name, ...(asOf ? { asOf } : {}), span }));
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'or', parts, span };
}

function parseName(cursor: Cursor): string {
  if (cursor.token.kind !== 'string')
    throw cursor.unexpected('segment_name', cursor.token.kind === 'word' ? quote(cursor.token.text) : undefined);
  return cursor.take().text;
}

function parseAsOf(cursor: Cursor): Value | undefined {
  if (!cursor.takeWord('AS')) return undefined;
  if (!cursor.takeWord('OF')) throw cursor.unexpectedWord(['OF']);
  return parseValue(cursor);
}
