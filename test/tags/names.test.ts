import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

let shop: PlainShop;

beforeEach(async () => {
  shop = await plainShop([
    { customer_name: 'Ann Archer', email: 'ann@example.com' },
    { customer_name: 'Ben Baker', email: 'ben@example.com' },
    { customer_name: 'Cid Carter', email: 'cid@example.com' },
  ]);
});
afterEach(() => shop.close());

const tag = (...args: string[]) => shop.regulars('tag', ...args);
const names = async (name: string, ...args: string[]) =>
  (await shop.json<{ name: string }[]>('tag', 'list', name, ...args)).map((row) => row.name);
const ofTag = (name: string) =>
  shop.json<{ action: string; reason: string | null; name: string | null }[]>('tag', 'history', '--tag', name);

describe('tag rename', () => {
  it('is the same tag by another name, in the past as well', async () => {
    await tag('add', 'vip', '--customer', '1', '--as-of', '2026-05-10');
    const { status, stderr } = await tag('rename', 'vip', '贵宾');
    expect([status, stderr]).toEqual([0, 'vip is 贵宾 now; 1 customer carries it\n']);
    expect((await tag('list', 'vip')).status).toBe(1);
    expect(await names('贵宾', '--as-of', '2026-05-10')).toEqual(['Ann Archer']);
    expect(await ofTag('贵宾')).toMatchObject([
      { action: 'added', name: 'Ann Archer' },
      { action: 'renamed', reason: 'vip' },
    ]);
  });

  it('refuses a name that is taken, one nobody has, and what cannot be a tag', async () => {
    await tag('add', 'vip', '--customer', '1');
    await tag('add', 'loyal', '--customer', '2');
    const taken = await tag('rename', 'vip', 'loyal');
    expect(taken.status).toBe(1);
    expect(taken.stderr).toContain('tag merge vip loyal');
    expect(await tag('rename', 'vup', 'x')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('did you mean vip?') as string,
    });
    expect((await tag('rename', 'vip', 'a,b')).status).toBe(2);
    expect((await tag('rename', 'vip', 'vip')).status).toBe(2);
  });

  it('names the rules that still say the old name', async () => {
    await tag('add', 'vip', '--customer', '1');
    await shop.regulars('segment', 'save', 'best', '--where', "customer_tags = 'VIP'");
    await shop.regulars('segment', 'save', 'other', '--where', "customer_tags = 'vipp'");
    await shop.regulars('levels', 'set', '金卡', '--where', "customer_tags CONTAINS 'vip'");
    expect((await tag('rename', 'vip', 'Vip')).stderr).not.toContain('warning');
    expect((await tag('rename', 'Vip', '贵宾')).stderr).toContain(
      'warning: rules still say Vip: segment best; level 金卡\n',
    );
  });

  it('refuses a name by which a tag would follow what asks about it', async () => {
    await shop.regulars('segment', 'save', 'best', '--where', "customer_tags = '贵宾' OR number_of_orders >= 1");
    await tag('follow', 'vip', '--segment', 'best');
    const before = await shop.dump();
    expect(await tag('rename', 'vip', '贵宾')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("贵宾 → 'best' → 贵宾") as string,
    });
    expect(await shop.dump()).toBe(before);
  });

  it.each([
    ['list', 'vup'],
    ['remove', 'vup', '--customer', '1'],
    ['expire', 'vup', '--never', '--customer', '1'],
  ])('is told of a tag nobody ever carried as tag %s tells it', async (...line) => {
    await tag('add', 'vip', '--customer', '1');
    expect(await tag(...line)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/nobody ever carried the tag "vup"\n.*did you mean vip\?/) as string,
    });
    await tag('remove', 'vip', '--customer', '1');
    expect(await tag('list', 'vip')).toMatchObject({ status: 0 });
  });

  it('changes nothing with -n', async () => {
    await tag('add', 'vip', '--customer', '1');
    await tag('add', 'loyal', '--customer', '2');
    const before = await shop.dump();
    for (const line of [
      ['rename', 'vip', 'best'],
      ['merge', 'vip', 'loyal'],
      ['expire', 'vip', '--on', '2026-08-01', '--customer', '1'],
    ])
      expect((await tag(...line, '-n')).stderr).toContain('dry run: nothing was changed');
    expect(await shop.dump()).toBe(before);
  });
});

describe('tag merge', () => {
  it('leaves one tag on whoever had both, by hand and for longest', async () => {
    await tag('add', 'VIP', '--customer', '1', '--customer', '2');
    await tag('add', 'vip', '--customer', '1', '--expires', '2026-08-01');
    const { stderr } = await tag('merge', 'VIP', 'vip');
    expect(stderr).toBe('VIP is vip now for 2 customers; 1 had both and keeps one\n');
    expect(await names('vip')).toEqual(['Ann Archer', 'Ben Baker']);
    expect(await names('vip', '--as-of', '2026-06-30')).toEqual([]);
    const [ann] = await shop.json<{ expires: string | null }[]>('tag', 'list', 'vip');
    expect(ann?.expires).toBeNull();
    expect(await ofTag('vip')).toContainEqual(
      expect.objectContaining({ action: 'removed', origin: 'merge', reason: 'VIP', name: 'Ann Archer' }),
    );
    expect(await ofTag('vip')).toContainEqual(expect.objectContaining({ action: 'merged', reason: 'VIP' }));
  });

  it('refuses a name nobody has', async () => {
    await tag('add', 'vip', '--customer', '1');
    const { status, stderr } = await tag('merge', 'vip', 'best');
    expect([status, stderr]).toEqual([1, expect.stringContaining('tag rename vip best')]);
  });

  it('takes what follows a segment along, and refuses two that do', async () => {
    await tag('follow', 'old', '--segment', 'lapsed');
    await tag('add', 'away', '--customer', '1');
    await tag('merge', 'old', 'away');
    expect(await shop.json('tag', 'follow')).toMatchObject([{ tag: 'away', segment: 'lapsed' }]);
    await tag('follow', 'first', '--segment', 'first');
    const both = await tag('merge', 'first', 'away');
    expect(both).toMatchObject({ status: 1, stderr: expect.stringContaining('tag unfollow first') as string });
  });
});

describe('tag expire', () => {
  it('sets, changes and takes away the last day, and keeps what it was', async () => {
    await tag('add', 'sale', '--customer', '1', '--customer', '2');
    const set = await tag('expire', 'sale', '--on', '2026-07-10', '--customer', '1', '--customer', '3');
    expect(set.stderr).toBe('sale is gone from 1 customer on 2026-07-10; 1 did not have it\n');
    expect(await names('sale', '--as-of', '2026-07-10')).toEqual(['Ben Baker']);
    expect((await tag('expire', 'sale', '--on', '2026-07-10', '--customer', '1')).stderr).toBe(
      'sale is gone from 0 customers on 2026-07-10; 1 had it so already\n',
    );
    await tag('expire', 'sale', '--never', '--customer', '1');
    expect(await names('sale', '--as-of', '2026-07-10')).toEqual(['Ann Archer', 'Ben Baker']);
    const history = await shop.json<{ action: string; expires: string | null }[]>('tag', 'history', '1');
    expect(history.map(({ action, expires }) => [action, expires])).toEqual([
      ['added', null],
      ['expiry_changed', '2026-07-10'],
      ['expiry_changed', null],
    ]);
  });

  it('says in the history that a tag has expired', async () => {
    await tag('add', 'sale', '--customer', '1', '--expires', '2026-07-10');
    const history = await shop.json<{ action: string; day: string }[]>('tag', 'history', '1', '--as-of', '2026-07-12');
    expect(history.map(({ action, day }) => [action, day])).toEqual([
      ['added', '2026-07-01'],
      ['expired', '2026-07-10'],
    ]);
  });

  it.each([[[]], [['--on', 'soon']], [['--on', '2026-07-01']], [['--on', '2026-08-01', '--never']]])(
    'refuses %j',
    async (args) => {
      await tag('add', 'sale', '--customer', '1');
      expect((await tag('expire', 'sale', '--customer', '1', ...args)).status).toBe(2);
    },
  );
});
