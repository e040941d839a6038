import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { circleOf, inOrder, levelCircle } from '../../src/tags/circle.ts';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';
import { run } from '../helpers/run.ts';

let shop: PlainShop;

beforeEach(async () => {
  // Whoever has not paid for anything is a lead, whatever the others do.
  shop = await plainShop([
    { customer_name: 'Ann Archer', email: 'ann@example.com', status: 'unpaid' },
    { customer_name: 'Ben Baker', email: 'ben@example.com', status: 'unpaid' },
    { customer_name: 'Cid Carter', email: 'cid@example.com', order_date: '2026-06-01 10:00' },
    { customer_name: 'Cid Carter', email: 'cid@example.com', order_date: '2026-06-20 10:00' },
  ]);
});
afterEach(() => shop.close());

const tag = (...args: string[]) => shop.regulars('tag', ...args);
const names = async (name: string) => (await shop.json<{ name: string }[]>('tag', 'list', name)).map((row) => row.name);
const acts = async (who: string) =>
  (
    await shop.json<{ action: string; tag: string; origin: string; reason: string | null }[]>('tag', 'history', who)
  ).map((row) => [row.action, row.tag, row.origin, row.reason]);
const order = (email: string, date: string) => shop.ingest([{ email, order_date: `${date} 10:00` }]);

describe('a tag that follows a segment', () => {
  it('is on its members at once, off whoever leaves by the next order, and each is kept', async () => {
    const { status, stderr } = await tag('follow', 'away', '--segment', 'LEAD');
    expect([status, stderr]).toEqual([0, 'away follows lead: put on 2 customers\n']);
    expect(await names('away')).toEqual(['Ann Archer', 'Ben Baker']);
    await order('ann@example.com', '2026-06-30');
    expect(await names('away')).toEqual(['Ben Baker']);
    expect(await acts('1')).toEqual([
      ['added', 'away', 'segment:lead', 'joined'],
      ['removed', 'away', 'segment:lead', 'left'],
    ]);
    const list = await shop.json<{ name: string }[]>('customers', 'list', '--where', "customer_tags = 'away'");
    expect(list.map(({ name }) => name)).toEqual(['Ben Baker']);
  });

  it('is listed, and says what changed with whatever wrote', async () => {
    await tag('follow', 'away', '--segment', 'lead', '--reason', 'spring letter');
    expect(await shop.json('tag', 'follow')).toEqual([
      { tag: 'away', segment: 'lead', since: '2026-07-01', refreshed: '2026-07-01', reason: 'spring letter' },
    ]);
    expect(await acts('1')).toEqual([['added', 'away', 'segment:lead', 'spring letter']]);
    const merged = await shop.regulars('customers', 'merge', '1', '3');
    expect(merged.stderr).toContain('\naway follows lead: taken off 1 customer\n');
    expect(await names('away')).toEqual(['Ben Baker']);
  });

  it('moves with the days by tag refresh, silent where nothing changed', async () => {
    await tag('follow', 'away', '--segment', 'lost');
    expect(await names('away')).toEqual([]);
    const stale = await shop.regulars('tag', 'list', 'away', '--as-of', '2026-07-02');
    expect(stale.stderr).toContain('away follows lost as of 2026-07-01');
    const late = (...args: string[]) =>
      run(['--db', shop.db, ...args], { cwd: shop.folder, now: '2026-12-01T04:00:00Z' });
    expect((await late('tag', 'refresh', '-n')).stderr).toContain('dry run');
    expect((await late('tag', 'refresh')).stderr).toBe('away follows lost: put on 1 customer\n');
    const once = await shop.dump();
    expect(await late('tag', 'refresh')).toEqual({ stdout: '', stderr: '', status: 0 });
    expect(await shop.dump()).toBe(once);
    const early = await tag('refresh');
    expect([early.status, early.stderr]).toEqual([
      0,
      'tags were brought up to date as of 2026-12-01; an earlier day changes nothing\n',
    ]);
    expect((await shop.regulars('tag', 'refresh', '--as-of', '2027-06-01')).status).toBe(2);
  });

  it('leaves alone what was put on by hand, also while it follows', async () => {
    await tag('add', 'away', '--customer', '1', '--reason', 'asked');
    await tag('follow', 'away', '--segment', 'lead');
    await tag('add', 'away', '--customer', '2');
    await order('ann@example.com', '2026-06-30');
    await order('ben@example.com', '2026-06-30');
    expect(await names('away')).toEqual(['Ann Archer', 'Ben Baker']);
  });

  it('stays off whoever it was taken off by hand, until somebody puts it back', async () => {
    await tag('follow', 'away', '--segment', 'lead');
    await tag('remove', 'away', '--customer', '1', '--reason', 'moved abroad');
    await tag('refresh');
    await order('cid@example.com', '2026-06-28');
    expect(await names('away')).toEqual(['Ben Baker']);
    expect(await acts('1')).toEqual([
      ['added', 'away', 'segment:lead', 'joined'],
      ['kept_off', 'away', 'hand', 'moved abroad'],
    ]);
    await tag('add', 'away', '--customer', '1');
    expect(await names('away')).toEqual(['Ann Archer', 'Ben Baker']);
    await tag('remove', 'away', '--customer', '1');
    await tag('refresh');
    expect(await names('away')).toEqual(['Ben Baker']);
  });

  it('stays on whoever carries it when it follows no more', async () => {
    await tag('follow', 'away', '--segment', 'lead');
    expect((await tag('unfollow', 'away')).stderr).toBe('away no longer follows lead; whoever carries it keeps it\n');
    await order('ann@example.com', '2026-06-30');
    expect(await names('away')).toEqual(['Ann Archer', 'Ben Baker']);
    expect((await tag('unfollow', 'away')).status).toBe(1);
  });

  it('follows another segment in the place of the first', async () => {
    await tag('follow', 'away', '--segment', 'lead');
    const { stderr } = await tag('follow', 'away', '--segment', 'active');
    expect(stderr).toBe('away followed lead until now\naway follows active: put on 1 customer, taken off 2\n');
    expect(await names('away')).toEqual(['Cid Carter']);
    expect((await tag('follow', 'away', '--segment', 'active')).stderr).toBe('away follows active already\n');
  });

  it('gives way to another tag of a one-of group, by hand or first to follow', async () => {
    await tag('group', 'care', '--one-of');
    await tag('add', 'care:hand', '--customer', '1');
    await tag('follow', 'care:away', '--segment', 'lead');
    expect(await names('care:away')).toEqual(['Ben Baker']);
    await tag('follow', 'care:other', '--segment', 'lead');
    expect(await names('care:other')).toEqual([]);
    await tag('remove', 'care:hand', '--customer', '1');
    expect(await names('care:away')).toEqual(['Ann Archer', 'Ben Baker']);
    const once = await shop.dump();
    await tag('refresh');
    expect(await shop.dump()).toBe(once);
  });

  it('stays as it is where there is no such segment any more, which is named', async () => {
    await tag('follow', 'away', '--segment', 'lead');
    await tag('follow', 'first', '--segment', 'first');
    const db = new Database(shop.db);
    db.exec("UPDATE tag_follows SET segment = 'gone' WHERE tag = 'away'");
    db.close();
    const { status, stderr } = await tag('refresh');
    expect([status, stderr]).toEqual([1, expect.stringContaining('away follows gone, and no segment is called so')]);
    expect(stderr).toContain('tag unfollow away');
    expect((await shop.regulars('customers', 'note', '1', 'hello')).stderr).toContain('warning: away follows gone');
    expect(await names('away')).toEqual(['Ann Archer', 'Ben Baker']);
  });

  it('changes nothing with -n, and refuses a segment nobody knows', async () => {
    const before = await shop.dump();
    expect((await tag('follow', 'away', '--segment', 'lead', '-n')).stderr).toBe(
      'away follows lead: put on 2 customers\ndry run: nothing was changed\n',
    );
    expect(await shop.dump()).toBe(before);
    expect((await tag('follow', 'away', '--segment', 'leads')).stderr).toContain('lead');
    expect((await tag('follow', 'away')).status).toBe(2);
  });
});

describe('a tag that asks about itself', () => {
  const rules = (segments: Readonly<Record<string, string>>, followed: Readonly<Record<string, string>>) => ({
    sourceOf: (name: string) => segments[name],
    followed: new Map(Object.entries(followed)),
    levels: new Map([['金卡', "customer_tags = 'card'"]]),
  });

  it.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, readonly string[]]>([
    ['directly', { s: "customer_tags CONTAINS 'VIP'" }, {}, ['vip', "'s'", 'vip']],
    ['by not having it', { s: "NOT (number_of_orders > 1 OR customer_tags != 'vip')" }, {}, ['vip', "'s'", 'vip']],
    ['by asking whether there is any', { s: 'customer_tags IS NULL' }, {}, ['vip', "'s'", 'vip']],
    ['by a segment', { s: "in_segment('t')", t: "customer_tags IN ('a', 'vip')" }, {}, ['vip', "'s'", "'t'", 'vip']],
    ['by levels', { s: "level = '金卡'" }, { card: 't' }, ['card', "'s'", 'level', '金卡', 'card']],
    [
      'by another tag',
      { s: "customer_tags = 'good'", t: "in_segment('u')", u: "customer_tags = 'vip'" },
      { good: 't' },
      ['vip', "'s'", 'good', "'t'", "'u'", 'vip'],
    ],
  ])('is found out: %s', (_, segments, followed, chain) => {
    expect(circleOf(chain[0] ?? '', 's', rules(segments, followed))).toEqual(chain);
  });

  it('is no circle where the tag is another, or segments name each other without it', () => {
    const segments = { s: "customer_tags = 'vipp' AND in_segment('t')", t: "in_segment('s')" };
    expect(circleOf('vip', 's', rules(segments, { vipp: 't' }))).toBeUndefined();
  });

  it('is a circle of levels where the rule of one asks about levels', () => {
    const segments = { s: "level = '金卡'" };
    expect(levelCircle('银卡', "customer_tags = 'a' OR amount_spent > 1", rules(segments, { a: 's' }))).toEqual([
      '银卡',
      'a',
      "'s'",
      'level',
    ]);
    expect(levelCircle('银卡', "customer_tags = 'b' OR amount_spent > 1", rules(segments, { a: 's' }))).toBeUndefined();
  });

  it('comes after the tags it asks about', () => {
    const segments: Readonly<Record<string, string>> = {
      one: "in_segment('two')",
      two: "customer_tags = 'B'",
      four: "level = '金卡'",
    };
    const follows = [
      { tag: 'a', segment: 'one' },
      { tag: 'b', segment: 'three' },
    ];
    const ofLevels = { sourceOf: (name: string) => segments[name], levels: new Map([['金卡', "customer_tags = 'b'"]]) };
    const order = (of: typeof follows) => inOrder(of, ofLevels).map(({ tag: name }) => name);
    expect(order(follows)).toEqual(['b', 'a']);
    // By way of a level that asks about it.
    expect(order([{ tag: 'c', segment: 'four' }, ...follows])).toEqual(['b', 'c', 'a']);
  });
});
