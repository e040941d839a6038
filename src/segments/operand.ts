/** What is compared: `FIELD`, `FIELD DURING (day, day)`, `anniversary(date: 'FIELD')`, `own_field('NAME')`. */
import { nameFor } from './alias-words.ts';
import type { Cursor } from './cursor.ts';
import type { Operand } from './expression.ts';
import { isReserved } from './reserved.ts';
import { parseValue } from './value.ts';

export function parseOperand(cursor: Cursor): Operand {
  const { kind, text, span } = cursor.token;
  if (kind !== 'word' || isReserved(text)) throw cursor.unexpected('field');
  const field = cursor.name();
  cursor.take();
  if (field === 'anniversary') return parseAnniversary(cursor);
  if (field === 'own_field') return { field, fieldSpan: span, argument: parseArgument(cursor) };
  if (!cursor.takeWord('DURING')) return { field, fieldSpan: span };
  const bracket = cursor.token.span;
  if (!cursor.takeSign('(')) throw cursor.unexpected({ oneOf: ['('] });
  const from = parseValue(cursor);
  if (!cursor.takeSign(',')) throw cursor.unexpectedWord([',']);
  const to = parseValue(cursor);
  cursor.close(bracket, []);
  return { field, fieldSpan: span, during: [from, to] };
}

/** Shopify keeps birthdays in a metafield, whatever its owner called it. */
function parseAnniversary(cursor: Cursor): Operand {
  const bracket = cursor.token.span;
  if (!cursor.takeSign('(')) throw cursor.unexpected({ oneOf: ['('] });
  const named = cursor.takeWord('DATE') || cursor.takeWord('日期');
  if (named && !cursor.takeSign(':')) throw cursor.unexpectedWord([':']);
  const { kind, text, span } = cursor.token;
  if (kind !== 'string') throw cursor.unexpected('date_name');
  cursor.take();
  cursor.close(bracket, []);
  const field = /birth/i.test(text) ? 'birthday' : (nameFor(text) ?? text.toLowerCase());
  return { field, fieldSpan: span, yearly: true };
}

function parseArgument(cursor: Cursor): string {
  const bracket = cursor.token.span;
  if (!cursor.takeSign('(')) throw cursor.unexpected({ oneOf: ['('] });
  const { kind, text } = cursor.token;
  if (kind !== 'string') throw cursor.unexpected('text');
  cursor.take();
  cursor.close(bracket, []);
  return text.normalize('NFC');
}
