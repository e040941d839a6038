/** Values as they are written: numbers and shares, texts, days and days relative to the one that is asked for. */
import { valueFor } from './alias-words.ts';
import type { Cursor } from './cursor.ts';
import { type Offset, type OffsetUnit, type Period, PERIODS, type Value } from './expression.ts';
import { nearest } from '../values/nearest.ts';
import { quote } from './print.ts';
import { isReserved } from './reserved.ts';

const MAX_LIST = 10_000;
const NOW: Offset = { amount: 0, unit: 'd' };
const DAY_WORDS = new Map<string, Offset>([
  ['today', NOW],
  ['yesterday', { amount: -1, unit: 'd' }],
]);
const STARTS = new Map<string, Period>(PERIODS.map((period) => [`${period}_start`, period]));

export function parseValue(cursor: Cursor): Value {
  const { kind, text, span } = cursor.token;
  switch (kind) {
    case 'number':
      return parseNumber(cursor);
    case 'string':
      cursor.take();
      return { kind: 'text', text, span };
    case 'day':
      cursor.take();
      return { kind: 'day', day: text, span };
    case 'offset':
    case 'ago':
      cursor.take();
      return { kind: 'offset', ...(kind === 'ago' ? ago(text) : offset(text)), span };
    case 'word':
      return parseDayWord(cursor);
    default:
      throw cursor.unexpected('value');
  }
}

/** A list in brackets: ('a', 'b'). */
export function parseList(cursor: Cursor): Value[] {
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

/** The same values, with the levels that are told in Chinese by their names. */
export function levelNames(values: readonly Value[], levels: readonly string[]): Value[] {
  return values.map((value) =>
    value.kind === 'text' ? { ...value, text: valueFor(value.text, levels) ?? value.text } : value,
  );
}

/** Whether what stands here can only be a value, not the name of a field. */
export function isValueAhead(cursor: Cursor): boolean {
  const { kind, text } = cursor.token;
  return kind !== 'word' || isDayWord(text) || isReserved(text);
}

const isDayWord = (text: string): boolean => DAY_WORDS.has(text.toLowerCase()) || STARTS.has(text.toLowerCase());

function parseNumber(cursor: Cursor): Value {
  const { text, span } = cursor.take();
  // Adding 0 makes one zero of two.
  const number = Number(text) + 0;
  if (!cursor.takeSign('%')) return { kind: 'number', number, span };
  return { kind: 'number', number: Number((number / 100).toFixed(8)), span: { start: span.start, end: cursor.end } };
}

function parseDayWord(cursor: Cursor): Value {
  const { text, span } = cursor.token;
  const word = text.toLowerCase();
  const day = DAY_WORDS.get(word);
  if (day) {
    cursor.take();
    return { kind: 'offset', ...day, span };
  }
  const period = STARTS.get(word);
  if (period === undefined)
    throw cursor.unexpected(
      'value',
      nearest(word, [...DAY_WORDS.keys(), ...STARTS.keys()]) ?? (isReserved(text) ? undefined : quote(text)),
    );
  cursor.take();
  const moved = cursor.token.kind === 'offset' ? offset(cursor.take().text) : NOW;
  return { kind: 'start', of: period, ...moved, span: { start: span.start, end: cursor.end } };
}

function offset(text: string): Offset {
  const amount = Number.parseInt(text, 10) + 0;
  return amount === 0 ? NOW : { amount, unit: text.slice(-1).toLowerCase() as OffsetUnit };
}

/** 30_days_ago, as Shopify's older queries have it. */
function ago(text: string): Offset {
  const [amount = '', unit = ''] = text.toLowerCase().split('_');
  return offset(`-${amount}${unit.charAt(0)}`);
}
