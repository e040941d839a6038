import { describe, expect, it } from 'vitest';
import { segmentErrorInWords } from '../../src/commands/segment-error-words.ts';
import { wordsFor } from '../../src/messages/words.ts';
import { builtinNamed, builtins } from '../../src/segments/builtins.ts';
import { check } from '../../src/segments/check.ts';
import { parse } from '../../src/segments/grammar.ts';
import { SegmentError } from '../../src/segments/segment-error.ts';
import { WRONG } from './wrong-queries.ts';

const CIRCLE = [
  { name: 'loop', where: "in_segment('pool')" },
  { name: 'pool', where: "in_segment('loop')" },
];
const scope = {
  asOf: '2026-07-01',
  until: 1_782_921_600,
  currency: 'CNY',
  segment: (name: string) => CIRCLE.find((segment) => segment.name === name) ?? builtinNamed(name),
  segmentNames: () => builtins.map(({ name }) => name),
};

function errorOf(source: string): SegmentError {
  try {
    check(parse(source), source, scope);
  } catch (error) {
    if (error instanceof SegmentError) return error;
    throw error;
  }
  throw new Error(`nothing is wrong with ${source}`);
}

/** The problem, the text under the caret, and the name suggested. */
function mistake(source: string): string[] {
  const { problem, span, nearest } = errorOf(source);
  return [problem, source.slice(span.start, span.end), nearest ?? ''];
}

describe('what is wrong with a segment query', () => {
  it.each([
    ['', 'empty', '', ''],
    ['ammount_spent > 5', 'unknown_field', 'ammount_spent', 'amount_spent'],
    ['orders > 5', 'unknown_field', 'orders', 'number_of_orders'],
    ['spend > 5', 'unknown_field', 'spend', 'amount_spent'],
    ['constructor = 1', 'unknown_field', 'constructor', ''],
    ['__proto__ = 1', 'unknown_field', '__proto__', ''],
    ['lines = 1 adn units = 2', 'unexpected', 'adn', 'AND'],
    ['lines = 1 && units = 2', 'unknown_character', '&&', 'AND'],
    ['lines = 1 units = 2', 'unexpected', 'units', ''],
    ['lines == 1', 'unknown_character', '==', '='],
    ['lines => 1', 'unknown_character', '=>', '>='],
    ['lines = 1; x', 'unknown_character', ';', ''],
    ['lines = 1 --', 'unknown_character', '-', ''],
    ["customer_tags CONTAIN 'vip'", 'unexpected', 'CONTAIN', 'CONTAINS'],
    ['customer_tags NOT LIKE 1', 'unexpected', 'LIKE', ''],
    ['customer_name STARTS 1', 'unexpected', '1', ''],
    ['units IS NOT NUL', 'unexpected', 'NUL', 'NULL'],
    ['AND', 'unexpected', 'AND', ''],
    [')', 'unexpected', ')', ''],
    ['lines = ', 'unexpected', '', ''],
    ['customer_cities = Hangzhou', 'unexpected', 'Hangzhou', "'Hangzhou'"],
    ['last_order_date = tody', 'unexpected', 'tody', 'today'],
    ['lines BETWEEN 1, 2', 'unexpected', ',', ''],
    ['lines IN 1', 'unexpected', '1', ''],
    ['lines IN (1 2)', 'unexpected', '2', ''],
    ['lines = 2 and (units > 100', 'unclosed_bracket', '(', ''],
    ['lines IN (1, 2', 'unclosed_bracket', '(', ''],
    ["customer_name = 'abc", 'unclosed_string', "'", ''],
    ["lines = '3'", 'wrong_value', "'3'", ''],
    ['amount_spent > 19.999', 'wrong_value', '19.999', ''],
    ['amount_spent > 1,000', 'unexpected', ',', ''],
    ['customer_name = 5', 'wrong_value', '5', ''],
    ['last_order_date > 90', 'wrong_value', '90', ''],
    ['lines > NaN', 'unexpected', 'NaN', "'NaN'"],
    ['lines > 1e999', 'not_a_number', '1e999', ''],
    ['lines > 9223372036854775808', 'number_too_long', '9223372036854775808', ''],
    ['last_order_date > 2026-02-30', 'not_a_day', '2026-02-30', ''],
    ['last_order_date > 2026/2/3', 'not_a_day', '2026/2/3', '2026-02-03'],
    ['last_order_date < 30_day', 'not_a_day', '30_day', '-30d'],
    ['last_order_date < 90d', 'not_a_day', '90d', '-90d'],
    ['last_order_date < -1 days', 'not_a_day', '-1 days', '-1d'],
    ['last_order_date < 3 months  ago', 'not_a_day', '3 months  ago', '-3m'],
    ['last_order_date < 31/12/2025', 'not_a_day', '31/12/2025', '2025-12-31'],
    ['last_order_date < 12/31/2025', 'not_a_day', '12/31/2025', '2025-12-31'],
    ['last_order_date < 5/4/2025', 'not_a_day', '5/4/2025', ''],
    ['last_order_date < 5/5/2025', 'not_a_day', '5/5/2025', '2025-05-05'],
    ['last_order_date < -9000y', 'not_a_day', '-9000y', ''],
    ['last_order_date < +99999w', 'not_a_day', '+99999w', ''],
    ["lateness CONTAINS 'a'", 'wrong_operator', 'CONTAINS', ''],
    ["customer_name > 'a'", 'wrong_operator', '>', ''],
    ["rfm_group = 'champion'", 'unknown_level', "'champion'", "'champions'"],
    ["value_band NOT IN ('vip', 'majro')", 'unknown_level', "'majro'", "'major'"],
    ["in_segment('at_rsk')", 'unknown_segment', "in_segment('at_rsk')", "in_segment('at_risk')"],
    ['in_segment(champions)', 'unexpected', 'champions', "'champions'"],
    ["customer_tag CONTAIN 'vip'", 'unknown_field', 'customer_tag', 'customer_tags'],
    ["load_extension('x')", 'unknown_field', 'load_extension', ''],
  ])('%s: %s at "%s"', (source, problem, spot, nearest) => {
    expect(mistake(source)).toEqual([problem, spot, nearest]);
  });

  it('is shown with the line, a caret under the spot, and what would fit', () => {
    const { message, details } = segmentErrorInWords(errorOf('lines = 1 adn units = 2'), wordsFor('en'));
    expect(message).toBe('this does not fit here\n  lines = 1 adn units = 2\n            ^^^');
    expect(details.hint).toBe('did you mean AND? expected AND or OR');
  });

  it('puts the caret two columns further for every Chinese character before it, and says the same in Chinese', () => {
    const { message, details } = segmentErrorInWords(errorOf("customer_name = '王小明' adn lines = 1"), wordsFor('zh'));
    expect(message).toBe(`这里不应该出现这个\n  customer_name = '王小明' adn lines = 1\n  ${' '.repeat(25)}^^^`);
    expect(details.hint).toBe('你是不是想写 AND？ 此处应为 AND 或 OR');
  });

  it('shows only the line that is wrong of a query on several, with its number', () => {
    const { message } = segmentErrorInWords(errorOf('lines = 1\r\n  AND unit = 2\r\n  AND lines = 3'), wordsFor('en'));
    expect(message).toBe('line 2: no field has this name\n    AND unit = 2 \n        ^^^^');
  });

  it('shows the neighbourhood only of a spot in a very long line, and no control character as it is', () => {
    const { message } = segmentErrorInWords(
      errorOf(`customer_name = '${'茶'.repeat(500)}\u001b[31m' adn lines = 1`),
      wordsFor('en'),
    );
    const [, line = '', caret = ''] = message.split('\n');
    expect(line).toMatch(/^ {2}….{40,}\\u\{1b\}\[31m' adn lines = 1$/);
    expect(line).not.toContain('\u001b');
    expect(caret.trimEnd()).toMatch(/^ +\^\^\^$/);
  });

  it('names every level where a value is none of them', () => {
    const { details } = segmentErrorInWords(errorOf("value_band = 'gold'"), wordsFor('en'));
    expect(details.hint).toBe("expected 'vip', 'major', 'ordinary' or 'small'");
    expect(segmentErrorInWords(errorOf("amount_spent > 'x'"), wordsFor('en')).details.hint).toBe(
      'expected an amount in CNY such as 500 or 19.90',
    );
  });
});

describe('a query that is wrong', () => {
  it.each(WRONG)('%s', (query, sentence, caret, hint) => {
    const { message, details } = segmentErrorInWords(errorOf(query), wordsFor('en'));
    expect(message).toBe(`${sentence}\n  ${query}\n  ${caret}`);
    expect(details.hint).toBe(hint);
  });
});
