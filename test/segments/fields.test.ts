import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsFor } from '../../src/messages/words.ts';
import { COLLECTIONS } from '../../src/segments/collections.ts';
import { described } from '../../src/segments/described.ts';
import { FIELDS } from '../../src/segments/fields.ts';
import { newSeller } from '../helpers/seller.ts';
import { run } from '../helpers/run.ts';
import { type World, world } from '../helpers/world.ts';

interface Row {
  readonly name: string;
  readonly type: string;
  readonly customers: number | null;
}

let tea: World;
beforeAll(async () => {
  tea = await world([
    { name: '王小茶', account: '淘小茶', city: '杭州市', orders: [{ day: '2026-03-01' }, { day: '2026-06-29' }] },
    { name: 'Ann Archer', email: 'ann@example.com', orders: [{ day: '2026-01-30' }] },
    { name: 'Never Paid', email: 'never@qq.com', orders: [{ day: '2026-05-01', state: 'cancelled', counting: false }] },
  ]);
});
afterAll(() => tea.close());

const regulars = (...args: string[]) => run(['--db', tea.archive.path, ...args]);
const card = async (...args: string[]) => (await regulars('segment', 'fields', ...args)).stdout;

describe('segment fields', () => {
  it('has every field and collection with a meaning, an example and how many have a value', async () => {
    const { stdout } = await regulars('segment', 'fields', '--json');
    const rows = JSON.parse(stdout) as Row[];
    expect(rows.map(({ name }) => name)).toEqual([...FIELDS, ...COLLECTIONS].map(({ name }) => name));
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['name', 'type', 'meaning', 'example', 'customers']);
      expect(Object.values(row).filter((value) => value === '')).toEqual([]);
    }
    const having = (name: string, type: string) =>
      rows.find((row) => row.name === name && row.type === type)?.customers;
    expect(having('customer_name', 'text')).toBe(3);
    expect(having('customer_city', 'text')).toBe(1);
    expect(having('customer_account', 'text')).toBe(1);
    expect(having('median_gap_days', 'number')).toBe(1);
    expect(having('last_order_date', 'day')).toBe(2);
    expect(having('orders_placed', 'collection')).toBe(2);
    expect(having('orders_all', 'collection')).toBe(3);
    expect(having('own_field', 'text')).toBe(0);
  });

  it('is English and the same for a program in every language', async () => {
    const english = await regulars('segment', 'fields', '--csv');
    expect((await regulars('segment', 'fields', '--csv', '--lang', 'zh')).stdout).toBe(english.stdout);
    expect(english.stdout).toMatch(/^name,type,meaning,example,customers\n/);
    expect((await regulars('segment', 'fields', '--format', 'table', '--lang', 'zh')).stdout).toContain('店铺名称');
  });

  it('tells all of one by its English or Chinese name', async () => {
    const one = await card('下单次数');
    expect(one).toBe(await card('NUMBER_OF_ORDERS'));
    expect(one).toMatch(/operators +=.*BETWEEN.*IS NOT NULL/);
    expect(one).toMatch(/also +number_of_orders DURING \(-1y, today\) · TOP 10%/);
    expect(one).toMatch(/in Chinese +下单次数 · 订单数/);
    expect(one).toMatch(/customers +3 with a value today/);
    expect(await card('rfm_group', '--lang', 'zh')).toMatch(/champions 最佳客户 · loyal 忠诚客户/);
    expect(await card('last_order_date')).toContain("anniversary(date: 'last_order_date')");
  });

  it('tells the attributes of a collection, and what is asked of all that match', async () => {
    const lines = await card('购买商品');
    expect(lines).toMatch(/\n {2}quantity +pieces of it \(number · 数量 · 件数\)/);
    expect(lines).toMatch(/\n {2}count +how many match \(number · of all that match · 次数/);
    const { stdout } = await regulars('segment', 'fields', 'orders_all', '--json');
    const found = JSON.parse(stdout) as { type: string; attributes?: { name: string; values: string[] }[] }[];
    expect(found.map(({ type }) => type)).toEqual(['number', 'collection']);
    expect(found[1]?.attributes?.find(({ name }) => name === 'state')?.values).toContain('cancelled');
  });

  it('counts and names the seller’s own fields', async () => {
    const seller = newSeller();
    seller.write('people.csv', 'customer_name,email,tea\nAnn,ann@example.com,green\nBen,ben@example.com,\n');
    const map = ['customer_name=customer_name', 'email=email', 'own:tea=tea'].flatMap((one) => ['--map', one]);
    const taken = await seller.run(['customers', 'import', 'people.csv', ...map]);
    expect(taken.status, taken.stderr).toBe(0);
    await seller.run(['customers', 'edit', 'ben@example.com', '--set', 'size=L']);
    const { stdout } = await seller.run(['segment', 'fields', 'own_field', '--json']);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        customers: 2,
        own: [
          { name: 'size', customers: 1 },
          { name: 'tea', customers: 1 },
        ],
      },
    ]);
  });

  it('needs no archive, and says which name was meant', async () => {
    const seller = newSeller();
    const rows = await seller.json<Row[]>('segment', 'fields');
    expect(rows).toHaveLength(FIELDS.length + COLLECTIONS.length);
    expect(rows.every(({ customers }) => customers === null)).toBe(true);
    expect((await seller.run(['segment', 'fields', '标签'])).stdout).toContain('customer_tags');
    const { stderr, status } = await seller.run(['segment', 'fields', 'amount_spend']);
    expect(stderr).toContain('did you mean amount_spent?');
    expect(status).toBe(2);
  });

  it('has a meaning in both languages for everything a collection has', () => {
    for (const language of ['en', 'zh'] as const) {
      const { collections } = wordsFor(language);
      for (const { name, parts } of described.filter(({ type }) => type === 'collection')) {
        expect(collections.collections[name], name).toBeDefined();
        for (const part of parts) expect(collections.attributes[part.name], part.name).toBeDefined();
      }
    }
  });
});
