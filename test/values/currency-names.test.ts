import { expect, it, test } from 'vitest';
import { readCurrency } from '../../src/values/currency-names.ts';

test.each([
  ['USD', 'USD'],
  ['usd', 'USD'],
  ['ＣＮＹ', 'CNY'],
  ['RMB', 'CNY'],
  ['人民币', 'CNY'],
  ['美元', 'USD'],
  ['€', 'EUR'],
  ['US$', 'USD'],
  ['Rp', 'IDR'],
  ['元', 'CNY'],
  ['¥', 'CNY'],
])('a currency column may say %s for %s', (text, code) => expect(readCurrency(text, 'CNY')).toBe(code));

it("with a sign of several currencies means the shop's own, where that has it", () => {
  expect(readCurrency('$', 'CAD')).toBe('CAD');
  expect(readCurrency('¥', 'JPY')).toBe('JPY');
  expect(readCurrency('$', 'EUR')).toBeUndefined();
});

it.each(['', 'free', '12', 'US', 'constructor', '__proto__', 'x'.repeat(50)])('with %j names none', (text) =>
  expect(readCurrency(text, 'USD')).toBeUndefined(),
);
