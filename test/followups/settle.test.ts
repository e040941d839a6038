import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { idOf, julyShop, plan, short, today, why } from './july.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await julyShop();
});
afterEach(() => shop.close());

describe('followup done and skip', () => {
  it.each(['done', 'skip'])('%s: takes it off the plan, whatever the case of the id', async (verb) => {
    const id = await idOf(shop, 'Cid Carter', 'second_order_7');
    const { status, stderr } = await shop.regulars('followup', verb, id.toUpperCase(), '--note', 'met at the fair');
    expect([status, stderr]).toEqual([0, expect.stringContaining('Cid Carter')]);
    expect(await today(shop)).toEqual(['07-01 Ann Archer thank_you', '07-01 Dora Dyer win_back']);
    expect((await plan(shop, '--days', '60')).map((row) => row.id)).not.toContain(id);
    expect((await why(shop, 'Cid Carter'))['second_order_7']).toMatch(/^(done|skipped): \1 on 2026-07-01$/);
  });

  it('changes nothing the second time, neither by the same word nor by the other', async () => {
    const id = await idOf(shop, 'Cid Carter', 'second_order_7');
    await shop.regulars('followup', 'done', id);
    const before = await shop.dump();
    for (const verb of ['done', 'skip']) {
      const { status, stderr } = await shop.regulars('followup', verb, id, '--as-of', '2026-07-03');
      expect([status, stderr]).toEqual([0, `${id} was done on 2026-07-01; nothing changed\n`]);
    }
    expect(await shop.dump()).toBe(before);
  });

  it('changes nothing with -n', async () => {
    const before = await shop.dump();
    const { stderr } = await shop.regulars('followup', 'done', await idOf(shop, 'Cid Carter', 'second_order_7'), '-n');
    expect(stderr).toContain('nothing was changed');
    expect(await shop.dump()).toBe(before);
  });

  it('is not known on the days before', async () => {
    await shop.regulars('followup', 'done', await idOf(shop, 'Cid Carter', 'second_order_7'));
    expect(short(await plan(shop, '--as-of', '2026-06-30'))).toContain('07-01 Cid Carter second_order_7');
  });

  it('uses up the day when a message was sent, not when it was dropped', async () => {
    await shop.regulars('followup', 'skip', await idOf(shop, 'Dora Dyer', 'thank_you'));
    expect(await today(shop)).toContain('07-01 Dora Dyer win_back');
    await shop.regulars('followup', 'done', await idOf(shop, 'Cid Carter', 'thank_you'));
    expect(await today(shop)).not.toContain('07-01 Cid Carter second_order_7');
    const [row] = (await plan(shop)).filter(({ name }) => name === 'Cid Carter');
    expect(row).toMatchObject({
      day: '2026-07-02',
      due_day: '2026-06-28',
      deferred_by: 'same_day',
      deferred_for: 'thank_you',
    });
    expect((await why(shop, 'Cid Carter'))['second_order_7']).toMatch(
      /^deferred: due 2026-06-28, moved to 2026-07-02: .*\(thank_you\)$/,
    );
  });

  it.each(['done', 'skip'])('%s: refuses an id nobody has, with the way to find one', async (verb) => {
    const { status, stderr } = await shop.regulars('followup', verb, 'zzzzzzzz');
    expect([status, stderr]).toEqual([1, expect.stringContaining('hint: regulars followup plan')]);
  });
});

describe('the budget of promotions', () => {
  // Four orders in two weeks: each is won back in its turn, long before it would be due.
  beforeEach(async () => {
    const hal = { customer_name: 'Hal Hill', phone: '13912345608', accepts_marketing: 'yes' };
    for (const [ordered, sent, play] of [
      ['05', '10', 'second_order_7'],
      ['12', '13', 'win_back'],
      ['15', '16', 'win_back'],
    ] as const) {
      await shop.ingest([{ ...hal, order_date: `2026-06-${ordered} 10:00` }]);
      const id = await idOf(shop, 'Hal Hill', play);
      await shop.regulars('followup', 'done', id, '--as-of', `2026-06-${sent}`);
    }
    await shop.ingest([{ ...hal, order_date: '2026-06-17 10:00' }]);
  });

  it('has the fourth wait until the first is thirty days back', async () => {
    const [row] = (await plan(shop, '--days', '30')).filter(({ name }) => name === 'Hal Hill');
    expect(row).toMatchObject({ play: 'win_back', day: '2026-07-10', deferred_by: 'promotion_budget' });
    expect((await why(shop, 'Hal Hill'))['win_back']).toMatch(
      /^deferred: due 2026-.*, moved to 2026-07-10: enough promotions/,
    );
  });

  it('says so when the range is over before', async () => {
    const { stdout, stderr } = await shop.regulars('followup', 'plan', '--days', '9');
    expect(stdout).not.toContain('Hal Hill');
    expect(stderr).toContain(
      '1 deferred past the range: enough promotions to them for now; to see further: regulars followup plan --days N',
    );
    expect(await today(shop, '--as-of', '2026-07-10')).toContain('07-10 Hal Hill win_back');
  });
});
