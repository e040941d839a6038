import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { displayWidth } from '../src/output/display-width.ts';

const unit = fc.oneof(
  fc.integer({ min: 0x20, max: 0x2ff }),
  fc.integer({ min: 0x3000, max: 0x30ff }),
  fc.integer({ min: 0x4e00, max: 0x9fff }),
  fc.integer({ min: 0xff00, max: 0xffef }),
  fc.constantFrom(0xfe0f, 0x20e3, 0x200d, 0x301, 0x1f469, 0x1f375, 0x3099),
);

it('is what terminals make of a text', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), (points) => {
      const text = String.fromCodePoint(...points);
      expect(displayWidth(text)).toBe(stringWidth(text));
    }),
    { numRuns: 3000 },
  );
  expect([displayWidth('茶 tea'), displayWidth('👩‍🌾🍵')]).toEqual([6, 4]);
});
