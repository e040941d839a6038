import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedLookup } from '../../src/values/sorted-lookup.ts';

describe('a look-up of numbers in order', () => {
  it('gives what a map of the same gives, in whatever order it is asked', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(60), { maxLength: 40 }),
        fc.array(fc.nat(70), { maxLength: 80 }),
        (numbers, asked) => {
          const keys = numbers.toSorted((a, b) => a - b);
          const values = keys.map((key) => `v${key}`);
          const lookup = sortedLookup(keys, values);
          const map = new Map(keys.map((key) => [key, `v${key}`]));
          for (const key of asked) expect(lookup(key)).toBe(map.get(key));
          for (const key of keys) expect(lookup(key)).toBe(map.get(key));
        },
      ),
      { numRuns: 500 },
    );
  });
});
