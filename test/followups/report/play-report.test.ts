/** What a play brought, asked of the program. The figures are worked out apart from it, by the formulas of Newcombe and Fleiss. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlainShop, Row } from '../../helpers/plain-shop.ts';
import { spawnRegulars } from '../../helpers/run.ts';
import { HAND, linesOf, named, weekShop } from '../week.ts';

/** By the first order alone, so that what is bought afterwards calls for nothing. */
const firstOrders = (more: string): string =>
  named('week', `window_days = 14\n${more}`).replace('delay_days = 7', 'nth = 1, delay_days = 7');
/** Of the 26 the holdout leaves twelve alone: B D G H K L N Q U W X Y. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const CONTACTED = 'ACEFIJMOPRSTVZ'.split('');
const HELD_OUT = 'BDGHKLNQUWXY'.split('');

const guest = (letter: string): string => `${letter}x Guest`;
const phoneOf = (letter: string): string => `139123456${10 + letter.charCodeAt(0) - 64}`;
const buys = (letter: string, day: string, total: string, more: Row = {}): Row => ({
  customer_name: guest(letter),
  phone: phoneOf(letter),
  order_date: `${day} 10:00`,
  order_total: total,
  unit_price: total,
  ...more,
});
/** Of the first four of them the holdout leaves the last alone. */
const late = (letter: string, day: string, more: Row = {}): Row => ({
  customer_name: `Late ${letter}`,
  phone: `138123400${letter.charCodeAt(0)}`,
  order_date: `${day} 10:00`,
  accepts_marketing: 'yes',
  ...more,
});

type Report = Readonly<Record<string, unknown>>;
const NOBODY = { people: 0, waiting: 0, bought: 0, net: 0 };

let shop: PlainShop;
const report = async (...args: string[]): Promise<string> => {
  const { status, stdout, stderr } = await spawnRegulars(
    ['--db', shop.db, '--as-of', '2026-07-20', 'play', 'report', 'week', ...args],
    { cwd: shop.folder },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
};
const document = async (...args: string[]): Promise<Report> => JSON.parse(await report('--json', ...args)) as Report;
/** Line breaks and the margin are the screen's own. */
const said = async (...args: string[]): Promise<string> => (await report(...args)).replaceAll(/\s+/g, ' ');

const handOver = async (day: string, file: string): Promise<void> => {
  const { status, stderr } = await shop.on(day, ...HAND, file);
  if (status !== 0) throw new Error(stderr);
};

describe('a play with a holdout', () => {
  beforeAll(async () => {
    shop = await weekShop(LETTERS.map(guest), firstOrders('holdout = 0.3'));
    await handOver('2026-07-01', 'first.csv');
    const lines = linesOf(shop, 'first.csv');
    const idOf = (letter: string): string => lines.find(({ name }) => name === guest(letter))?.['id'] ?? '';
    await shop.on('2026-07-03', 'followup', 'done', idOf('A'), '--outcome', 'reached');
    await shop.on('2026-07-03', 'followup', 'done', idOf('C'), idOf('E'), '--outcome', 'wants');
    // Three more are handed over and one held out, whose days are not over on the 20th; and one is due who is not handed over.
    await shop.ingest(
      ['A', 'B', 'C', 'D'].map((letter) => late(letter, '2026-07-05')),
      'Hillside',
      '2026-07-12',
    );
    await handOver('2026-07-12', 'later.csv');
    await shop.ingest(
      [
        late('E', '2026-07-10'),
        // The day of the contact counts, and so does the fourteenth after it.
        buys('A', '2026-07-01', '120'),
        buys('C', '2026-07-15', '80'),
        buys('E', '2026-07-16', '999'),
        buys('F', '2026-07-05', '999', { status: 'cancelled' }),
        // Twice is one who bought.
        buys('I', '2026-07-03', '50'),
        buys('I', '2026-07-04', '70'),
        buys('J', '2026-07-10', '100'),
        // Bought, in a currency that is not reported.
        buys('M', '2026-07-08', '30', { currency: 'USD' }),
        buys('B', '2026-07-02', '200'),
        buys('D', '2026-07-15', '60'),
        buys('G', '2026-07-16', '999'),
        buys('H', '2026-06-30', '999'),
        late('A', '2026-07-13', { order_total: '999', unit_price: '999' }),
      ],
      'Hillside',
      '2026-07-20',
    );
  });
  afterAll(() => shop.close());

  it('has handed over all but those whom it holds out', () => {
    expect(linesOf(shop, 'first.csv').map(({ name }) => name)).toEqual(CONTACTED.map(guest));
    expect(linesOf(shop, 'later.csv')).toHaveLength(3);
    expect(HELD_OUT).toHaveLength(26 - CONTACTED.length);
  });

  it('counts who was planned, handed over, done and held out, and who bought within the days', async () => {
    expect(await document()).toEqual({
      play: 'week',
      since: null,
      as_of: '2026-07-20',
      window_days: 14,
      planned: 1,
      outcomes: { handed_over: 14, done: 3, held_out: 13 },
      currency: 'CNY',
      // A, C, I, J and M: 120 + 80 + 50 + 70 + 100.
      contacted: { people: 14, waiting: 3, bought: 5, net: 42_000, other_currency_orders: 1 },
      held_out: { people: 12, waiting: 1, bought: 2, net: 26_000, other_currency_orders: 0 },
      verdict: 'open',
      contacted_share: expect.closeTo(0.357_143, 6) as number,
      held_out_share: expect.closeTo(0.166_667, 6) as number,
      difference: expect.closeTo(0.190_476, 6) as number,
      difference_low: expect.closeTo(-0.151_114, 6) as number,
      difference_high: expect.closeTo(0.472_366, 6) as number,
      smallest_visible_difference: expect.closeTo(0.410_742, 6) as number,
    });
  });

  it('tells it in words', async () => {
    const words = await said();
    for (const part of [
      'week … to 2026-07-20',
      'planned 1 now waiting for their day',
      'handed over 14',
      'done 3',
      'held out 13',
      'contacted 14 customers; 5 bought within 14 days (35.7 %), for CNY 420.00 1 order in other currencies left out of the amount for want of a rate: regulars rates import FILE 3 more whose days are not over',
      'held out 12 customers; 2 bought within 14 days (16.7 %), for CNY 260.00 1 more whose days are not over',
      'difference +19.0 points, in 19 cases of 20 between −15.1 and +47.2',
      'with so many, only 41.1 points or more could have been told from chance',
      'means it may be chance: whether it helped cannot be told yet.',
    ])
      expect(words).toContain(part);
  });

  it('tells it in Chinese', async () => {
    const words = (await report('--lang', 'zh')).replaceAll(/\s+/g, '');
    for (const part of [
      'week…至2026-07-20',
      '现有1项等待其日期',
      '交出14',
      '完成3',
      '留作对照13',
      '14位客户；14天内有5位下单（35.7%），金额CNY420.00另有1笔其他货币的订单没有汇率，不计入金额：regularsratesimport文件另有3位未期满',
      '12位客户；14天内有2位下单（16.7%），金额CNY260.00另有1位未期满',
      '+19.0个百分点，20次中有19次在−15.1与+47.2之间',
      '以这样的人数，至少41.1个百分点的差别才能与偶然区分',
      '可能只是偶然：目前还不能判断是否有效。',
    ])
      expect(words).toContain(part);
  });

  it('counts from a day on where it is asked to, each customer by the first contact', async () => {
    const since = ['--since', '2026-07-02'];
    expect(await document(...since)).toMatchObject({
      since: '2026-07-02',
      outcomes: { handed_over: 3, done: 3, held_out: 1 },
      contacted: { ...NOBODY, waiting: 3 },
      held_out: { ...NOBODY, waiting: 1 },
      verdict: 'none',
      difference: null,
      smallest_visible_difference: null,
    });
    const words = await said(...since);
    expect(words).toContain('there is nobody to compare with whose days are over.');
    expect(words).not.toContain('A holdout');
    expect(words).toContain('contacted nobody yet whose days are over 3 more whose days are not over');
  });

  it('says nothing of what came after the day it is asked for', async () => {
    expect(await document('--as-of', '2026-07-10')).toMatchObject({
      outcomes: { handed_over: 11, done: 3, held_out: 12 },
      contacted: { ...NOBODY, waiting: 14 },
      held_out: { ...NOBODY, waiting: 12 },
    });
  });

  it('counts what was bought in another currency by the rate of the day it was bought on', async () => {
    writeFileSync(join(shop.folder, 'rates.csv'), 'currency,date,rate\nUSD,2026-07-08,7.2\nUSD,2026-07-09,9\n');
    expect((await shop.on('2026-07-20', 'rates', 'import', 'rates.csv')).status).toBe(0);
    // M's 30 dollars are 216 yuan.
    expect(await document()).toMatchObject({ contacted: { bought: 5, net: 63_600, other_currency_orders: 0 } });
    expect(await said()).not.toContain('want of a rate');
  });
});

it('advises no holdout to a play that has one into which nobody fell yet', async () => {
  shop = await weekShop([guest('A')], firstOrders('holdout = 0.3'));
  await handOver('2026-07-01', 'first.csv');
  const words = await said();
  expect(words).toContain('contacted 1 customer;');
  expect(words).toContain('none of those who were due so far fell into the holdout.');
  expect(words).not.toContain('makes that possible');
  expect(await report('--lang', 'zh')).toContain('还没有人落入对照组');
  shop.close();
});

describe('what can hardly be chance', () => {
  const bought = async (letters: readonly string[]): Promise<void> => {
    shop = await weekShop(LETTERS.map(guest), firstOrders('holdout = 0.3'));
    await handOver('2026-07-01', 'first.csv');
    const rows = letters.map((letter) => buys(letter, '2026-07-02', '100'));
    await shop.ingest(rows, 'Hillside', '2026-07-20');
  };

  it('is told as help', async () => {
    await bought(CONTACTED.slice(1));
    expect(await document()).toMatchObject({
      verdict: 'more',
      difference_low: expect.closeTo(0.585_092, 6) as number,
      difference_high: expect.closeTo(0.987_278, 6) as number,
      // Of the usual 8 % where nobody bought of their own accord.
      smallest_visible_difference: expect.closeTo(0.299_002, 6) as number,
    });
    expect(await said()).toContain('it helped: so much more would hardly be chance.');
    expect(await report('--lang', 'zh')).toContain('有效：多出这么多，很难说是偶然。');
    shop.close();
  });

  it('is told as harm', async () => {
    await bought(HELD_OUT);
    expect(await document()).toMatchObject({
      verdict: 'fewer',
      difference: -1,
      difference_high: expect.closeTo(-0.675_713, 6) as number,
      smallest_visible_difference: expect.closeTo(0.299_002, 6) as number,
    });
    expect(await said()).toContain('it did harm: so much less would hardly be chance.');
    expect(await report('--lang', 'zh')).toContain('有害：少了这么多，很难说是偶然。');
    shop.close();
  });
});

describe('a play that has nobody to compare with', () => {
  beforeAll(async () => {
    shop = await weekShop(['Ann Archer', 'Ben Baker', 'Cid Carter'], firstOrders(''));
  });
  afterAll(() => shop.close());

  it('tells before anything is handed over only how many wait', async () => {
    expect(await document('--as-of', '2026-07-01')).toMatchObject({
      planned: 3,
      outcomes: {},
      contacted: NOBODY,
      held_out: NOBODY,
      verdict: 'none',
      contacted_share: null,
      difference: null,
      smallest_visible_difference: null,
    });
    const words = await said('--as-of', '2026-07-01');
    expect(words).toContain('planned 3 now waiting for their day contacted nobody yet whose days are over');
    expect(words).toContain('held out nobody yet whose days are over means nothing can be said');
    expect(words).not.toContain('points');
    expect(await report('--as-of', '2026-07-01', '--lang', 'zh')).toContain('还没有期满的客户');
  });

  it('tells after it what they bought, and that it says nothing', async () => {
    await handOver('2026-07-01', 'first.csv');
    const ann = { ...buys('A', '2026-07-02', '55.50'), customer_name: 'Ann Archer' };
    await shop.ingest([ann], 'Hillside', '2026-07-20');
    expect(await document()).toMatchObject({
      planned: 0,
      outcomes: { handed_over: 3 },
      contacted: { people: 3, waiting: 0, bought: 1, net: 5550 },
      held_out: NOBODY,
      verdict: 'none',
      difference: null,
    });
    const words = await said();
    expect(words).toContain('contacted 3 customers; 1 bought within 14 days (33.3 %), for CNY 55.50');
    expect(words).toContain('A holdout in the play makes that possible.');
    expect(await report('--lang', 'zh')).toContain('在玩法中设置 holdout（对照组）即可比较。');
  });
});
