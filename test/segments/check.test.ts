import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cover, findingsOf, overlaps } from '../../src/segments/findings.ts';
import { looksLikeShopify } from '../../src/segments/shopify-signs.ts';
import { run } from '../helpers/run.ts';
import { type World, world } from '../helpers/world.ts';

type Row = Readonly<Record<'segment' | 'finding' | 'clause' | 'customers' | 'hint', string | number | null>>;

let tea: World;
beforeAll(async () => {
  tea = await world([
    { name: '王小茶', city: '杭州市', orders: [{ day: '2026-03-01' }, { day: '2026-06-29' }] },
    { name: 'Ann Archer', city: 'Leeds', orders: [{ day: '2026-01-30', refunded: 500 }] },
    { name: '李远', orders: [{ day: '2025-01-05' }] },
    { name: 'Never Paid', orders: [{ day: '2026-05-01', state: 'cancelled', counting: false }] },
  ]);
});
afterAll(() => tea.close());

const check = (...args: string[]) => run(['--db', tea.archive.path, 'segment', 'check', ...args]);
const rows = async (...args: string[]) => JSON.parse((await check(...args, '--json')).stdout) as Row[];
const found = async (where: string, ...args: string[]) =>
  (await rows('--where', where, ...args)).map(({ finding, clause, customers }) => [finding, clause, customers]);

describe('segment check', () => {
  it('tells the missing values that negative tests keep, with the words that leave them out', async () => {
    expect(await rows('--where', "customer_city != '杭州市'")).toEqual([
      {
        segment: '',
        finding: 'missing_kept',
        clause: "customer_city != '杭州市'",
        customers: 2,
        hint: 'also keeps customers without customer_city; add AND customer_city IS NOT NULL',
      },
    ]);
    expect(await found("NOT customer_city = '杭州市'")).toEqual([['missing_kept', "customer_city = '杭州市'", 2]]);
    expect(await found("customer_cities NOT IN ('杭州市')")).toMatchObject([['missing_kept', expect.anything(), 2]]);
    expect(await found('NOT recency_days > 1.5 * median_gap_days')).toEqual([
      ['everybody', 'NOT recency_days > 1.5 * median_gap_days', 4],
      ['missing_kept', 'recency_days > 1.5 * median_gap_days', 1],
      ['missing_kept', 'recency_days > 1.5 * median_gap_days', 3],
    ]);
  });

  it('is silent of those that are left out already, and of tags nobody has', async () => {
    expect(await found("customer_city != '杭州市' AND customer_city IS NOT NULL")).toEqual([]);
    expect(await found("customer_city = 'Leeds'")).toEqual([]);
    expect(await found("NOT customer_city != '杭州市'")).toEqual([]);
    // Nobody has tags here: that a clause of theirs tells nobody apart is all there is to say.
    expect(await found("customer_tags NOT CONTAINS 'x' AND orders_all = 2")).toEqual([
      ['always', "customer_tags NOT CONTAINS 'x'", 4],
    ]);
  });

  it('tells clauses that hold for nobody or everybody, or change nothing where they stand', async () => {
    expect(await found("customer_city = 'Leeds' AND number_of_orders > 9")).toEqual([
      ['nobody', "customer_city = 'Leeds' AND number_of_orders > 9", 0],
      ['never', 'number_of_orders > 9', 0],
    ]);
    expect(await found("customer_city = 'Leeds' AND number_of_orders >= 0")).toEqual([
      ['always', 'number_of_orders >= 0', 4],
    ]);
    expect(await found("customer_city = 'Leeds' AND number_of_orders >= 1")).toEqual([
      ['changes_nothing', 'number_of_orders >= 1', 3],
    ]);
    expect(await found("customer_city = 'Leeds' OR number_of_orders > 9")).toEqual([
      ['never', 'number_of_orders > 9', 0],
    ]);
    expect(await found("NOT (customer_city = 'Leeds' OR number_of_orders = 0) AND amount_spent > 0")).toMatchObject([
      ['missing_kept', "customer_city = 'Leeds'", 1],
      ['changes_nothing', 'number_of_orders = 0', 1],
      ['changes_nothing', 'amount_spent > 0', 3],
    ]);
    expect(await found('number_of_orders >= 0')).toEqual([['everybody', 'number_of_orders >= 0', 4]]);
  });

  it('takes a segment that is named as one clause', async () => {
    expect(await found("in_segment('lead') AND orders_all = 1 AND in_segment('vip', 'lead')")).toContainEqual([
      'changes_nothing',
      'orders_all = 1',
      3,
    ]);
  });

  it('says how many are in each and how long it took', async () => {
    const { stderr } = await check('lead', 'lost');
    expect(stderr).toMatch(/^lead: 1 of 4 customers, \d+ ms\nlost: \d of 4 customers, \d+ ms\n/);
    expect((await rows()).every(({ finding }) => finding === 'nobody')).toBe(true);
  });

  it('tells a mistake like an error, goes on, and ends with 1', async () => {
    const { stdout, stderr, status } = await check('lead', 'laed', '--where', 'units >> 1', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      { segment: 'laed', finding: 'unknown_segment', clause: 'laed', customers: null, hint: 'did you mean lead?' },
      {
        segment: '',
        finding: 'unexpected',
        clause: '>',
        customers: null,
        hint: expect.stringContaining('a value') as unknown,
      },
    ]);
    expect(stderr).toContain('lead: 1 of 4 customers');
    expect(stderr).toContain('"message":"2 of 3 conditions have a mistake"');
    expect(stderr).toContain('laed: no segment has this name\n  laed\n  ^^^^\nhint: did you mean lead?');
  });

  it('tells which segments share customers, and whom none has', async () => {
    expect(await rows('lead', 'active', '--cover')).toEqual([
      {
        segment: '',
        finding: 'uncovered',
        clause: "NOT in_segment('lead', 'active')",
        customers: 2,
        hint: '50.0 % of all customers',
      },
    ]);
    expect(await rows('active', 'vip', '--overlap')).toEqual([
      {
        segment: 'active',
        finding: 'overlap',
        clause: "in_segment('active') AND in_segment('vip')",
        customers: 1,
        hint: '100.0 % of active, 100.0 % of vip',
      },
    ]);
    const stages = ['lead', 'first', 'active', 'regular', 'due', 'late', 'lapsed', 'lost'];
    expect((await rows(...stages, '--overlap', '--cover')).at(-1)).toMatchObject({ finding: 'partition' });
  });

  it('tells where Shopify counts otherwise of what looks pasted from there, or when asked to', async () => {
    expect(await found('number_of_orders >= 2 AND amount_spent > 1')).toEqual([
      ['changes_nothing', 'amount_spent > 1', 3],
    ]);
    expect(await found('number_of_orders >= 2', '--shopify')).toEqual([['shopify_orders', 'number_of_orders', 1]]);
    expect(await found('orders_placed(count_at_least: 1, date: >= 90_days_ago) = true')).toEqual([
      ['shopify_orders', 'orders_placed', 1],
    ]);
    expect(await found('amount_spent > 150', '--shopify')).toEqual([['shopify_spent', 'amount_spent', 1]]);
    expect(await found("customer_regions CONTAINS 'US-NY'")).toMatchObject([
      ['nobody', expect.anything(), 0],
      ['shopify_places', 'customer_regions', 4],
    ]);
  });
});

describe('what is decided from counts', () => {
  it('is nothing of an archive without customers', () => {
    expect(findingsOf({ where: 'x', everybody: 0, members: 0, clauses: [] })).toEqual([]);
  });

  it('counts pairs by the share of either, and covers', () => {
    const [one, two, three] = [
      { name: "a'b", members: [1, 2, 3, 4] },
      { name: 'c', members: [4] },
      { name: 'd', members: [5] },
    ] as const;
    expect(overlaps([one, two, three])).toMatchObject([
      {
        segment: "a'b",
        clause: "in_segment('a''b') AND in_segment('c')",
        customers: 1,
        about: ["a'b", '25.0 %', 'c', '100.0 %'],
      },
    ]);
    expect(cover([one, three], 5)).toMatchObject([{ finding: 'partition' }]);
    expect(cover([one, three], 6)).toMatchObject([{ finding: 'uncovered', customers: 1, about: ['16.7 %'] }]);
    expect(cover([one, two, three], 5)).toMatchObject([{ finding: 'uncovered', customers: 0 }]);
  });

  it.each([
    ['last_order_date < 30_days_ago', true],
    ["customer_regions CONTAINS 'US-NY'", true],
    ["customer_cities CONTAINS 'US-NY-NewYorkCity'", true],
    ["rfm_group = 'AT_RISK'", true],
    ["email_subscription_status = 'SUBSCRIBED'", true],
    ["anniversary(date: 'metafields.facts.birth_date') = today", true],
    ['products_purchased(count: 2) = true', true],
    ['products_purchased MATCHES (count >= 2)', false],
    ["customer_name = 'ANN' AND rfm_group = 'at_risk'", false],
    ["customer_tags CONTAINS 'VIP-2025'", false],
  ])('%s looks like Shopify: %s', (source, looks) => expect(looksLikeShopify(source)).toBe(looks));
});
