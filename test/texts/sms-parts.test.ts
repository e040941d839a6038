/** Parts of text messages against the counter of a company that sends them, and what they cost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SegmentedMessage } from 'sms-segments-calculator';
import { notInGsm, parsePartPrice, smsParts, textCost } from '../../src/texts/sms-parts.ts';

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '\f^{}\\[~]|€';

describe('parts as networks cut them', () => {
  it.each([
    ['', 'GSM-7', 0, 1],
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    ['€'.repeat(81), 'GSM-7', 162, 2],
    // The escaped sign that would be cut moves on: 152 and 153 septets.
    [`${'a'.repeat(152)}€${'a'.repeat(151)}`, 'GSM-7', 305, 2],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 306, 3],
    ['’', 'UCS-2', 1, 1],
    [`’${'a'.repeat(69)}`, 'UCS-2', 70, 1],
    [`’${'a'.repeat(70)}`, 'UCS-2', 71, 2],
    [`’${'a'.repeat(133)}`, 'UCS-2', 134, 2],
    [`’${'a'.repeat(134)}`, 'UCS-2', 135, 3],
    ['😀'.repeat(35), 'UCS-2', 70, 1],
    // Thirty-three whole emoji in a part of 67.
    ['😀'.repeat(66), 'UCS-2', 132, 2],
    ['😀'.repeat(67), 'UCS-2', 134, 3],
    [`${'茶'.repeat(66)}\r\n${'茶'.repeat(66)}`, 'UCS-2', 134, 2],
    [`${'茶'.repeat(64)}👨‍👩‍👧`, 'UCS-2', 72, 2],
  ] as const)('%j is %s, %d units, %d parts', (text, encoding, units, parts) => {
    expect(smsParts(text, 'network')).toEqual({ encoding, units, parts });
  });

  it('knows the signs of GSM-7, 127 and ten', () => {
    expect(notInGsm(BASIC + EXTENDED)).toEqual([]);
    expect(Array.from(BASIC)).toHaveLength(127);
    expect(smsParts(BASIC, 'network')).toMatchObject({ encoding: 'GSM-7', units: 127 });
    expect(smsParts(EXTENDED, 'network')).toMatchObject({ encoding: 'GSM-7', units: 20 });
    for (const sign of ['ç', '`', '’', '“', '–', '…', '\u00a0', '\t', '茶', 'ê', '☺'])
      expect(notInGsm(`a${sign}${sign}`)).toEqual([sign]);
  });

  it('are those that others count', () => {
    const sign = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...BASIC) },
      { weight: 3, arbitrary: fc.constantFrom(...EXTENDED) },
    );
    const any = fc.oneof(
      { weight: 6, arbitrary: sign },
      { weight: 2, arbitrary: fc.constantFrom(...'茶龙井，。【】’“…ç') },
      { weight: 2, arbitrary: fc.constantFrom('😀', '👍🏽', '👨‍👩‍👧', '🇨🇳', 'e\u0301', '𠮷', '\r\n') },
    );
    const texts = [sign, any].map((one) =>
      fc.array(one, { maxLength: 500, size: 'max' }).map((signs) => signs.join('')),
    );
    fc.assert(
      fc.property(fc.oneof(...texts), (text) => {
        const theirs = new SegmentedMessage(text);
        const { encoding, units, parts } = smsParts(text, 'network');
        expect([encoding, parts]).toEqual([theirs.encodingName, theirs.segmentsCount]);
        expect(units * (encoding === 'GSM-7' ? 7 : 16)).toBe(theirs.messageSize);
      }),
      { numRuns: 300 },
    );
  });
});

describe('parts as Chinese providers bill them', () => {
  it.each([
    [0, 1],
    [1, 1],
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
    [201, 3],
    [202, 4],
    [600, 9],
  ])('%d characters are %d parts, whatever they are', (characters, parts) => {
    for (const sign of ['茶', 'a', ' ', '€', '】'])
      expect(smsParts(sign.repeat(characters), 'chinese')).toEqual({ encoding: 'UCS-2', units: characters, parts });
  });

  it('never fall when a text grows', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string(), (text, more) => {
        for (const counting of ['chinese', 'network'] as const)
          expect(smsParts(`茶${text}${more}`, counting).parts).toBeGreaterThanOrEqual(
            smsParts(`茶${text}`, counting).parts,
          );
      }),
    );
  });
});

const price = (text: string, currency = 'CNY') => {
  const parsed = parsePartPrice(text, currency);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
};

describe('what parts cost', () => {
  it.each([
    [1, '0.045', 'CNY', '0.045', 5],
    [2, '0.045', 'CNY', '0.090', 9],
    [41, '0.045', 'CNY', '1.845', 185],
    [1000, '0.045', 'CNY', '45.000', 4500],
    [3, '0.1', 'EUR', '0.30', 30],
    [3, '0.0079', 'USD', '0.0237', 2],
    [7, '3', 'JPY', '21', 21],
    [1, '2.5', 'JPY', '2.5', 3],
    [0, '0.045', 'CNY', '0.000', 0],
    [9_007_199_254_740_991, '0.000001', 'USD', '9007199254.740991', 900_719_925_474],
  ])('%d at %s %s: %s', (parts, each, currency, exact, minor) => {
    expect(textCost(parts, price(each, currency))).toEqual({ exact, minor });
  });

  it.each([
    ['', 'not_a_number'],
    ['-1', 'not_a_number'],
    ['0,045', 'not_a_number'],
    ['.5', 'not_a_number'],
    ['1e-3', 'not_a_number'],
    ['0.0000001', 'too_many_decimals'],
  ])('"%s" is no price', (text, reason) => expect(parsePartPrice(text, 'CNY')).toEqual({ ok: false, reason }));

  it('adds up to the last decimal', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(999_999), (some, more, millionths) => {
        const each = price(`0.${String(millionths).padStart(6, '0')}`);
        const millionthsOf = (parts: number) => BigInt(textCost(parts, each).exact.replace('.', ''));
        expect(millionthsOf(some) + millionthsOf(more)).toBe(millionthsOf(some + more));
        expect(millionthsOf(some)).toBe(BigInt(some) * BigInt(millionths));
      }),
    );
  });
});
