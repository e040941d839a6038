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
      '07-01 Ann Archer thank_you',
      '07-01 Dora Dyer win_back',
      '07-01 Cid Carter second_order_7',
      '07-06 Ann Archer second_order_7',
    ]);
    expect(rows[1]).toMatchObject({
      kind: 'promotion',
      channel: 'sms',
      address: '+8613912345604',
      due_day: '2026-07-01',
      expires_day: '2026-08-15',
      // From nine to eight in the evening of their place.
      not_before: '2026-07-01T01:00:00Z',
      not_after: '2026-07-01T12:00:00Z',
      deferred_by: null,
      deferred_for: null,
      order: 'Hillside/1005',
      amount_spent: 20_000,
      last_items: 'Green tea',
    });
    expect(await plan(shop, '--days', '30')).toEqual(rows);
  });

  it('looks seven days ahead, or as far as it is told', async () => {
    expect(await plan(shop, '--days', '5')).toHaveLength(3);
    expect(await plan(shop, '--days', '6')).toHaveLength(4);
    const nudged = '07-06 Ann Archer second_order_7';
    expect(short(await plan(shop, '--as-of', '2026-06-29'))).not.toContain(nudged);
    expect(short(await plan(shop, '--as-of', '2026-06-30'))).toContain(nudged);
  });

  it('tells who was left out of which play, and the command that changes it', async () => {
    const { stderr } = await shop.regulars('followup', 'plan');
    expect(stderr).toContain('4 follow-ups from 2026-07-01 to 2026-07-07');
    expect(stderr).toMatch(/1 left out of thank_you: refused .*regulars consent show/);
    expect(stderr).toMatch(/1 left out of second_order_7: never agreed .*--consent-policy not-refused/);
  });

  it.each(['0', '367', '1.5', 'x'])('is not made for %s days', async (days) => {
    expect((await shop.regulars('followup', 'plan', '--days', days)).status).toBe(2);
  });
});

describe('followup today', () => {
  it('is the plan of the day, asked for any day', async () => {
    expect(await today(shop)).toEqual(short(await plan(shop, '--days', '1')));
    expect(await today(shop, '--as-of', '2026-06-20')).toEqual([]);
    expect(await today(shop, '--as-of', '2026-07-06')).toContain('07-06 Ann Archer thank_you');
    const { status } = await shop.regulars('followup', 'today', '--as-of', '2026-06-20', '--fail-if-empty');
    expect(status).toBe(4);
  });

  it('is a sheet to work through: who, how, why now, what to note', async () => {
    const id = await idOf(shop, 'Ann Archer', 'thank_you');
    const { stdout } = await shop.regulars('followup', 'today', '--format', 'table');
    const sheet = stdout.slice(stdout.indexOf('Ann Archer'), stdout.indexOf('Dora Dyer'));
    expect(sheet).toContain('sms +8613912345601');
    expect(sheet).toContain('first order Hillside/1001 on 2026-06-29');
    expect(sheet).toMatch(/what +Green tea\n/);
    expect(sheet).toMatch(/bought last +2026-06-29\n/);
    expect(sheet).toContain(`regulars followup done ${id} --db ${shop.db}\n`);
    const { stderr } = await shop.regulars('followup', 'today', '--format', 'table', '--as-of', '2026-06-20');
    expect(stderr).toContain('nobody is to be contacted on 2026-06-20');
  });
});

describe('followup why', () => {
  it('has an answer for each play', async () => {
    expect(await why(shop, 'Ann Archer')).toMatchObject({
      thank_you: 'planned: planned for 2026-07-01',
      second_order_7: 'later: will be due 2026-07-06',
      win_back: 'not_applicable: does not apply',
      review: 'off: switched off',
    });
    expect(await why(shop, 'Ben Baker')).toMatchObject({
      thank_you: 'expired: expired on 2026-06-30',
      second_order_7: 'left_out: left out: never agreed to promotions',
    });
    expect((await why(shop, 'Eve Ellis'))['thank_you']).toBe('left_out: left out: refused to be contacted');
  });

  it('follows what changes: a consent, a day, an order', async () => {
    await shop.regulars('consent', 'set', 'Ben Baker', 'sms', 'granted');
    expect((await why(shop, 'Ben Baker'))['second_order_7']).toBe('planned: planned for 2026-07-01');
    expect((await why(shop, 'Ben Baker', '--as-of', '2026-08-01'))['second_order_7']).toBe(
      'expired: expired on 2026-07-12',
    );
    await shop.ingest([{ customer_name: 'Ben Baker', phone: '13912345602', order_date: '2026-06-30 10:00' }]);
    expect((await why(shop, 'Ben Baker'))['second_order_7']).toBe('left_out: left out: ordered since');
  });

  it('refuses a name nobody answers to', async () => {
    expect((await shop.regulars('followup', 'why', 'Nobody')).status).toBe(1);
  });
});

describe('play try', () => {
  it('tells whom a play would have come to lately, on or off, and why not to others', async () => {
    const rows = await shop.json<{ day: string; name: string; channel: string }[]>('play', 'try', 'second_order_3');
    expect(rows.map(({ day, name, channel }) => [day, name, channel])).toEqual([['2026-06-24', 'Cid Carter', 'sms']]);
    const { stderr } = await shop.regulars('play', 'try', 'Second_Order_3');
    expect(stderr).toContain('second_order_3 would have come to 1 from 2026-06-02 to 2026-07-01');
    expect(stderr).toContain('1 left out of second_order_3: never agreed to promotions');
    expect(await shop.json('play', 'try', 'second_order_3', '--days', '7')).toEqual([]);
    expect(await shop.json('play', 'try', 'second_order_3', '--as-of', '2026-06-23')).toEqual([]);
  });

  it('leaves aside what was done, and what happened only later', async () => {
    await shop.regulars('followup', 'done', await idOf(shop, 'Cid Carter', 'second_order_7'));
    await shop.ingest([{ customer_name: 'Cid Carter', phone: '13912345603', order_date: '2026-06-30 10:00' }]);
    const rows = await shop.json<{ name: string }[]>('play', 'try', 'second_order_7');
    expect(rows).toMatchObject([{ name: 'Cid Carter', day: '2026-06-28' }]);
  });

  it('refuses a name no play has', async () => {
    const { status, stderr } = await shop.regulars('play', 'try', 'second_odor');
    expect([status, stderr]).toEqual([2, 'regulars: no play is called "second_odor"\nhint: regulars play list\n']);
  });
});
