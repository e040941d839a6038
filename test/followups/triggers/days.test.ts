import { describe, expect, it } from 'vitest';
import type { World } from '../../helpers/world.ts';
import { asked, occurring, shopOf } from './occurring.ts';

const born = ({ archive }: World, customer: number, day: string) =>
  archive.db
    .prepare("INSERT INTO edits (record_id, field, value, edited_at) VALUES (?, 'birthday', ?, 0)")
    .run(customer, day);
const filed = ({ archive }: World, customer: number, day: string) => {
  archive.db.exec(`INSERT OR IGNORE INTO imports (import_id, file_name, file_hash, reader_version, settings, platform, layout, imported_at, summary)
    VALUES (1, 'a.csv', 'h', 1, '{}', 'generic', 'customers', 0, '{}')`);
  archive.db
    .prepare("INSERT INTO profiles (import_id, record_id, line, birthday, tags) VALUES (1, ?, 2, ?, '[]')")
    .run(customer, day);
};
const somebody = [{ day: '2025-07-10' }];

describe('a birthday', () => {
  it('comes every year, so many days before', async () => {
    const shop = await shopOf(somebody, somebody, somebody);
    born(shop, 1, '1990-07-09');
    filed(shop, 2, '0000-06-25');
    filed(shop, 3, '1990-12-01');
    expect(asked(shop, { on: 'birthday', lead_days: 7 })).toEqual(['1 2026 2026-07-02–2026-07-12']);
    expect(asked(shop, { on: 'birthday' })).toEqual(['1 2026 2026-07-09–2026-07-19', '2 2026 2026-06-25–2026-07-05']);
    expect(asked(shop, { on: 'birthday' }, { asOf: '2026-12-20', days: 365 })).toEqual([
      '1 2027 2027-07-09–2027-07-19',
      '2 2027 2027-06-25–2027-07-05',
      '3 2027 2027-12-01–2027-12-11',
    ]);
  });

  it('is what was said by hand before what files say, of one as of everybody', async () => {
    const shop = await shopOf(somebody, somebody);
    born(shop, 1, '1990-07-09');
    filed(shop, 1, '1990-07-12');
    filed(shop, 2, '1990-07-12');
    for (const customer of [1, 2])
      expect(asked(shop, { on: 'birthday' }, { customer })).toEqual(
        asked(shop, { on: 'birthday' }).filter((text) => text.startsWith(`${customer} `)),
      );
    expect(asked(shop, { on: 'birthday' }, { customer: 1 })).toEqual(['1 2026 2026-07-09–2026-07-19']);
  });

  it.each([
    ['2027-02-20', '1 2027 2027-02-28–2027-03-10'],
    ['2028-02-20', '1 2028 2028-02-29–2028-03-10'],
  ])('of 29 February, asked on %s', async (asOf, found) => {
    const shop = await shopOf(somebody);
    born(shop, 1, '1996-02-29');
    expect(asked(shop, { on: 'birthday' }, { asOf })).toEqual([found]);
  });

  it('is none before they were born, nor one that was said later', async () => {
    const shop = await shopOf(somebody, somebody);
    born(shop, 1, '2026-07-09');
    shop.archive.db.exec('UPDATE edits SET edited_at = 1800000000');
    expect(asked(shop, { on: 'birthday' })).toEqual([]);
  });
});

describe('the anniversary of the first order', () => {
  it('comes in every year after it, 29 February on the 28th', async () => {
    const shop = await shopOf(somebody, [{ day: '2026-07-05' }], [{ day: '2024-02-29' }]);
    expect(asked(shop, { on: 'anniversary', lead_days: 3 })).toEqual(['1 2026 2026-07-07–2026-07-17']);
    expect(asked(shop, { on: 'anniversary' }, { asOf: '2027-02-25', days: 10 })).toEqual([
      '3 2027 2027-02-28–2027-03-10',
    ]);
  });

  it('tells whether they ordered since it was due', async () => {
    const shop = await shopOf(
      [{ day: '2025-06-26' }, { day: '2026-06-24' }],
      [{ day: '2025-06-26' }, { day: '2026-06-23' }],
    );
    expect(occurring(shop, { on: 'anniversary', lead_days: 3 })).toMatchObject([
      { ordered: '2026-06-24' },
      { ordered: null },
    ]);
  });
});

describe('a day of everybody', () => {
  it('is that of the year, its month’s last where it is shorter', async () => {
    const shop = await shopOf(somebody, [{ day: '2025-01-01', counting: false }]);
    filed(shop, 2, '1990-01-01');
    expect(asked(shop, { on: 'date', month: 7, day: 20 })).toEqual([
      '1 2026-07-20 2026-07-20–2026-07-30',
      '2 2026-07-20 2026-07-20–2026-07-30',
    ]);
    expect(asked(shop, { on: 'date', month: 2, day: 31 }, { asOf: '2027-02-20', customer: 1 })).toEqual([
      '1 2027-02-28 2027-02-28–2027-03-10',
    ]);
    expect(asked(shop, { on: 'date', month: 1, day: 5 }, { asOf: '2026-12-20', customer: 1 })).toHaveLength(1);
  });

  it('is a festival by any of its names, in its lunar year', async () => {
    const shop = await shopOf(somebody);
    // The Mid-Autumn Festival of 2026 is on 25 September.
    const found = ['1 mid_autumn 2026 2026-09-15–2026-09-25'];
    for (const festival of ['中秋', 'mid_autumn', 'Mid-Autumn'])
      expect(asked(shop, { on: 'festival', festival, lead_days: 10 }, { asOf: '2026-09-10' })).toEqual(found);
    expect(asked(shop, { on: 'festival', festival: 'laba' }, { asOf: '2026-12-20', days: 60 })).toHaveLength(1);
    expect(asked(shop, { on: 'festival', festival: 'no such day' }, { days: 366 })).toEqual([]);
  });
});
