import { describe, expect, it } from 'vitest';
import { OrderNumberColumn, readOrderNumber, withoutFloat } from '../../src/values/identifier.ts';

describe('an order number', () => {
  it.each([
    '1001',
    '001001',
    'A-1001',
    '#1001',
    '1E3',
    '0x3E8',
    '12.5',
    'INV/2026/1',
    '订单 1',
    '260517-607198974342268',
  ])('is kept as written: %s', (text) => expect(readOrderNumber(text)).toEqual({ ok: true, value: text }));

  it.each([
    '1.37359E+14',
    '1,37359E+14',
    '1.1e+17',
    '1E+17',
    '1.e+5',
    '1.37359E14',
    '１.３７E＋１４',
    '-1.2E+3',
    '1.25E-05',
  ])('is refused where a spreadsheet has rounded it: %s', (text) =>
    expect(readOrderNumber(text)).toEqual({ ok: false, reason: 'scientific' }),
  );

  it.each(['', 'A\u0000', '\u001b[31m1'])('has no control characters: %j', (text) =>
    expect(readOrderNumber(text)).toEqual({ ok: false, reason: 'control' }),
  );

  it('written as a float is a whole number, and leading noughts stay', () => {
    expect(withoutFloat('1001.0')).toBe('1001');
    expect(withoutFloat('001001.00')).toBe('001001');
    expect(withoutFloat('1001.5')).toBe('1001.5');
    expect(withoutFloat('A-1.0')).toBe('A-1.0');
  });
});

describe('all order numbers of a file', () => {
  const column = (ids: readonly string[], digits?: number) => {
    const numbers = new OrderNumberColumn(digits);
    for (const [index, id] of ids.entries()) numbers.add(id, index + 2);
    return numbers;
  };

  it('are floats only when each of them is', () => {
    expect(column(['1001.0', '1002.0']).floatIds).toBe(true);
    expect(column(['1001.0', '1002']).floatIds).toBe(false);
    expect(column(['1001.0', '1002.5']).floatIds).toBe(false);
    expect(column([]).floatIds).toBe(false);
  });

  it('were rounded when all the long ones end in noughts', () => {
    const first = { example: '1234567890123450000', line: 2 };
    expect(column(['1234567890123450000', '1234567890123460000']).rounded).toEqual(first);
    expect(column(['1234567890123450000', '1234567890123460000'], 15).rounded).toEqual(first);
    expect(column(['1234567890123450000', '1234567890123456789']).rounded).toBeUndefined();
    // One such number, or a few sixteen digits long, may be chance.
    expect(column(['1234567890123450000']).rounded).toBeUndefined();
    expect(column(['1234567890123450', '1234567890123460']).rounded).toBeUndefined();
    expect(column(['1000000', '2000000']).rounded).toBeUndefined();
  });

  it('are known when each is in scientific notation, as cells of a workbook are', () => {
    expect(column(['1.23456789012346e+18']).allScientific).toEqual({ example: '1.23456789012346e+18', line: 2 });
    expect(column(['1.23456789012346e+18', '1001']).allScientific).toBeUndefined();
  });
});
