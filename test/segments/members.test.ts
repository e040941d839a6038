import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { supplyFields } from '../../src/commands/supply-fields.ts';
import { gather } from '../../src/measures/gather.ts';
import type { Population } from '../../src/measures/population.ts';
import { builtins } from '../../src/segments/builtins.ts';
import { chooseCustomers } from '../../src/segments/choose.ts';
import { FIELDS } from '../../src/segments/fields.ts';
import { findCustomers } from '../../src/search/find.ts';
import { sizeWhere } from '../../src/segments/queries.ts';
import { compileWhere } from '../../src/segments/compile.ts';
import { type World, world } from '../helpers/world.ts';

supplyFields();

const AS_OF = '2026-06-30';
let tea: World;
let population: Population;

beforeAll(async () => {
  tea = await world([
    {
      name: '王小茶',
      account: '淘小茶',
      phone: '+8613900000001',
      city: '杭州市',
      orders: [
        { day: '2026-01-31', net: 10000 },
        { day: '2026-03-31', net: 20000 },
        { day: '2026-06-29', net: 5050, lines: [{ title: '碧螺春 100%' }] },
      ],
    },
    {
      name: "Ann O'Hara",
      email: 'ann@example.com',
      city: 'Leeds',
      orders: [{ day: '2026-06-30', net: 50000, marketing: true, shop: 2, currency: 'CNY' }],
    },
    {
      name: '李远',
      phone: '+8613900000003',
      orders: [
        { day: '2025-01-05', net: 30000 },
        { day: '2025-02-05', net: 100 },
      ],
    },
    { name: 'Never Paid', email: 'never@qq.com', orders: [{ day: '2026-05-01', state: 'cancelled', counting: false }] },
    { name: 'Too Late', orders: [{ day: '2026-07-01' }] },
    {
      name: 'Refuser',
      email: 'no@example.com',
      orders: [{ day: '2026-04-01', net: 10000, marketing: false, shop: 2 }],
    },
  ]);
  const { db } = tea.archive;
  const tag = db.prepare(
    'INSERT INTO tag_facts (tag, record_id, origin, added_at, expires_day, removed_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000;
  tag.run('VIP', 1, 'hand', at('2026-01-01'), null, null);
  tag.run('vip-2025', 2, 'hand', at('2026-01-01'), null, null);
  tag.run('VIP', 3, 'hand', at('2026-01-01'), '2026-06-01', null);
  tag.run('VIP', 6, 'hand', at('2026-07-05'), null, null);
  tag.run('asked', 1, 'hand', at('2026-01-01'), null, at('2026-02-01'));
  population = gather(tea.archive, AS_OF);
});
afterAll(() => tea.close());

const members = (where: string) => chooseCustomers(tea.archive, population, { where }).customers;

describe('who satisfies a condition', () => {
  it.each<[string, number[]]>([
    ['number_of_orders >= 2', [1, 3]],
    ['number_of_orders = 0', [4]],
    ['orders_all = 1', [2, 4, 6]],
    ['amount_spent > 350', [1, 2]],
    ['amount_spent = 350.50', [1]],
    ['amount_spent BETWEEN 301 AND 350.5', [1, 3]],
    ['amount_spent IN (500, 100)', [2, 6]],
    ['average_order_value < 120', [1, 6]],
  ])('%s', (where, expected) => expect(members(where)).toEqual(expected));

  it.each<[string, number[]]>([
    ['last_order_date = today', [2]],
    ['last_order_date = yesterday', [1]],
    ['last_order_date >= -1d', [1, 2]],
    ['last_order_date < -90d', [3]],
    ['last_order_date <= -90d', [3, 6]],
    ['first_order_date = 2026-04-01', [6]],
    ["first_order_date = '2026-04-01'", [6]],
    ['last_order_date BETWEEN -13w AND -1d', [1, 6]],
    ['last_order_date > +30d', []],
  ])('counts whole days back from the day asked for: %s', (where, expected) =>
    expect(members(where)).toEqual(expected),
  );

  it('counts months and years by the calendar, to the last day of a shorter month', () => {
    const clamped = (asOf: string) =>
      compileWhere(tea.archive, 'last_order_date < -1m AND first_order_date > -1y', { ...population, asOf }).params;
    expect(clamped('2026-03-31')).toMatchObject({ v0: '2026-02-28', v1: '2025-03-31' });
    expect(clamped('2028-02-29')).toMatchObject({ v0: '2028-01-29', v1: '2027-02-28' });
  });

  it.each<[string, number[]]>([
    ['customer_name = "ann o\'hara"', [2]],
    ["customer_name = 'Ann O''Hara'", [2]],
    ["customer_name CONTAINS '小'", [1]],
    ["customer_name STARTS WITH '王'", [1]],
    ["customer_name ENDS WITH 'PAID'", [4]],
    ["customer_name CONTAINS '%'", []],
    ["customer_account = '淘小茶'", [1]],
    ["customer_email_domain = '@Example.com'", [2, 6]],
    ["customer_phone STARTS WITH '+86'", [1, 3]],
    ["favourite_product CONTAINS '龙井'", [1, 2, 3, 6]],
    ["customer_cities STARTS WITH '杭州'", [1]],
    ["customer_cities CONTAINS 'leeds'", [2]],
    ['customer_cities IS NULL', [3, 4, 6]],
    ["customer_countries = 'China'", [1, 2, 3, 4, 6]],
    ["customer_countries = 'gb'", []],
    ["shops CONTAINS 'hill & moon tea'", [2, 6]],
    ["shops CONTAINS 'hill'", []],
  ])('compares text without regard to case, and lists by whole entries: %s', (where, expected) =>
    expect(members(where)).toEqual(expected),
  );

  it.each<[string, number[]]>([
    ["customer_tags CONTAINS 'vip'", [1]],
    ["customer_tags = 'vip'", [1]],
    ["customer_tags NOT CONTAINS 'vip'", [2, 3, 4, 6]],
    ["customer_tags STARTS WITH 'vip'", [1, 2]],
    ["customer_tags IN ('vip-2025', 'other')", [2]],
    ['customer_tags IS NOT NULL', [1, 2]],
    ["customer_tags CONTAINS 'asked'", []],
  ])('sees the tags of that day only: %s', (where, expected) => expect(members(where)).toEqual(expected));

  it.each<[string, number[]]>([
    ["email_subscription_status = 'subscribed'", [2]],
    ["email_subscription_status = 'UNSUBSCRIBED'", [6]],
    ["email_subscription_status != 'SUBSCRIBED'", [1, 3, 4, 6]],
    ["sms_subscription_status = 'NOT_SUBSCRIBED'", [1, 2, 3, 4, 6]],
  ])('knows who agreed to be written to: %s', (where, expected) => expect(members(where)).toEqual(expected));

  it.each<[string, number[]]>([
    ['lateness > 0', [1, 3, 6]],
    ['NOT lateness > 0', [2, 4]],
    ['lateness IS NULL', [4]],
    ["value_band != 'vip'", [3, 4, 6]],
    ["value_band NOT IN ('vip', 'major')", [4, 6]],
    ["customer_cities != '杭州市'", [2, 3, 4, 6]],
    ["customer_email_domain NOT CONTAINS 'example'", [1, 3, 4]],
    ['first_order_date != 2026-04-01', [1, 2, 3, 4]],
  ])('keeps missing values with a negative test, and nowhere else: %s', (where, expected) =>
    expect(members(where)).toEqual(expected),
  );

  it('finds the members of another segment, in any case', () => {
    expect(members("in_segment('LEAD')")).toEqual([4]);
    expect(members("NOT in_segment('lead') AND number_of_orders = 1")).toEqual([2, 6]);
  });

  it('takes a list of ten thousand values several times over', () => {
    const list = Array.from({ length: 10_000 }, (_, index) => `'a${index}'`).join(', ');
    expect(
      members(
        `customer_account NOT IN (${list}) AND customer_name NOT IN (${list}) AND customer_email NOT IN (${list})`,
      ),
    ).toEqual([1, 2, 3, 4, 6]);
  });

  it('answers every field by its own example', () => {
    for (const { name, example } of FIELDS) {
      const asked = name === 'own_field' ? "own_field('喜好')" : name;
      expect(example.startsWith(`${asked} `), name).toBe(true);
      expect(members(example).length, example).toBeLessThanOrEqual(5);
      expect(
        [...members(`${asked} IS NULL`), ...members(`${asked} IS NOT NULL`)].toSorted((a, b) => a - b),
        name,
      ).toEqual([1, 2, 3, 4, 6]);
    }
  });

  it('knows every measure of the day', () => {
    const columns = tea.archive.db.pragma('temp.table_info(measures)') as { name: string }[];
    const known = new Set<string>(FIELDS.map(({ name }) => name));
    expect(columns.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('built-in segments', () => {
  it('have names of their own, and each kind is a partition', () => {
    expect(new Set(builtins.map(({ name }) => name)).size).toBe(22);
    const total = (kind: string) =>
      builtins
        .filter((builtin) => builtin.kind === kind)
        .reduce(
          (sum, { where }) => sum + sizeWhere(tea.archive, compileWhere(tea.archive, where, population)).customers,
          0,
        );
    expect(total('rfm')).toBe(population.counting);
    expect(total('value')).toBe(population.counting);
    expect(total('lifecycle')).toBe(population.customers);
  });
});

describe('choosing customers', () => {
  const choose = (choice: Parameters<typeof chooseCustomers>[2]) => chooseCustomers(tea.archive, population, choice);

  it('narrows by every way that is given, and is everybody without any', () => {
    expect(choose({}).customers).toEqual([1, 2, 3, 4, 6]);
    expect(choose({ segment: 'lead', where: 'number_of_orders = 0' }).customers).toEqual([4]);
    expect(choose({ where: 'number_of_orders >= 2', customers: ['3', '2'] }).customers).toEqual([3]);
  });

  it('finds customers by what they are called, once, and tells who was not found', () => {
    expect(choose({ customers: ['淘小茶', '+86 139 0000 0001', 'ann@example.com', 'nobody'] })).toMatchObject({
      customers: [1, 2],
      unknown: ['nobody'],
    });
  });

  it('suggests the nearest segment', () => {
    expect(() => choose({ segment: 'champion' })).toThrow(
      expect.objectContaining({ problem: 'unknown_segment', nearest: 'champions' }),
    );
  });
});

describe('finding customers by a text', () => {
  const found = (text: string) => findCustomers(tea.archive, text, population);

  it.each<[string, number[]]>([
    ['小', [1]],
    ["o'hara", [2]],
    ['ANN@example', [2]],
    ['139 0000-0003', [3]],
    ['3-1', [3]],
    ['碧螺', [1]],
    ['100%', [1]],
    ['%', [1]],
    ['_', []],
    ['too late', []],
    ['龙井', [1, 2, 3, 4, 6]],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it('looks for a decomposed name as the composed one, and for nothing longer than anything kept', () => {
    expect(found('é'.normalize('NFD'))).toEqual([]);
    expect(found('x'.repeat(60_000))).toEqual([]);
  });
});
