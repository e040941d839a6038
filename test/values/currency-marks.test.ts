import { describe, expect, it, test } from 'vitest';
import { parseMoney } from '../../src/values/money.ts';

const point = (text: string, currency: string) => parseMoney(text, 'point', currency);
const comma = (text: string, currency: string) => parseMoney(text, 'comma', currency);

describe('an amount with its own currency', () => {
  test.each([
    ['US$12.50', 'USD'],
    ['USD $12.50', 'USD'],
    ['$12.50 USD', 'USD'],
    ['usd 12.50', 'USD'],
    ['HK$12.50', 'HKD'],
    ['NT$12.50', 'TWD'],
    ['€12.50', 'EUR'],
    ['£12.50', 'GBP'],
  ])('is read with a point: %s', (text, currency) => expect(point(text, currency)).toEqual({ ok: true, value: 1250 }));

  test.each([
    ['R$ 12,50', 'BRL'],
    ['12,50 kr', 'SEK'],
    ['12,50 kr.', 'DKK'],
    ['kr. 12,50', 'DKK'],
    ['kr.12,50', 'NOK'],
    ['12,50 zł', 'PLN'],
    ['12,50 Kč', 'CZK'],
    ['12,50\u00a0€', 'EUR'],
    ['EUR 12,50', 'EUR'],
  ])('is read with a comma: %s', (text, currency) => expect(comma(text, currency)).toEqual({ ok: true, value: 1250 }));

  it('is not made smaller by the point of an abbreviation', () => {
    expect(point('kr.500', 'DKK')).toEqual({ ok: true, value: 50000 });
    expect(point('$.50', 'USD')).toEqual({ ok: true, value: 50 });
  });

  it('may share its sign with others', () => {
    for (const currency of ['USD', 'CAD', 'AUD', 'HKD', 'SGD', 'MXN', 'ARS'])
      expect(point('$12.50', currency)).toEqual({ ok: true, value: 1250 });
    expect(point('¥1250', 'JPY')).toEqual({ ok: true, value: 1250 });
    expect(point('¥12.50', 'CNY')).toEqual({ ok: true, value: 1250 });
    expect(comma('1.250 kr', 'ISK')).toEqual({ ok: true, value: 1250 });
  });
});

describe('an amount that says it is something else', () => {
  // Taken for the currency asked for, it would be wrong by the rate between the two.
  test.each([
    ['EUR 12.50', 'USD'],
    ['€12.50', 'CNY'],
    ['$12.50', 'CNY'],
    ['¥12.50', 'USD'],
    ['US$12.50', 'HKD'],
    ['HK$12.50', 'USD'],
    ['12.50 kr', 'EUR'],
    ['CNY 12.50 USD', 'CNY'],
    ['12.50元', 'JPY'],
  ])('is refused: %s as %s', (text, currency) =>
    expect(point(text, currency)).toEqual({ ok: false, reason: 'not_a_number' }),
  );

  it.each(['qty 5', 'NaN5', 'No. 5', 'v1.5', 'x5', '5 pcs', '5kg'])('is no amount: %s', (text) => {
    expect(point(text, 'USD')).toEqual({ ok: false, reason: 'not_a_number' });
  });
});
