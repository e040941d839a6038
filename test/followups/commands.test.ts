import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { julyShop, plan, short, today, idOf, why } from './july.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await julyShop();
});
afterEach(() => shop.close());

describe('followup plan', () => {
  it('is whom to contact on which day, worth most first, and twice the same', async () => {
    const rows = await plan(shop, '--days', '30');
    expect(short(rows)).toEqual([
      '07-01 Dora Dyer win_back',
      '07-01 Ann Archer thank_you',
      '07-01 Cid Carter second_order',
      '07-20 Ann Archer second_order',
    ]);
    expect(rows[0]).toMatchObject({
      kind: 'promotion',
      channel: 'sms',
      address: '+8613912345604',
      due_day: '2026-07-01',
      until_day: '2026-08-15',
      deferred_by: null,
      amount_spent: 20_000,
      last_items: 'Green tea',
    });
    expect(await plan(shop, '--days', '30')).toEqual(rows);
  });

  it('looks seven days ahead, or as far as it is told', async () => {
    expect(await plan(shop, '--days', '19')).toHaveLength(3);
    expect(await plan(shop, '--days', '20')).toHaveLength(4);
    expect(await plan(shop, '--as-of', '2026-07-13')).toHaveLength(2);
    expect(await plan(shop, '--as-of', '2026-07-14')).toHaveLength(3);
  });

  it('tells who was left out of which play, and the command that changes it', async () => {
    const { stderr } = await shop.regulars('followup', 'plan');
    expect(stderr).toContain('3 follow-ups from 2026-07-01 to 2026-07-07');
    expect(stderr).toMatch(/1 left out of thank_you: refused .*regulars consent show/);
    expect(stderr).toMatch(/1 left out of second_order: never agreed .*--consent-policy not-refused/);
  });

  it.each(['0', '367', '1.5', 'x'])('is not made for %s days', async (days) => {
    expect((await shop.regulars('followup', 'plan', '--days', days)).status).toBe(2);
  });
});

describe('followup today', () => {
  it('is the plan of the day, asked for any day', async () => {
    expect(await today(shop)).toEqual(short(await plan(shop, '--days', '1')));
    expect(await today(shop, '--as-of', '2026-06-30')).toEqual([]);
    expect(await today(shop, '--as-of', '2026-07-20')).toContain('07-20 Ann Archer second_order');
    const { status } = await shop.regulars('followup', 'today', '--as-of', '2026-06-30', '--fail-if-empty');
    expect(status).toBe(4);
  });

  it('is a sheet to work through: who, how, why now, what to say, what to note', async () => {
    const id = await idOf(shop, 'Ann Archer', 'thank_you');
    const { stdout } = await shop.regulars('followup', 'today', '--format', 'table');
    const sheet = stdout.slice(stdout.indexOf('Ann Archer'), stdout.indexOf('Cid Carter'));
    expect(sheet).toContain('sms +8613912345601');
    expect(sheet).toContain('first order two days before 2026-07-01');
    expect(sheet).toContain('Green tea (2026-06-29)');
    expect(sheet).toContain(`regulars followup done ${id} --db ${shop.db}\n`);
    const { stderr } = await shop.regulars('followup', 'today', '--format', 'table', '--as-of', '2026-06-30');
    expect(stderr).toContain('nobody is to be contacted on 2026-06-30');
  });
});

describe('followup why', () => {
  it('has an answer for each play', async () => {
    expect(await why(shop, 'Ann Archer')).toEqual({
      thank_you: 'planned: planned for 2026-07-01',
      second_order: 'later: will be due 2026-07-20',
      win_back: 'not_applicable: does not apply',
    });
    expect(await why(shop, 'Ben Baker')).toMatchObject({
      thank_you: 'expired: expired on 2026-06-19',
      second_order: 'left_out: left out: never agreed to promotions',
    });
    expect((await why(shop, 'Eve Ellis'))['thank_you']).toBe('left_out: left out: refused to be contacted');
  });

  it('follows what changes: a consent, a day, an order', async () => {
    await shop.regulars('consent', 'set', 'Ben Baker', 'sms', 'granted');
    expect((await why(shop, 'Ben Baker'))['second_order']).toBe('planned: planned for 2026-07-01');
    expect((await why(shop, 'Ben Baker', '--as-of', '2026-08-01'))['second_order']).toBe(
      'expired: expired on 2026-07-31',
    );
    await shop.ingest([{ customer_name: 'Ben Baker', phone: '13912345602', order_date: '2026-06-30 10:00' }]);
    expect((await why(shop, 'Ben Baker'))['second_order']).toBe('not_applicable: does not apply');
  });

  it('refuses a name nobody answers to', async () => {
    expect((await shop.regulars('followup', 'why', 'Nobody')).status).toBe(1);
  });
});

describe('play list', () => {
  it('shows each rule: what sets it off, for what, by which channels, until when', async () => {
    const rows = await shop.json<Record<string, unknown>[]>('play', 'list');
    expect(rows).toMatchObject([
      { play: 'thank_you', kind: 'care', channels: ['sms', 'email', 'phone'], expires_after_days: 7 },
      { play: 'second_order', kind: 'promotion', channels: ['sms', 'email'], expires_after_days: 30 },
      { play: 'win_back', kind: 'promotion', channels: ['sms', 'email'], expires_after_days: 45 },
    ]);
    expect(rows.map(({ trigger }) => trigger)).toEqual([
      '2 days after the first order',
      '21 days after the first order, while there is no further one',
      'when the last order is 1.5 × the own rhythm ago, from 2 orders on',
    ]);
  });
});
