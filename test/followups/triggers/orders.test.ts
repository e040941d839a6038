import { describe, expect, it } from 'vitest';
import { asked, occurring, shopOf } from './occurring.ts';

const S = '山月茶铺';
const tea = [{ sku: 'LJ-250', title: '龙井茶 250g' }];
const soap = [{ title: 'Olive Soap' }];

describe('an order', () => {
  it('sets a play off so many days later, while it is worth doing', async () => {
    const shop = await shopOf([{ day: '2026-06-20' }, { day: '2026-06-29' }], [{ day: '2026-06-30', counting: false }]);
    expect(asked(shop, { on: 'order', delay_days: 2 })).toEqual([
      `1 ${S}/1-1 2026-06-22–2026-07-02`,
      `1 ${S}/1-2 2026-07-01–2026-07-11`,
    ]);
    expect(asked(shop, { on: 'order', delay_days: 2 }, { asOf: '2026-07-03' })).toHaveLength(1);
    expect(asked(shop, { on: 'order', delay_days: 2 }, { asOf: '2026-07-12' })).toEqual([]);
  });

  it('is looked ahead for as far as its delay goes, and none that lies after the day is known', async () => {
    const shop = await shopOf([{ day: '2026-06-29' }, { day: '2026-07-05' }]);
    expect(asked(shop, { on: 'order', delay_days: 21 })).toEqual([`1 ${S}/1-1 2026-07-20–2026-07-30`]);
    expect(asked(shop, { on: 'order', delay_days: 21 }, { days: 19 })).toEqual([]);
  });

  it('may have to be the first, or a later one, of those that count', async () => {
    const orders = [{ day: '2026-06-01', counting: false }, { day: '2026-06-28' }, { day: '2026-06-28' }];
    const shop = await shopOf(orders, [{ day: '2026-06-29' }]);
    expect(asked(shop, { on: 'order', nth: 1 })).toEqual([
      `1 ${S}/1-2 2026-06-28–2026-07-08`,
      `2 ${S}/2-1 2026-06-29–2026-07-09`,
    ]);
    expect(asked(shop, { on: 'order', nth: 2 })).toEqual([`1 ${S}/1-3 2026-06-28–2026-07-08`]);
    expect(asked(shop, { on: 'order', nth: 3 })).toEqual([]);
  });

  it('tells when the customer ordered next, also on the same day', async () => {
    const shop = await shopOf([{ day: '2026-06-28' }, { day: '2026-06-28' }, { day: '2026-06-30' }]);
    expect(occurring(shop, { on: 'order' }).map(({ ordered }) => ordered)).toEqual(['2026-06-28', '2026-06-30', null]);
  });

  it.each<[pattern: string, found: (string | null)[]]>([
    ['lj-250', ['龙井茶 250g']],
    ['龙井%', ['龙井茶 250g']],
    ['%SOAP', ['Olive Soap']],
    ['soap', []],
    ['%', ['龙井茶 250g', 'Olive Soap']],
    ['l.-250', []],
  ])('may have to be of a product: %s', async (product, found) => {
    const shop = await shopOf([
      { day: '2026-06-28', lines: tea },
      { day: '2026-06-29', lines: soap },
    ]);
    expect(occurring(shop, { on: 'order', product }).map(({ about }) => about)).toEqual(found);
  });

  it('is found of one customer as of everybody', async () => {
    const shop = await shopOf([{ day: '2026-06-28' }], [{ day: '2026-06-29' }, { day: '2026-06-30' }]);
    const of = (customer?: number) => asked(shop, { on: 'order' }, customer === undefined ? {} : { customer });
    expect([...of(1), ...of(2)]).toEqual(of());
  });
});

describe('an order that was shipped or completed', () => {
  it('of which only that is known is taken to be since its own day', async () => {
    const shop = await shopOf([
      { day: '2026-06-28', state: 'paid' },
      { day: '2026-06-29', state: 'shipped' },
      { day: '2026-06-30', state: 'completed' },
    ]);
    expect(asked(shop, { on: 'order', state: 'shipped' }).map((text) => text.split(' ')[1])).toEqual([
      `${S}/1-2`,
      `${S}/1-3`,
    ]);
    expect(asked(shop, { on: 'order', state: 'completed', delay_days: 3 })).toEqual([
      `1 ${S}/1-3 2026-07-03–2026-07-13`,
    ]);
  });
});

describe('a rhythm', () => {
  // Of one shop with one rhythm it is that of everybody: ten days.
  const every = (...days: number[]) => days.map((day) => ({ day: `2026-06-${String(day).padStart(2, '0')}` }));

  it('is over so many times its length after the last order, in the days to come too', async () => {
    const shop = await shopOf(every(1, 11, 21), every(19, 29));
    expect(asked(shop, { on: 'rhythm', multiple: 1.5 }, { expires: 5 })).toEqual([
      `1 ${S}/1-3 2026-07-06–2026-07-11`,
      `2 ${S}/2-2 2026-07-14–2026-07-19`,
    ]);
    expect(asked(shop, { on: 'rhythm', multiple: 1.5 }, { expires: 5, days: 13 })).toHaveLength(1);
  });

  it('asks for as many orders as it says', async () => {
    const shop = await shopOf(every(1, 11, 21), every(19, 29), every(30));
    expect(asked(shop, { on: 'rhythm', multiple: 1.5, minimum_orders: 3 })).toHaveLength(1);
  });

  it('that was over ended with the next order', async () => {
    const shop = await shopOf(every(1, 8, 28), every(2, 12), every(3, 13));
    // Ten days and a bit, by gaps of 7 and 20 among others of 10: over on 19 June, and not before 8 June.
    const lapsed = { asOf: '2026-06-30', from: '2026-06-01', days: 30, expires: 60, customer: 1 };
    expect(occurring(shop, { on: 'rhythm', multiple: 1 }, lapsed)).toMatchObject([
      { occurrence: `${S}/1-2`, due: '2026-06-19', until: '2026-06-27', ordered: '2026-06-28' },
    ]);
    expect(asked(shop, { on: 'rhythm', multiple: 1 }, { ...lapsed, from: '2026-06-28' }).join('\n')).not.toContain(
      '1-2',
    );
  });
});

describe('what is used up', () => {
  const bought = (...days: string[]) => days.map((day) => ({ day, lines: [{ sku: 'LJ-250', title: '龙井茶 250g' }] }));
  const said = "INSERT INTO products (shop, key, sku, days_of_supply, said_at) VALUES ('', 'LJ-250', 'LJ-250', 20, 0)";

  it('goes by its days of supply for each piece', async () => {
    const shop = await shopOf([{ day: '2026-06-01', lines: [{ sku: 'LJ-250', title: '龙井茶 250g', quantity: 2 }] }]);
    shop.archive.db.exec(said);
    expect(occurring(shop, { on: 'replenishment', lead_days: 5 })).toEqual([
      {
        customer: 1,
        occurrence: `${S}/1-1 LJ-250`,
        order: `${S}/1-1`,
        about: '龙井茶 250g',
        on: '2026-06-01',
        due: '2026-07-06',
        until: '2026-07-16',
        ordered: null,
      },
    ]);
    expect(asked(shop, { on: 'replenishment', product: '碧螺春' })).toEqual([]);
  });

  it('else by how often customers buy it again', async () => {
    const own = bought('2026-04-01', '2026-05-01', '2026-06-05');
    const five = Array.from({ length: 5 }, () => bought('2026-03-01', '2026-03-21'));
    const shop = await shopOf(own, bought('2026-06-12'), ...five);
    const of = (customer: number) => asked(shop, { on: 'replenishment', lead_days: 0 }, { customer });
    // The middle of twenty days five times, and 30 and 35.
    expect(of(1)).toEqual([`1 ${S}/1-3 LJ-250 2026-06-25–2026-07-05`]);
    expect(of(2)).toEqual([`2 ${S}/2-1 LJ-250 2026-07-02–2026-07-12`]);
    expect(asked(shop, { on: 'replenishment', lead_days: 0 })).toEqual([...of(1), ...of(2)]);
  });

  it('is not known where too few bought it again', async () => {
    const shop = await shopOf(bought('2026-06-01', '2026-06-12'));
    expect(asked(shop, { on: 'replenishment' }, { days: 60 })).toEqual([]);
  });
});
