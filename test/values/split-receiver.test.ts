import { describe, expect, it, test } from 'vitest';
import { splitChineseAddress } from '../../src/values/addresses.ts';
import { readPhone } from '../../src/values/phones.ts';
import { splitReceiver } from '../../src/values/split-receiver.ts';

const ADDRESS = '浙江省 杭州市 西湖区 文三路1号';

describe('a receiver in one cell', () => {
  test.each([
    [`王小茶，86-13912345601，${ADDRESS}`, '王小茶', '86-13912345601'],
    [`王小茶, 86-13912345601, ${ADDRESS}`, '王小茶', '86-13912345601'],
    [`王**，86-139****5601，${ADDRESS}`, '王**', '86-139****5601'],
    [`王小茶，86-13912345601-1234，${ADDRESS}`, '王小茶', '86-13912345601-1234'],
    [`王小茶，13912345601转1234，${ADDRESS}`, '王小茶', '13912345601转1234'],
    [`王小茶，86-0571-87654321，${ADDRESS}`, '王小茶', '86-0571-87654321'],
    [`小茶，杭州店，86-13912345601，${ADDRESS}`, '小茶，杭州店', '86-13912345601'],
  ])('is a name, a phone and an address: %s', (cell, name, phone) =>
    expect(splitReceiver(cell)).toEqual({ name, phone, address: ADDRESS }),
  );

  it('keeps the commas of its address', () => {
    expect(splitReceiver('王小茶，86-13912345601，文三路1号，3楼')?.address).toBe('文三路1号，3楼');
  });

  it('is read on by those who know numbers and addresses', () => {
    const found = splitReceiver(`王小茶，86-13912345601，${ADDRESS}`);
    expect(readPhone(found?.phone ?? '', 'CN')).toMatchObject({ state: 'usable', value: '+8613912345601' });
    expect(splitChineseAddress(found?.address ?? '')).toMatchObject({ city: '杭州市', address: '文三路1号' });
  });

  it.each([
    '',
    ADDRESS,
    '王小茶',
    '王小茶，86-13912345601',
    '王小茶，86-13912345601，',
    '，86-13912345601，文三路1号',
    '王小茶，文三路1号，3楼',
    '浙江省，杭州市，西湖区，文三路1号',
    `王小茶，86-13912345601，${'文'.repeat(700)}`,
  ])('is none: %j', (cell) => expect(splitReceiver(cell)).toBeUndefined());
});
