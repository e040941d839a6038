import { expect, it } from 'vitest';
import { TextStore } from '../../src/ingest/workbooks/text-store.ts';

it('gives back each of very many texts by its number', () => {
  const store = new TextStore();
  const text = (index: number) => (index % 1000 === 0 ? '' : `订单 ${index} ${'𠮷'.repeat(index % 7)}`);
  const count = 400_000;
  for (let index = 0; index < count; index++) store.add(text(index));
  for (let index = 0; index < count; index += 37)
    if (store.get(index) !== text(index)) expect(store.get(index)).toBe(text(index));
  expect(store.get(count - 1)).toBe(text(count - 1));
  expect(store.get(count)).toBeUndefined();
  expect(store.get(Number.NaN)).toBeUndefined();
});

it('refuses more than memory is kept for', () => {
  const store = new TextStore();
  const fill = () => {
    for (let index = 0; index < 300_000; index++) store.add('x'.repeat(8000));
  };
  expect(fill).toThrow('too_large');
});
