import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { cleanCell, foldName, isBlank, normaliseHeader } from '../../src/values/text.ts';

describe('a cell', () => {
  test.each([
    ['="123"', '123'],
    ['= "00123"', '00123'],
    ['="  123 "', '123'],
    ['="12""3"', '12"3'],
    ['=""', ''],
    [' ="123" ', '123'],
  ])('is unwrapped from what keeps a spreadsheet from counting with it: %j', (raw, text) =>
    expect(cleanCell(raw)).toBe(text),
  );

  test.each([
    ["'0123", '0123'],
    ["' 0123", '0123'],
    ["''x", "'x"],
    ["'", "'"],
    ["o'hara", "o'hara"],
  ])("loses one leading apostrophe, Excel's mark of text: %j", (raw, text) => expect(cleanCell(raw)).toBe(text));

  test.each([
    [' abc ', 'abc'],
    ['\u3000\u3000王小茶\u3000', '王小茶'],
    ['\u00a0abc\u00a0', 'abc'],
    ['\ufeffabc\u200b', 'abc'],
    ['\tabc\r\n', 'abc'],
    ['\u2060abc\u200d', 'abc'],
    ['\u202d13800138000\u202c', '13800138000'],
    ['\u00adabc\u0007', 'abc'],
    ['\u3000', ''],
    ['', ''],
  ])('loses blanks of every kind around it: %j', (raw, text) => expect(cleanCell(raw)).toBe(text));

  it.each([
    'a b',
    'a\u3000b',
    'a\nb',
    '=1+1',
    '="a"&"b"',
    '="a"b"',
    '="123',
    "='123'",
    '"x"',
    '-5',
    '+86 139',
    'ＡＢＣ',
    '0',
  ])('keeps what is inside, and what is meant: %j', (raw) => expect(cleanCell(raw)).toBe(raw));

  it('composes letters, so that equal texts are equal', () => {
    expect(cleanCell('Zoe\u0308')).toBe('Zo\u00eb');
    expect(cleanCell(' e\u0301')).toBe('\u00e9');
  });

  it('is given back by the wrapping a spreadsheet needs, whatever is in it', () => {
    const plain = fc
      .string({ unit: fc.constantFrom(...'ab01="王é -.+', "'") })
      .map((text) => text.trim())
      .filter((text) => !text.startsWith("'"));
    fc.assert(
      fc.property(plain, (text) => {
        expect(cleanCell(`="${text.replaceAll('"', '""')}"`)).toBe(text);
      }),
    );
  });
});

describe('a cleaned cell', () => {
  it.each([
    '',
    '-',
    '--',
    '—',
    '/',
    'null',
    'NULL',
    "'null",
    'N/A',
    'na',
    '#N/A',
    'None',
    'nil',
    'undefined',
    'NaN',
    '无',
    '空',
    '暂无',
    'なし',
    '－',
    '–',
    '\\N',
    '(null)',
    '#NULL!',
  ])('stands for nothing: %j', (text) => expect(isBlank(text)).toBe(true));

  it.each(['0', '0.00', 'no', 'x', '.', '---', 'Nan Li', '无锡市', 'nullable', 'None of these'])(
    'says something: %j',
    (text) => expect(isBlank(text)).toBe(false),
  );
});

describe('a header', () => {
  test.each([
    ['买家支付宝帐号', '买家支付宝账号'],
    ['Order ID', 'orderid'],
    [' order\u00a0id ', 'orderid'],
    ['Order\nID', 'orderid'],
    ['"Order ID"', 'orderid'],
    ["'Order ID", 'orderid'],
    ['="订单编号"', '订单编号'],
    ['\ufeff订单编号', '订单编号'],
    ['订单编号\u3000', '订单编号'],
    ['ＯｒｄｅｒＩＤ', 'orderid'],
    ['金额（元）', '金额(元)'],
    ['金额(元)', '金额(元)'],
    ['金额 (元)：', '金额(元)'],
    ['*订单编号', '订单编号'],
    ['order_id', 'orderid'],
    ['\u202dOrder ID\u202c', 'orderid'],
    ['__proto__', 'proto'],
    ['*', '*'],
  ])('is compared by its letters: %j as %s', (raw, key) => expect(normaliseHeader(raw)).toBe(key));

  it('is another where a letter is', () => {
    expect(normaliseHeader('订单编号')).not.toBe(normaliseHeader('订单号'));
    expect(normaliseHeader('Order ID')).not.toBe(normaliseHeader('Order IDs'));
  });
});

describe('a name', () => {
  test.each([
    ['Ann Archer', 'ann archer'],
    ['  ANN   Archer ', 'ann archer'],
    ['Ann\u00a0Archer', 'ann archer'],
    ['Ａｎｎ\u3000Ａｒｃｈｅｒ', 'ann archer'],
    ['An\u200bn Archer', 'ann archer'],
    ['Zoe\u0308 Park', 'zo\u00eb park'],
    ['王 小茶', '王 小茶'],
    ['王小茶', '王小茶'],
  ])('is compared without regard to case, width and blanks: %j', (name, key) => expect(foldName(name)).toBe(key));
});
