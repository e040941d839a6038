import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type ChineseAddress, splitChineseAddress } from '../../src/values/addresses.ts';

describe('a Chinese address in one cell', () => {
  test.each<[string, ChineseAddress]>([
    [
      '浙江省 杭州市 西湖区 文三路 100号(310012)',
      { province: '浙江省', city: '杭州市', district: '西湖区', address: '文三路 100号', postcode: '310012' },
    ],
    [
      '上海 上海市 浦东新区 世纪大道1号',
      { province: '上海', city: '上海市', district: '浦东新区', address: '世纪大道1号' },
    ],
    [
      '新疆维吾尔自治区 乌鲁木齐市 天山区 1号',
      { province: '新疆维吾尔自治区', city: '乌鲁木齐市', district: '天山区', address: '1号' },
    ],
    [
      '香港特别行政区 九龙 旺角 1号 3楼',
      { province: '香港特别行政区', city: '九龙', district: '旺角', address: '1号 3楼' },
    ],
  ])('is split at its first three blanks: %s', (text, expected) => expect(splitChineseAddress(text)).toEqual(expected));

  it.each(['江苏省 苏州市 其它区 工业园区1号', '江苏省 苏州市 其他区 工业园区1号', '江苏省 苏州市  工业园区1号'])(
    'has no district where the platform says "other" or nothing: %s',
    (text) => expect(splitChineseAddress(text)).toEqual({ province: '江苏省', city: '苏州市', address: '工业园区1号' }),
  );

  it('takes a postcode in either kind of brackets, and not the six noughts of one that is missing', () => {
    expect(splitChineseAddress('浙江省 杭州市 西湖区 文三路（310012）')).toMatchObject({ postcode: '310012' });
    expect(splitChineseAddress('内蒙古 呼和浩特市 新城区 1号(010010) ')).toMatchObject({ postcode: '010010' });
    const missing = splitChineseAddress('浙江省 杭州市 西湖区 文三路(000000)');
    expect(missing).toEqual({ province: '浙江省', city: '杭州市', district: '西湖区', address: '文三路' });
  });

  it.each([
    '浙江省杭州市西湖区文三路100号',
    '浙江省 杭州市 西湖区',
    '12 Hill Road Leeds',
    '文三路 100号 3楼 301室',
    '浙江省  西湖区 文三路100号',
    '文三路(100号)',
    '文三路(31001)',
    '',
  ])('is left whole where it is anything else: %j', (text) => {
    expect(splitChineseAddress(text)).toEqual({ address: text });
  });

  it('keeps the postcode of an address that is left whole', () => {
    expect(splitChineseAddress('文三路100号(310012)')).toEqual({ address: '文三路100号', postcode: '310012' });
  });

  it('loses nothing when its parts are put together again', () => {
    const part = fc.stringMatching(/^[一-十甲-癸路号]{1,6}$/);
    fc.assert(
      fc.property(part, part, fc.array(part, { minLength: 1, maxLength: 3 }), (city, district, rest) => {
        const text = ['浙江省', city, district, ...rest].join(' ');
        const split = splitChineseAddress(text);
        expect([split.province, split.city, split.district, split.address].join(' ')).toBe(text);
      }),
    );
  });
});
