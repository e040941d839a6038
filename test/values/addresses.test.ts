import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { splitChineseAddress } from '../../src/values/addresses.ts';
import { ADDRESS_CASES } from './address-cases.ts';

const flat = (text: string): string => {
  const { province = '', city = '', district = '', address, postcode = '' } = splitChineseAddress(text);
  return [province, city, district, address, postcode].join('|');
};

describe('a Chinese address in one cell', () => {
  test.each(ADDRESS_CASES)('%s', (text, expected) => expect(flat(text)).toBe(expected));

  it('is left alone when it is longer than any address', () => {
    const long = `浙江省杭州市西湖区${'文三路'.repeat(200)}`;
    expect(splitChineseAddress(long)).toEqual({ address: long });
  });

  it('loses nothing when its parts are put together again', () => {
    const part = fc.stringMatching(/^[一-十甲-癸路号]{1,6}$/);
    fc.assert(
      fc.property(part, part, fc.array(part, { minLength: 1, maxLength: 3 }), (city, district, rest) => {
        const text = ['浙江省', city, district, ...rest].join(' ');
        const { province = '', city: found = '', district: area = '', address } = splitChineseAddress(text);
        expect([province, found, area, address].join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('is split the same with blanks and without', () => {
    const area = fc.constantFrom(
      '浙江省 杭州市 余杭区',
      '广东省 广州市 天河区',
      '青海省 海北藏族自治州 门源回族自治县',
    );
    fc.assert(
      fc.property(area, fc.integer({ min: 1, max: 999 }), (levels, number) => {
        const street = `人民路${number}号`;
        expect(splitChineseAddress(`${levels.replaceAll(' ', '')}${street}`)).toEqual(
          splitChineseAddress(`${levels} ${street}`),
        );
      }),
    );
  });
});
