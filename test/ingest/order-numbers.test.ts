import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OrderNumbers } from '../../src/ingest/orders/order-numbers.ts';
import { RecordBook } from '../../src/ingest/orders/record-book.ts';
import { fingerprint } from '../../src/ingest/orders/fingerprint.ts';

it('counts numbers, and knows those that come back after others', () => {
  const numbers = new OrderNumbers();
  for (const id of ['A', 'A', 'B', 'C', 'C', 'A', 'A', 'D', 'B']) numbers.add(id);
  numbers.close();
  expect(numbers.count).toBe(4);
  expect(['A', 'B', 'C', 'D'].filter((id) => numbers.isScattered(id))).toEqual(['A', 'B']);
});

it('counts as many as there are, however many', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 300 }), fc.nat(50), (ids, many) => {
      const numbers = new OrderNumbers();
      for (const id of ids) numbers.add(id);
      for (let n = 0; n < many * 200; n++) numbers.add(`2026${n}-${many}`);
      const extra = ids.filter((id) => /^2026\d+-/.test(id)).length;
      expect(numbers.count + extra).toBe(ids.length + many * 200);
      expect(numbers.scatteredRows).toBe(extra);
    }),
    { numRuns: 40 },
  );
});

it('finds every record it was given, and no other', () => {
  const print = (n: number) =>
    fingerprint([null, `a${n}`, null, null, null, null, null, null, null, null, null, null, null, null]);
  const book = new RecordBook();
  for (let n = 1; n <= 5000; n++) book.add(print(n), n);
  for (let n = 1; n <= 5000; n++) expect(book.get(print(n))).toBe(n);
  for (let n = 5001; n <= 6000; n++) expect(book.get(print(n))).toBeUndefined();
});
