import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DecimalColumn, decimalEvidence, exponentOf, formatMoney, parseMoney } from '../../src/values/money.ts';

const point = (text: string, currency = 'CNY') => parseMoney(text, 'point', currency);
const comma = (text: string, currency = 'EUR') => parseMoney(text, 'comma', currency);

describe('an amount', () => {
  test.each<[string, number]>([
    ['12.50', 1250],
    ['12.5', 1250],
    ['12', 1200],
    ['12.', 1200],
    ['.5', 50],
    ['0012.50', 1250],
    ['1,299.00', 129900],
    ['1,234,567.89', 123456789],
    ['12,34,567.80', 123456780],
    ["1'234.50", 123450],
    ['12.5000', 1250],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('with a decimal point: %s', (text, minor) => expect(point(text)).toEqual({ ok: true, value: minor }));

  test.each<[string, number]>([
    ['1.234,56', 123456],
    ['1.234.567,89', 123456789],
    ['1 234,56', 123456],
    ['1\u202f234,56', 123456],
    ['0,5', 50],
    ['1.234', 123400],
    ['-12,50 €', -1250],
  ])('with a decimal comma: %s', (text, minor) => expect(comma(text)).toEqual({ ok: true, value: minor }));

  test.each<[string, number]>([
    ['-12.50', -1250],
    ['−12.50', -1250],
    ['12.50-', -1250],
    ['(12.50)', -1250],
    ['(¥12.50)', -1250],
    ['¥-12.50', -1250],
    ['12.50- CNY', -1250],
    ['-¥12.50', -1250],
    ['+12.50', 1250],
  ])('with a sign wherever programs put it: %s', (text, minor) =>
    expect(point(text)).toEqual({ ok: true, value: minor }),
  );

  it.each(['-0', '-0.00', '(0.00)'])('that is nothing has no sign: %s', (text) => {
    expect(point(text)).toEqual({ ok: true, value: 0 });
  });

  it.each(['¥12.50', '￥12.50', '12.50元', 'CNY 12.50', '12.50 CNY', 'RMB12.50', '１２．５０', ' 12.50 '])(
    'with its currency or in full-width digits: %s',
    (text) => expect(point(text)).toEqual({ ok: true, value: 1250 }),
  );

  test.each<[string, number]>([
    ['19.990000000000002', 1999],
    ['19.989999999999998', 1999],
    ['0.30000000000000004', 30],
    ['0.999999999999', 100],
    ['-19.990000000000002', -1999],
  ])('as a spreadsheet computed it: %s', (text, minor) => expect(point(text)).toEqual({ ok: true, value: minor }));

  test.each<[string, string, number]>([
    ['1299', 'JPY', 1299],
    ['1,299', 'JPY', 1299],
    ['1299.00', 'JPY', 1299],
    ['1298.9999999999998', 'JPY', 1299],
    ['1.234', 'KWD', 1234],
    ['1.2', 'KWD', 1200],
    ['12', 'BHD', 12000],
  ])('%s %s in its own minor unit', (text, currency, minor) =>
    expect(point(text, currency)).toEqual({ ok: true, value: minor }),
  );

  test.each<[string, string]>([
    ['', 'not_a_number'],
    ['.', 'not_a_number'],
    ['-', 'not_a_number'],
    ['abc', 'not_a_number'],
    ['free', 'not_a_number'],
    ['12.50%', 'not_a_number'],
    ['1.2.3', 'not_a_number'],
    ['1,,000', 'not_a_number'],
    ['12,5', 'not_a_number'],
    ['1.234,56', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['1/2', 'not_a_number'],
    ['12.50 / 13.00', 'not_a_number'],
    ['12 34', 'not_a_number'],
    ['--5', 'not_a_number'],
    ['-5-', 'not_a_number'],
    ['19.999', 'too_many_decimals'],
    ['0.005', 'too_many_decimals'],
    ['1E3', 'scientific'],
    ['1.5e+3', 'scientific'],
    ['1.25E-05', 'scientific'],
    ['90071992547409.92', 'too_large'],
    ['99999999999999999', 'too_large'],
  ])('is refused: %s', (text, reason) => expect(point(text)).toEqual({ ok: false, reason }));

  it.each(['1,234.56', '1.5', '1.23,4'])('is refused where the other sign was decided on: %s', (text) => {
    expect(comma(text)).toEqual({ ok: false, reason: 'not_a_number' });
  });

  it('is refused with more decimals than its currency has', () => {
    expect(point('1299.5', 'JPY')).toEqual({ ok: false, reason: 'too_many_decimals' });
    expect(point('1.2345', 'KWD')).toEqual({ ok: false, reason: 'too_many_decimals' });
  });
});

describe('a written amount', () => {
  test.each<[number, string, string]>([
    [129900, 'CNY', '1299.00'],
    [5, 'USD', '0.05'],
    [-5, 'USD', '-0.05'],
    [-234, 'USD', '-2.34'],
    [0, 'EUR', '0.00'],
    [500, 'JPY', '500'],
    [0, 'JPY', '0'],
    [1234, 'KWD', '1.234'],
    [7, 'KWD', '0.007'],
  ])('%i %s is %s', (minor, currency, text) => expect(formatMoney(minor, currency)).toBe(text));

  it('is read back as what it was, in every currency', () => {
    const minor = fc.maxSafeInteger().filter((value) => !Object.is(value, -0));
    fc.assert(
      fc.property(minor, fc.constantFrom('CNY', 'JPY', 'KWD', 'ISK', 'EUR'), (value, currency) => {
        const text = formatMoney(value, currency);
        expect(point(text, currency)).toEqual({ ok: true, value });
        expect(comma(text.replace('.', ','), currency)).toEqual({ ok: true, value });
      }),
    );
  });

  test.each([
    ['CNY', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['VND', 0],
    ['KWD', 3],
    ['TND', 3],
    // ISO 4217 gives these two decimals, whatever is in people's purses.
    ['HUF', 2],
    ['TWD', 2],
  ])('in %s has %i decimals', (currency, digits) => expect(exponentOf(currency)).toBe(digits));
});

describe('the decimal sign of a column', () => {
  test.each([
    ['', 'none'],
    ['12', 'none'],
    ['12.5', 'point'],
    ['12,50', 'comma'],
    ['1,234', 'either'],
    ['1.234', 'either'],
    ['-1.234', 'either'],
    ['¥1,234', 'either'],
    ['1,234.56', 'point'],
    ['1.234,56', 'comma'],
    ['1,234,567', 'point'],
    ['1.234.567', 'comma'],
    ['1234.567', 'point'],
    ['.500', 'point'],
    ['0.123', 'point'],
    ['0,123', 'comma'],
    ['kr 1.234,50', 'comma'],
    ['size 5,50', 'bad'],
    ['--5,50', 'bad'],
    ['gratis', 'bad'],
  ])('by %j alone: %s', (text, evidence) => expect(decimalEvidence(text)).toBe(evidence));

  const decide = (...cells: string[]) => {
    const column = new DecimalColumn();
    for (const [index, cell] of cells.entries()) column.add(cell, index + 2);
    return column.decide();
  };

  it('is settled by one clear amount anywhere', () => {
    expect(decide('1.234', '', '12', '5,50')).toEqual({ style: 'comma' });
    expect(decide('1,234', '5.5', 'gratis')).toEqual({ style: 'point' });
  });

  it('is a point where nothing speaks of it', () => {
    expect(decide()).toEqual({ style: 'point' });
    expect(decide('12', '', 'gratis')).toEqual({ style: 'point' });
  });

  it('is asked for where every amount can be read both ways, by the first of them', () => {
    expect(decide('12', '1,234', '5,678')).toEqual({ ambiguous: { example: '1,234', line: 3 } });
  });

  it('is refused where two clear amounts contradict, by the later one', () => {
    expect(decide('1,50', '1,234', '2.50', '3.50')).toEqual({ mixed: { example: '2.50', line: 4 } });
    expect(decide('2.50', '1,50')).toEqual({ mixed: { example: '1,50', line: 3 } });
  });

  it('is no question in currencies that nobody writes decimals of', () => {
    const among = (currencies: readonly string[], ...cells: string[]) => {
      const column = new DecimalColumn();
      for (const [index, cell] of cells.entries()) column.add(cell, index + 2);
      return column.decide(currencies);
    };
    for (const currency of ['IDR', 'VND', 'CLP', 'COP', 'HUF']) {
      expect(among([currency], '25.000', '50.000')).toEqual({ style: 'comma' });
      expect(among([currency], '25,000', '900')).toEqual({ style: 'point' });
      expect(among([currency], '25,000', '50.000')).toEqual({ mixed: { example: '50.000', line: 3 } });
    }
    expect(among(['IDR', 'VND'], '25.000')).toEqual({ style: 'comma' });
    expect(among(['JPY'], '¥1,200')).toEqual({ style: 'point' });
    expect(among(['CNY'], '1,280')).toEqual({ style: 'point' });
    expect(among(['KWD'], '12.345')).toEqual({ style: 'point' });
    expect(among(['KWD'], '12,345')).toMatchObject({ ambiguous: {} });
    for (const currencies of [[], ['USD'], ['EUR'], ['IDR', 'USD']])
      expect(among(currencies, '25.000')).toEqual({ ambiguous: { example: '25.000', line: 2 } });
  });

  it('is told by the sign of such a currency', () => {
    expect(decide('Rp 50.000')).toEqual({ style: 'comma' });
    expect(decide('₩12,000')).toEqual({ style: 'point' });
    expect(decide('₫25.000')).toEqual({ style: 'comma' });
  });
});

describe('an amount as the marketplaces write it', () => {
  test.each<[string, string, number]>([
    ['$-2.34', 'USD', -234],
    ['-$2.34', 'USD', -234],
    ['$(2.34)', 'USD', -234],
    ['–2.34', 'USD', -234],
    ['"$1,240.00"'.replaceAll('"', ''), 'USD', 124000],
    ['12.50\u200b', 'USD', 1250],
    ['\u202d12.50\u202c', 'USD', 1250],
    ['Rs. 1,29,900.00', 'INR', 12990000],
    ['269.00元', 'CNY', 26900],
    ['0元', 'CNY', 0],
    ['￥0', 'CNY', 0],
    ['¥1,299.90', 'CNY', 129990],
    ['"$1,433.66"', 'USD', 143366],
    ['US $12.34', 'USD', 1234],
    ['C $12.34', 'CAD', 1234],
    ['£12.34', 'GBP', 1234],
    ['฿1,234.00', 'THB', 123400],
    ['NT$1,200', 'TWD', 120000],
    ['S$12.50', 'SGD', 1250],
    ['RM 12.50', 'MYR', 1250],
    ['₱1,234.50', 'PHP', 123450],
    ['人民币269', 'CNY', 26900],
    ['269元整', 'CNY', 26900],
    ['S/ 12.50', 'PEN', 1250],
    ['1 234.56', 'USD', 123456],
    ['1\u00a0234.56', 'USD', 123456],
    ['1\u202f234.56', 'USD', 123456],
  ])('with a point: %s', (text, currency, minor) => expect(point(text, currency)).toEqual({ ok: true, value: minor }));

  test.each<[string, string, number]>([
    ['Rp 50.000', 'IDR', 5000000],
    ['Rp.50.000', 'IDR', 5000000],
    ['Rp50.000', 'IDR', 5000000],
    ['-Rp 5.000', 'IDR', -500000],
    ['25.000', 'IDR', 2500000],
    ['₫1.234.000', 'VND', 1234000],
    ['-R$ 12,50', 'BRL', -1250],
    ['25.000', 'VND', 25000],
    ['25.000 ₫', 'VND', 25000],
    ['$ 12.990', 'CLP', 12990],
    ['116,99 €', 'EUR', 11699],
    ['R$ 1.234,56', 'BRL', 123456],
    ['-23,00', 'EUR', -2300],
    ['12,-', 'EUR', 1200],
    ['12,– €', 'EUR', 1200],
    ["1'234,50", 'CHF', 123450],
  ])('with a comma: %s', (text, currency, minor) => expect(comma(text, currency)).toEqual({ ok: true, value: minor }));

  test.each<[string, string, number]>([
    ['69.20(分销商等级折扣：47.80)', 'CNY', 6920],
    ['¥69.20（分销商等级折扣(满减)：-47.80）', 'CNY', 6920],
    [`69.20(${'分销商等级折扣：47.80；'.repeat(9)})`, 'CNY', 6920],
    ['-12.00 (2 items)', 'USD', -1200],
    ['12.50 (about $13.00)', 'EUR', 1250],
  ])('with something said about it in brackets: %s', (text, currency, minor) => {
    expect(point(text, currency)).toEqual({ ok: true, value: minor });
    expect(decimalEvidence(text)).toBe('point');
  });

  it.each(['12.50(3.00)', '12.50(-3.00)', '12.50 (EUR)', '12.50 (x2)', '无退款申请', '无(12.50)', '30.0%', '--'])(
    'is none with another number or currency behind it, or without one: %s',
    (text) => expect(point(text)).toEqual({ ok: false, reason: 'not_a_number' }),
  );

  it.each(['1.28万', '壹佰元', '1,2,3', '12,50.00', '=12.5', '#REF!', '1 2 3', `${'1'.repeat(70)}.00`])(
    'is refused where it is rounded, torn or no amount: %s',
    (text) => expect(point(text).ok).toBe(false),
  );
});
