import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { dayShop, idFor, names } from './day-shop.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await dayShop();
});
afterEach(() => shop.close());

const done = (...args: string[]) => shop.regulars('followup', 'done', ...args);
const consent = async (who: string, channel: string) =>
  (await shop.json<{ channel: string; status: string; source: string }[]>('consent', 'show', who)).find(
    (one) => one.channel === channel,
  );
const notes = async (who: string) =>
  (await shop.json<{ notes: { kind: string; text: string }[] }>('customers', 'show', who)).notes.map(
    ({ kind, text }) => `${kind}: ${text}`,
  );
const touches = async () => (await shop.json<unknown[]>('touches', 'list')).length;

describe('followup done', () => {
  it.each(['reached', 'wants'])('%s is over, and counts as a contact', async (outcome) => {
    const { status, stderr } = await done(await idFor(shop, 'Ann Archer'), '--outcome', outcome);
    expect([status, stderr]).toEqual([0, expect.stringContaining(`${outcome}: Ann Archer`)]);
    expect(await names(shop, '--as-of', '2026-07-02')).not.toContain('Ann Archer');
    expect(await shop.json('touches', 'list')).toMatchObject([{ play: 'welcome_call', result: outcome }]);
    const [told] = await shop
      .json<{ explanation: string }[]>('followup', 'why', 'Ann Archer')
      .then((rows) => rows.filter(({ explanation }) => explanation.startsWith('done')));
    expect(told?.explanation).toBe(`done (${outcome}) on 2026-07-01`);
  });

  it('tells the last that was said with the contact it was said at, and of no other', async () => {
    const id = await idFor(shop, 'Ann Archer');
    await shop.regulars('followup', 'handover', '--channel', 'phone', '--to', 'calls.csv');
    const results = async (...args: string[]) =>
      (await shop.json<{ name: string; result: string | null }[]>('touches', 'list', ...args)).map(
        ({ name, result }) => [name, result],
      );
    expect((await results()).map(([, result]) => result)).toEqual([null, null, null]);
    await shop.on('2026-07-02', 'followup', 'done', id, '--outcome', 'reached');
    await shop.on('2026-07-03', 'followup', 'done', id, '--outcome', 'complaint');
    expect(await results('Ann Archer', '--as-of', '2026-07-02')).toEqual([['Ann Archer', 'reached']]);
    expect(await results('Ann Archer', '--as-of', '2026-07-03')).toEqual([['Ann Archer', 'complaint']]);
    const bo = (await shop.json<{ play: string; id: string }[]>('followup', 'why', 'Bo Baker')).find(
      ({ play }) => play === 'welcome_call',
    );
    await shop.on('2026-07-02', 'followup', 'snooze', bo?.id ?? '', '--days', '2');
    await shop.on('2026-07-04', 'followup', 'done', bo?.id ?? '', '--outcome', 'wants');
    expect(await results('Bo Baker', '--as-of', '2026-07-04')).toEqual([['Bo Baker', 'wants']]);
  });

  it('takes several at once, and none where one is not known', async () => {
    const ids = [await idFor(shop, 'Ann Archer'), await idFor(shop, '陈静')];
    const before = await shop.dump();
    const { status, stderr } = await done(...ids, 'zzzzzzzz');
    expect([status, stderr]).toEqual([1, expect.stringContaining('no follow-up has the id zzzzzzzz')]);
    expect(await shop.dump()).toBe(before);
    expect((await done(...ids)).status).toBe(0);
    expect(await names(shop)).toEqual(['Bo Baker', 'Dan Dyer', 'Eva Ellis']);
  });

  it('tries whoever does not answer on the next day, three times in all, and counts none of them', async () => {
    const id = await idFor(shop, 'Ann Archer');
    for (const [day, follows] of [
      ['2026-07-01', 'comes up again on 2026-07-02'],
      ['2026-07-02', 'comes up again on 2026-07-03'],
      ['2026-07-03', 'it is not tried again'],
    ] as const) {
      expect(await names(shop, '--as-of', day)).toContain('Ann Archer');
      const { stderr } = await shop.on(day, 'followup', 'done', id, '--outcome', 'no_answer');
      expect(stderr).toContain(follows);
      expect(await names(shop, '--as-of', day)).not.toContain('Ann Archer');
    }
    expect(await names(shop, '--as-of', '2026-07-04')).not.toContain('Ann Archer');
    expect(await touches()).toBe(0);
  });

  it('is over where nobody answers on the last day, still known, and may be said again', async () => {
    const id = await idFor(shop, 'Ann Archer');
    const say = (day: string, outcome: string) => shop.on(day, 'followup', 'done', id, '--outcome', outcome);
    expect((await say('2026-07-08', 'no_answer')).stderr).toContain('it is not tried again');
    const before = await shop.dump();
    expect(await say('2026-07-08', 'no_answer')).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('nothing changed') as string,
    });
    expect(await shop.dump()).toBe(before);
    const { stdout } = await shop.on('2026-07-09', 'followup', 'why', 'Ann Archer', '--json');
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ id, state: 'done', explanation: 'done (no answer) on 2026-07-08' }),
    );
    expect((await say('2026-07-09', 'reached')).status).toBe(0);
  });

  it.each([
    ['nobody answered', ['done', '--outcome', 'no_answer']],
    ['was put off', ['snooze', '--days', '1']],
  ] as const)('counts the call of one that was handed over and %s on the day it is made', async (_, [say, ...how]) => {
    await shop.regulars('followup', 'handover', '--channel', 'phone', '--to', 'calls.csv');
    const id = (await shop.json<{ play: string; id: string }[]>('followup', 'why', 'Ann Archer')).find(
      ({ play }) => play === 'welcome_call',
    )?.id;
    await shop.regulars('followup', say, id ?? '', ...how);
    await shop.on('2026-07-02', 'followup', 'done', id ?? '', '--outcome', 'reached');
    const made = await shop.on('2026-07-02', 'touches', 'list', 'Ann Archer', '--json');
    expect((JSON.parse(made.stdout) as { day: string }[]).map(({ day }) => day)).toEqual(['2026-07-02']);
  });

  it('hears whoever opts out, on that channel at once, and says it once', async () => {
    const id = await idFor(shop, 'Ann Archer');
    const { stderr } = await done(id, '--outcome', 'opted_out', '--note', 'please stop');
    expect(stderr).toContain('Ann Archer is not contacted by phone any more');
    expect(await consent('Ann Archer', 'phone')).toMatchObject({ status: 'refused', source: 'followup' });
    expect((await consent('Ann Archer', 'sms'))?.status).toBe('unknown');
    const before = await shop.dump();
    await done(id, '--outcome', 'opted_out', '--note', 'please stop');
    expect(await shop.dump()).toBe(before);
  });

  it('does not refuse again what was granted since', async () => {
    const id = await idFor(shop, 'Ann Archer');
    await done(id, '--outcome', 'opted_out');
    await shop.on('2026-07-02', 'consent', 'set', 'Ann Archer', 'phone', 'granted');
    await shop.on('2026-07-03', 'followup', 'done', id, '--outcome', 'opted_out');
    expect((await consent('Ann Archer', 'phone'))?.status).toBe('refused');
    const later = await shop.on('2026-07-03', 'consent', 'show', 'Ann Archer', '--json');
    expect(JSON.parse(later.stdout)).toContainEqual(expect.objectContaining({ channel: 'phone', status: 'granted' }));
  });

  it('hears an objection to what was over, without another contact', async () => {
    const id = await idFor(shop, 'Ann Archer');
    await done(id, '--outcome', 'reached');
    await done(id, '--outcome', 'opted_out', '--channel', 'wechat');
    expect((await consent('Ann Archer', 'phone'))?.status).toBe('refused');
    await done(id, '--outcome', 'complaint', '--note', 'the box was wet');
    expect(await notes('Ann Archer')).toEqual(['complaint: the box was wet']);
    expect(await touches()).toBe(1);
  });

  it('notes a complaint, which pauses promotions, and suppresses nobody', async () => {
    const id = await idFor(shop, '陈静');
    const { stderr } = await done(id, '--outcome', 'complaint');
    expect(stderr).toContain('a complaint of 陈静 was noted; no promotions for 30 days');
    expect(await notes('陈静')).toEqual(['complaint: complained when contacted (welcome_call)']);
    expect(await shop.json('suppress', 'list')).toEqual([]);
    const before = await shop.dump();
    await shop.on('2026-07-02', 'followup', 'done', id, '--outcome', 'complaint');
    expect(await shop.dump()).toBe(before);
  });

  it('refuses an objection of a day to come, and to a parcel', async () => {
    const id = await idFor(shop, 'Ann Archer');
    const early = await done(id, '--outcome', 'opted_out', '--as-of', '2026-07-06');
    expect([early.status, early.stderr]).toEqual([2, expect.stringContaining('nobody has said so yet')]);
    const parcel = await done(await idFor(shop, 'Dan Dyer', '--channel', 'parcel'), '--outcome', 'opted_out');
    expect([parcel.status, parcel.stderr]).toEqual([2, expect.stringContaining('regulars suppress add')]);
  });

  it('knows one that has expired, and one of a play that was switched off', async () => {
    const id = await idFor(shop, 'Ann Archer');
    await shop.on('2026-07-20', 'play', 'off', 'welcome_call');
    const { status, stderr } = await shop.on('2026-07-25', 'followup', 'done', id, '--outcome', 'reached');
    expect([status, stderr]).toEqual([0, expect.stringContaining('reached: Ann Archer')]);
  });

  it('changes nothing with -n', async () => {
    const id = await idFor(shop, 'Ann Archer');
    const before = await shop.dump();
    expect((await done(id, '--outcome', 'opted_out', '-n')).stderr).toContain('nothing was changed');
    expect(await shop.dump()).toBe(before);
  });
});

describe('followup skip and snooze', () => {
  it('skips several, with a reason and without a contact', async () => {
    await shop.regulars('followup', 'skip', await idFor(shop, 'Ann Archer'), await idFor(shop, 'Bo Baker'));
    expect(await names(shop, '--channel', 'phone')).toEqual(['陈静']);
    expect(await touches()).toBe(0);
  });

  it.each([
    ['--days', '12'],
    ['--until', '2026-07-13'],
  ])('puts one off by %s %s, beyond its own last day, and for as long as it would have waited', async (...until) => {
    const id = await idFor(shop, 'Ann Archer');
    const { stderr } = await shop.regulars('followup', 'snooze', id, ...until);
    expect(stderr).toContain(`${id} put off to 2026-07-13: Ann Archer`);
    for (const day of ['2026-07-01', '2026-07-08', '2026-07-12', '2026-07-21'])
      expect(await names(shop, '--as-of', day), day).not.toContain('Ann Archer');
    for (const day of ['2026-07-13', '2026-07-14', '2026-07-20'])
      expect(await names(shop, '--as-of', day), day).toContain('Ann Archer');
    const before = await shop.dump();
    expect((await shop.regulars('followup', 'snooze', id, ...until)).stderr).toContain('nothing changed');
    expect(await shop.dump()).toBe(before);
  });

  it('tries again whom nobody reached on the day it was put off to', async () => {
    const id = await idFor(shop, 'Ann Archer');
    await shop.regulars('followup', 'snooze', id, '--until', '2026-07-13');
    const { stderr } = await shop.on('2026-07-13', 'followup', 'done', id, '--outcome', 'no_answer');
    expect(stderr).toContain('comes up again on 2026-07-14');
    expect(await names(shop, '--as-of', '2026-07-14')).toContain('Ann Archer');
  });

  it('finds one by its id as long as it is put off, which is 366 days at most', async () => {
    const id = await idFor(shop, 'Ann Archer');
    await shop.regulars('followup', 'snooze', id, '--until', '2027-07-02');
    await shop.on('2026-07-02', 'play', 'remove', 'welcome_call', '--yes');
    expect((await shop.on('2027-07-01', 'followup', 'snooze', id, '--days', '3')).stderr).toContain('2027-07-04: Ann');
    expect((await shop.on('2027-07-04', 'followup', 'skip', id)).status).toBe(0);
    expect((await shop.on('2027-07-04', 'followup', 'snooze', id, '--days', '3')).status).toBe(1);
  });

  it.each([
    [[]],
    [['--days', '2', '--until', '2026-07-13']],
    [['--until', '2026-07-01']],
    [['--until', 'soon']],
    [['--until', '2027-07-03']],
    [['--until', '9999-12-31']],
  ])('is not put off with %j', async (until) => {
    expect((await shop.regulars('followup', 'snooze', await idFor(shop, 'Ann Archer'), ...until)).status).toBe(2);
  });
});
