import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

let shop: PlainShop;

beforeEach(async () => {
  shop = await plainShop([
    { customer_name: 'Ann Archer', email: 'ann@example.com' },
    { customer_name: 'Ben Baker', email: 'ben@example.com' },
  ]);
});
afterEach(() => shop.close());

const tag = (...args: string[]) => shop.regulars('tag', ...args);
const carried = async (...args: string[]) =>
  (await shop.json<{ tag: string; customers: number }[]>('tag', 'list', ...args)).map((row) => Object.values(row));
const groups = () => shop.json<{ tag_group: string; one_of: boolean; with_several: number }[]>('tag', 'group');

it('lets a customer have many tags of a group, unless it is one-of', async () => {
  await tag('add', 'care:gold', '--customer', '1');
  await tag('add', 'care:silver', '--customer', '1');
  expect(await carried()).toEqual([
    ['care:gold', 1],
    ['care:silver', 1],
  ]);
  const set = await tag('group', 'care', '--one-of');
  expect(set.stderr).toBe(
    'care is one-of: putting one of its tags on takes the others off\n1 customer carries more than one tag of care, until another is put on\n',
  );
  expect(await groups()).toEqual([
    { tag_group: 'care', one_of: true, tags: ['care:gold', 'care:silver'], customers: 1, with_several: 1 },
  ]);
});

it('takes the other tag of a one-of group off, says so and keeps why', async () => {
  await tag('group', 'care', '--one-of');
  await tag('add', 'care:silver', '--customer', '1', '--customer', '2');
  await tag('add', 'vip', '--customer', '1');
  const put = await tag('add', 'care:gold', '--customer', '1');
  expect(put.stderr).toBe(
    '1 customer tagged care:gold\ncare:silver taken off 1 customer: care is one-of, and care:gold took its place\n',
  );
  expect(await carried()).toEqual([
    ['care:gold', 1],
    ['care:silver', 1],
    ['vip', 1],
  ]);
  const history = await shop.json<unknown[]>('tag', 'history', 'Ann Archer');
  expect(history).toContainEqual(
    expect.objectContaining({ action: 'removed', tag: 'care:silver', origin: 'group:care', reason: 'care:gold' }),
  );
  await tag('group', 'care', '--many');
  await tag('add', 'care:silver', '--customer', '1');
  expect(await carried()).toContainEqual(['care:silver', 2]);
});

it('is set once, and changes nothing with -n', async () => {
  const before = await shop.dump();
  expect((await tag('group', 'care', '--one-of', '-n')).stderr).toContain('dry run: nothing was changed\n');
  expect(await shop.dump()).toBe(before);
  expect((await tag('group', 'care', '--many')).stderr).toBe('care is of many already; nothing changed\n');
  await tag('group', 'care', '--one-of');
  const set = await shop.dump();
  expect((await tag('group', 'care', '--one-of')).stderr).toContain('care is one-of already; nothing changed\n');
  expect(await shop.dump()).toBe(set);
});

it.each([
  [['group', '--one-of']],
  [['group', 'care', '--one-of', '--many']],
  [['group', 'a:b', '--one-of']],
  [['group', 'a,b', '--one-of']],
])('refuses %j', async (args) => {
  expect((await tag(...args)).status).toBe(2);
});

it('knows the colon of Chinese', async () => {
  await tag('group', '等级', '--one-of');
  await tag('add', '等级：金', '--customer', '1');
  await tag('add', '等级：银', '--customer', '1');
  expect(await carried()).toEqual([['等级：银', 1]]);
});
