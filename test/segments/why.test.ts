import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { supplyFields } from '../../src/commands/supply-fields.ts';
import { gather } from '../../src/measures/gather.ts';
import { addDays } from '../../src/values/days.ts';
import { compileWhere } from '../../src/segments/compile.ts';
import { distanceOf } from '../../src/segments/distance.ts';
import { membersWhere } from '../../src/segments/queries.ts';
import { tell } from '../../src/segments/told.ts';
import { waitFor } from '../../src/segments/waiting.ts';
import { wayTo } from '../../src/segments/way-in.ts';
import { print } from '../../src/segments/print.ts';
import { randomQuery } from '../helpers/random-query.ts';
import { randomWorld } from '../helpers/random-world.ts';
import { run } from '../helpers/run.ts';
import { type World, world } from '../helpers/world.ts';

supplyFields();

const TODAY = '2026-07-01';
let tea: World;

beforeAll(async () => {
  tea = await world([
    {
      name: '王小茶',
      account: '淘小茶',
      phone: '+8613900000001',
      city: '杭州市',
      orders: [
        { day: '2026-03-01', net: 20000 },
        { day: '2026-06-29', net: 5050 },
      ],
    },
    { name: 'Ann Archer', email: 'ann@example.com', orders: [{ day: '2026-01-30', net: 50000 }] },
    { name: '李远', phone: '+8613900000003', orders: [{ day: '2025-01-05', net: 30000 }] },
  ]);
  await regulars(['tag', 'add', 'complaint', '--customer', '1']);
});
afterAll(() => tea.close());

const regulars = (args: readonly string[]) => run(['--db', tea.archive.path, ...args], { now: '2026-07-01T04:00:00Z' });
const shown = async (...args: string[]) => (await regulars(args)).stdout;

const WHERE = `number_of_orders >= 3 AND last_order_date < -90d AND (customer_tags NOT CONTAINS 'complaint' OR amount_spent TOP 1)
  AND orders_placed MATCHES (sum_amount >= 300, date >= -1y)`;

describe('segment explain', () => {
  it('shows the clause tree with the value seen, how far off, and the orders behind it', async () => {
    expect(
      await shown('segment', 'explain', '--where', WHERE, '淘小茶'),
    ).toBe(`王小茶  #1 is not in the segment of this condition on 2026-07-01
✗ all of these
  ✗ number_of_orders >= 3
      2, 1 below 3
  ✗ last_order_date < -90d
      2026-06-29, 88 days after 2026-04-02
  ✗ any of these
    ✗ customer_tags NOT CONTAINS 'complaint'
        complaint
    ✗ amount_spent TOP 1
        CNY 250.50; the least that is in: CNY 500.00
  ✗ orders_placed MATCHES (sum_amount >= 300, date >= -1y)
      2 of 2 match; sum_amount CNY 250.50, CNY 49.50 below CNY 300.00; 1-1 (2026-03-01), 1-2 (2026-06-29)

Orders that count
  2026-06-29  1-2  山月茶铺  CNY 50.50
  2026-03-01  1-1  山月茶铺  CNY 200.00
`);
  });

  it('says of a group what it follows from, in Chinese too', async () => {
    expect(
      await shown('segment', 'explain', 'lapsed', 'Ann Archer', '--lang', 'zh'),
    ).toContain(`Ann Archer  #2 在 2026-07-01 不属于 lapsed 久未下单
✗ lifecycle_stage = 'lapsed'
    first; number_of_orders 1, lateness 1.267
`);
  });

  it('is one document for a program', async () => {
    const { stdout } = await regulars(['segment', 'explain', '--where', WHERE, '1', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      segment: null,
      customer_id: 1,
      as_of: TODAY,
      member: false,
      currency: 'CNY',
      why: {
        kind: 'and',
        holds: false,
        parts: [
          { kind: 'clause', clause: 'number_of_orders >= 3', holds: false, seen: 2, off: -1 },
          { clause: 'last_order_date < -90d', seen: '2026-06-29', off: 88 },
          { kind: 'or', parts: [{ seen: ['complaint'] }, { seen: 25_050, against: [50_000], off: -24_950 }] },
          { holds: false, of: 2, together: { sum_amount: 25_050 } },
        ],
      },
      orders: [{ order_number: '1-2', day: '2026-06-29', net: 5050 }, { order_number: '1-1' }],
    });
  });

  it('is asked for any day', async () => {
    expect(await shown('segment', 'explain', 'first', '1', '--as-of', '2026-03-02')).toContain(
      '王小茶  #1 is in first on 2026-03-02',
    );
  });

  it('says what it needs where the customer or the segment is missing or unknown', async () => {
    expect(await regulars(['segment', 'explain', 'lapsed'])).toMatchObject({ status: 2 });
    expect(await regulars(['segment', 'explain', 'lapsed', 'nobody'])).toMatchObject({ status: 1 });
    const { stderr, status } = await regulars(['segment', 'explain', 'lapsd', '1']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('did you mean lapsed?')]);
  });
});

describe('segment why-not', () => {
  it('says what keeps them out first, what would bring them in, and what waiting does', async () => {
    expect(
      await shown('segment', 'why-not', '--where', WHERE, '淘小茶'),
    ).toBe(`王小茶  #1 is not in the segment of this condition on 2026-07-01

What keeps them out
  number_of_orders >= 3
      2, 1 below 3
  last_order_date < -90d
      2026-06-29, 88 days after 2026-04-02
  customer_tags NOT CONTAINS 'complaint'
      complaint
  orders_placed MATCHES (sum_amount >= 300, date >= -1y)
      2 of 2 match; sum_amount CNY 250.50, CNY 49.50 below CNY 300.00; 1-1 (2026-03-01), 1-2 (2026-06-29)

What would bring them in
  1 more of number_of_orders
  last_order_date < -90d would have to hold
  regulars tag remove complaint --customer 1 --db ${tea.archive.path}
  CNY 49.50 more of sum_amount (orders_placed)

By waiting
  cannot be told: it depends on what everybody else does
`);
  });

  it('names the tag as they carry it, else as it was written, whatever the case of the condition', async () => {
    await regulars(['tag', 'add', 'VIP', '--customer', '3']);
    expect(await shown('segment', 'why-not', '--where', "customer_tags != 'vip'", '3')).toContain(
      'regulars tag remove VIP --customer 3 ',
    );
    expect(await shown('segment', 'why-not', '--where', "customer_tags CONTAINS 'Gold'", '3')).toContain(
      'regulars tag add Gold --customer 3 ',
    );
    await regulars(['tag', 'remove', 'VIP', '--customer', '3']);
  });

  it('says which figures a group takes, what a rank lacks, and how a consent is noted', async () => {
    const ways = async (where: string, ...more: string[]) =>
      (await shown('segment', 'why-not', '--where', where, '2', ...more)).split('\n').slice(6);
    expect(await ways("value_band = 'small' OR frequency_score = 5")).toContain(
      "  value_band = 'small' takes amount_spent of at most CNY 250.49 (now CNY 500.00)",
    );
    expect(await ways("NOT lifecycle_stage = 'first'")).toContain(
      "  lifecycle_stage = 'first' stops holding with recency_days of at least 180 (now 152)",
    );
    expect(await ways('number_of_orders TOP 1', '--lang', 'zh')).toContain(
      '  number_of_orders 再多 1（以其他客户的现状计）',
    );
    expect((await ways("email_subscription_status = 'SUBSCRIBED'")).join(' ')).toContain(
      'once they have said so: regulars consent set 2 email granted',
    );
    const { stdout } = await regulars(['segment', 'why-not', 'vip', '1', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      kept_out_by: [{ clause: "value_band = 'vip'", takes: [{ field: 'amount_spent', least: 30_000, now: 25_050 }] }],
    });
  });

  it('finds the day on which waiting is enough, which is the day they are first found on', async () => {
    expect(await shown('segment', 'why-not', '--where', 'last_order_date < -90d', '1')).toContain(
      'they fall in on 2026-09-28, in 89 days, if nothing else happens',
    );
    const found = async (day: string) =>
      (
        await regulars([
          '--as-of',
          day,
          'segment',
          'members',
          '--where',
          'last_order_date < -90d',
          '--csv',
          '--columns',
          'customer_id',
        ])
      ).stdout;
    expect(await found('2026-09-27')).toBe('customer_id\n2\n3\n');
    expect(await found('2026-09-28')).toBe('customer_id\n1\n2\n3\n');
    expect(await shown('segment', 'why-not', 'first', 'Ann Archer', '--lang', 'zh')).toContain(
      '没有什么挡着：客户就在该分组里。',
    );
  });

  it('does not look ahead of a day that orders came after', async () => {
    expect(await shown('segment', 'why-not', 'lost', '1', '--as-of', '2026-04-01')).toContain(
      'is not told for a day that orders came after',
    );
  });
});

describe('how far off', () => {
  it.each([
    [3, '>=', [5], -2],
    [3, '=', [3], 0],
    [10, 'BETWEEN', [1, 5], 5],
    [0, 'BETWEEN', [1, 5], -1],
    [2, 'BETWEEN', [1, 9], 1],
    [8, 'BETWEEN', [1, 9], -1],
    ['2026-03-01', '<', ['2026-03-31'], -30],
    ['王', '=', ['李'], undefined],
    [null, '>', [1], undefined],
    [5, 'IN', [1, 2], undefined],
  ] as const)('%j %s %j: %j', (seen, operator, values, by) => {
    expect(distanceOf(seen, operator, values)?.by).toBe(by);
  });
});

describe('the way in', () => {
  // Every waiting looks at up to four hundred days.
  it('is empty exactly where it is so already, and waiting changes nothing before the day it names', {
    timeout: 120_000,
  }, async () => {
    const other = await randomWorld(7, 6);
    const { archive } = other;
    try {
      const last = '2026-12-31';
      fc.assert(
        fc.property(randomQuery, fc.integer({ min: 1, max: 6 }), (tree, customer) => {
          const source = print(tree);
          const population = gather(archive, last);
          const verdict = tell(archive, source, population, customer);
          expect(wayTo(verdict, verdict.holds)).toEqual([]);
          const steps = wayTo(verdict, !verdict.holds);
          expect(steps.length).toBeGreaterThan(0);
          for (const step of steps) expect(step.verdict.holds).toBe(!step.wanted);
          const waiting = waitFor(archive, source, population, customer, verdict.holds);
          if (!('day' in waiting)) return;
          const isIn = (day: string) =>
            membersWhere(archive, compileWhere(archive, source, gather(archive, day))).includes(customer);
          expect(isIn(waiting.day)).toBe(!verdict.holds);
          expect(isIn(addDays(waiting.day, -1))).toBe(verdict.holds);
        }),
        { numRuns: 15 },
      );
    } finally {
      other.close();
    }
  });
});
