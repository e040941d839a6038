/** Files in the encodings other tools read, and what gets lost on the way to GBK. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeText } from '../../src/output/encode-text.ts';

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

it('writes UTF-8 with a mark or without, and never two', () => {
  expect(encodeText('茶🍵', 'utf-8')).toEqual({ bytes: Buffer.from('茶🍵'), lost: [] });
  expect(encodeText('茶', 'utf-8-bom').bytes).toEqual(Buffer.concat([MARK, Buffer.from('茶')]));
  expect(encodeText('\ufeff茶', 'utf-8-bom').bytes).toEqual(Buffer.concat([MARK, Buffer.from('茶')]));
  expect(encodeText('\ufeff茶', 'utf-8').bytes).toEqual(Buffer.from('茶'));
});

it('writes GBK that its readers read back', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
  const ascii = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code));
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(han, ascii) }), (text) => {
      const { bytes, lost } = encodeText(text, 'gbk');
      expect(lost).toEqual([]);
      expect(new TextDecoder('gb18030').decode(bytes)).toBe(text);
    }),
  );
});

it('tells which signs GBK has no place for, each once, and keeps the rest', () => {
  const { bytes, lost } = encodeText('喝🍵吗？𠮷家👨‍👩‍👧🍵 ok é ñ', 'gbk');
  expect(lost).toEqual(['🍵', '𠮷', '👨‍👩‍👧', 'ñ']);
  expect(new TextDecoder('gb18030').decode(bytes)).toBe('喝?吗？?家?? ok é ?');
  expect(encodeText('真的?', 'gbk').lost).toEqual([]);
});
