import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buffersOf, pack, unpack } from '../../src/store/ahead/packed.ts';

const sent = (values: readonly unknown[]) => {
  const packed = pack(values);
  return unpack(structuredClone(packed, { transfer: buffersOf(packed) }));
};

it.each<[string, unknown[]]>([
  ['nothing', []],
  ['at the edges of one byte', [-128, 127]],
  ['beyond one byte', [-129, 128]],
  ['at the edges of two', [-32768, 32767]],
  ['beyond two', [-32769, 32768]],
  ['at the edges of four', [-2147483648, 2147483647]],
  ['beyond four', [-2147483649, 2147483648, 9007199254740991]],
  ['broken numbers', [1, 0.5]],
  ['less than nothing', [-0, 1]],
  ['texts, again and again', ['茶', 'b', '茶', '']],
  ['gaps', ['茶', null, 3]],
])('brings %s as they were', (_, values) => {
  expect(sent(values)).toEqual(values);
});

it('brings whatever JSON can hold as it was', () => {
  const value = fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.string(), fc.constant(null));
  fc.assert(
    fc.property(fc.oneof(fc.array(fc.integer()), fc.array(fc.string()), fc.array(value)), (values) => {
      expect(sent(values)).toEqual(values);
    }),
  );
});

it('takes one byte of a number where one is enough, and names a text once', () => {
  expect(pack([0, 100, -5])).toBeInstanceOf(Int8Array);
  expect(pack(['茶', 'b', '茶'])).toEqual({ texts: ['茶', 'b'], places: Int8Array.of(0, 1, 0) });
});
