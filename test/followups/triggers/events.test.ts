import { describe, expect, it } from 'vitest';
import { gather } from '../../../src/measures/gather.ts';
import { definitionOf } from '../../../src/segments/definitions.ts';
import { takeSnapshot } from '../../../src/segments/snapshot-queries.ts';
import type { World } from '../../helpers/world.ts';
import { asked, occurring, shopOf } from './occurring.ts';

const S = '山月茶铺';
const somebody = [{ day: '2026-05-01' }];

describe('a refund', () => {
  it('is one of an order, whole or in part, on the order’s day where no file showed it without', async () => {
    const shop = await shopOf(
      [{ day: '2026-06-28', refunded: 500 }, { day: '2026-06-29' }],
      [{ day: '2026-06-30', state: 'refunded', counting: false }],
      [{ day: '2026-06-01', refunded: 500 }],
    );
    expect(asked(shop, { on: 'refund', delay_days: 1 })).toEqual([
      `1 ${S}/1-1 2026-06-29–2026-07-09`,
      `2 ${S}/2-1 2026-07-01–2026-07-11`,
    ]);
    expect(occurring(shop, { on: 'refund' }, { customer: 1 })).toMatchObject([{ ordered: '2026-06-29' }]);
  });
});

describe('a complaint', () => {
  const noted = ({ archive }: World, customer: number, kind: string, day: string) =>
    archive.db
      .prepare("INSERT INTO notes (record_id, kind, text, day, noted_at) VALUES (?, ?, 'x', ?, unixepoch(?))")
      .run(customer, kind, day, day);

  it('is a note of that kind, one for a day', async () => {
    const shop = await shopOf(somebody, somebody);
    noted(shop, 1, 'complaint', '2026-06-28');
    noted(shop, 1, 'complaint', '2026-06-28');
    noted(shop, 1, 'praise', '2026-06-29');
    noted(shop, 2, 'complaint', '2026-07-02');
    expect(asked(shop, { on: 'complaint', delay_days: 1 })).toEqual(['1 2026-06-28 2026-06-29–2026-07-09']);
    expect(asked(shop, { on: 'complaint' }, { asOf: '2026-07-02', customer: 2 })).toHaveLength(1);
  });
});

describe('a move between segments', () => {
  const found = ({ archive }: World, asOf: string, ...customers: number[]) => {
    const definition = definitionOf(archive, 'champions');
    if (!definition) throw new Error('no champions');
    gather(archive, asOf);
    takeSnapshot(archive, definition, { customers, rules: '[]', asOf, at: 0, lastImport: 0, net: 0, currency: 'CNY' });
  };
  const merged = ({ archive }: World, from: number, into: number) =>
    archive.db.prepare('UPDATE record_customers SET customer_id = ? WHERE record_id = ?').run(into, from);

  it('is told by the first snapshot that says otherwise, and nobody joins with the first of all', async () => {
    const shop = await shopOf(somebody, somebody, somebody);
    found(shop, '2026-06-25', 1);
    found(shop, '2026-06-28', 1, 2);
    found(shop, '2026-06-30', 2, 3);
    found(shop, '2026-07-02', 2);
    const joined = { on: 'segment_joined', segment: 'champions', delay_days: 1 };
    const left = { on: 'segment_left', segment: 'Champions' };
    expect(asked(shop, joined)).toEqual([
      '2 champions 2026-06-28 2026-06-29–2026-07-09',
      '3 champions 2026-06-30 2026-07-01–2026-07-11',
    ]);
    expect(asked(shop, left)).toEqual(['1 champions 2026-06-30 2026-06-30–2026-07-10']);
    expect(asked(shop, left, { asOf: '2026-07-02' })).toHaveLength(2);
    for (const customer of [1, 2, 3])
      expect(asked(shop, joined, { customer })).toEqual(
        asked(shop, joined).filter((text) => text.startsWith(`${customer} `)),
      );
  });

  it('is none of whoever was there all along under another number', async () => {
    const shop = await shopOf(somebody, somebody);
    found(shop, '2026-06-25', 1);
    found(shop, '2026-06-28', 1, 2);
    found(shop, '2026-06-30', 1);
    merged(shop, 2, 1);
    expect(asked(shop, { on: 'segment_joined', segment: 'champions' })).toEqual([]);
    expect(asked(shop, { on: 'segment_left', segment: 'champions' })).toEqual([]);
  });

  it('of no segment is none, and says so', async () => {
    const shop = await shopOf(somebody);
    expect(() => asked(shop, { on: 'segment_joined', segment: 'championz' })).toThrow('unknown_segment');
  });
});
