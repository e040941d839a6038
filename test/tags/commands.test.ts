import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

interface Tagged {
  readonly customer_id: number;
  readonly name: string;
  readonly origin: string;
  readonly reason: string | null;
  readonly added_at: string;
  readonly expires: string | null;
}

let shop: PlainShop;

beforeEach(async () => {
  shop = await plainShop([
    { customer_name: 'Ann Archer', email: 'ann@example.com' },
    { customer_name: 'Ben Baker', email: 'ben@example.com' },
    { customer_name: 'Cid Carter', email: 'cid@example.com', order_date: '2026-06-01 10:00' },
    { customer_name: 'Cid Carter', email: 'cid@example.com', order_date: '2026-06-20 10:00' },
  ]);
});
afterEach(() => shop.close());

const add = (tag: string, ...args: string[]) => shop.regulars('tag', 'add', tag, ...args);
const remove = (tag: string, ...args: string[]) => shop.regulars('tag', 'remove', tag, ...args);
const tagged = (tag: string, ...args: string[]) => shop.json<Tagged[]>('tag', 'list', tag, ...args);
const names = async (tag: string, ...args: string[]) => (await tagged(tag, ...args)).map(({ name }) => name);
const counts = async (...args: string[]) =>
  (await shop.json<{ tag: string; customers: number }[]>('tag', 'list', ...args)).map((row) => Object.values(row));

describe('tag add', () => {
  it('keeps who, why, until when and where it comes from', async () => {
    const details = ['--reason', 'asked', '--expires', '2026-12-31'];
    const { status, stdout, stderr } = await add('call-back', '--customer', 'Ann Archer', ...details);
    expect([status, stdout, stderr]).toEqual([0, '', '1 customer tagged call-back\n']);
    expect(await tagged('call-back')).toEqual([
      {
        tag: 'call-back',
        customer_id: 1,
        name: 'Ann Archer',
        origin: 'hand',
        reason: 'asked',
        added_at: '2026-07-01T04:00:00Z',
        expires: '2026-12-31',
      },
    ]);
  });

  it('remembers the segment it came from', async () => {
    // 61 days away, in a shop whose usual gap is 19.
    await add('away', '--segment', 'lapsed');
    await add('again', '--where', 'number_of_orders = 2');
    expect((await tagged('away')).map(({ name, origin }) => [name, origin])).toEqual([
      ['Ann Archer', 'segment:lapsed'],
      ['Ben Baker', 'segment:lapsed'],
    ]);
    expect(await tagged('again')).toMatchObject([{ name: 'Cid Carter', origin: 'hand', reason: null, expires: null }]);
  });

  it('leaves a tag as it is on whoever carries it already', async () => {
    await add('vip', '--customer', 'Ann Archer', '--reason', 'spring list');
    const { stderr } = await add('vip', '--customer', '1', '--customer', '2', '--reason', 'summer list');
    expect(stderr).toBe('1 customer tagged vip; 1 had it already\n');
    expect((await tagged('vip')).map(({ reason }) => reason)).toEqual(['spring list', 'summer list']);
  });

  it.each(['老客', '喝龙井的', 'wants a call', 'x'.repeat(60), "d'accord"])('takes %s as a tag', async (tag) => {
    expect((await add(tag, '--customer', '1')).status).toBe(0);
    expect(await names(tag)).toEqual(['Ann Archer']);
    expect(await counts()).toEqual([[tag, 1]]);
  });

  it('knows a tag in whatever way its accents are typed', async () => {
    await add('café'.normalize('NFD'), '--customer', '1');
    expect(await names('café'.normalize('NFC'))).toEqual(['Ann Archer']);
    expect((await add('café'.normalize('NFC'), '--customer', '1')).stderr).toContain('1 had it already');
    expect((await remove('café'.normalize('NFD'), '--customer', '1')).stderr).toContain('taken off 1 customer');
  });

  it.each(['', ' ', ' vip', 'vip ', '\u3000老客', 'a,b', 'x'.repeat(61)])('refuses %j as a tag', async (tag) => {
    const { status, stderr } = await add(tag, '--customer', '1');
    expect([status, stderr]).toEqual([2, expect.stringContaining('cannot be a tag')]);
    expect(await counts()).toEqual([]);
  });

  it.each(['2026-02-30', 'tomorrow', '31.12.2026', ''])('refuses %j as a last day', async (day) => {
    expect((await add('vip', '--customer', '1', '--expires', day)).status).toBe(2);
    expect(await counts()).toEqual([]);
  });

  it('asks whom, and says when that is nobody', async () => {
    expect((await add('vip')).status).toBe(2);
    expect((await add('vip', '--customer', 'Nobody')).status).toBe(1);
    expect((await add('vip', '--segment', 'nowhere')).status).toBe(2);
    const { status, stderr } = await add('vip', '--where', 'number_of_orders > 9');
    expect([status, stderr]).toEqual([0, 'nobody was chosen; nothing changed\n']);
    expect(await counts()).toEqual([]);
    await add('vip', '--customer', '1');
    for (const verb of [
      ['remove', 'vip'],
      ['expire', 'vip', '--never'],
    ])
      expect(await shop.regulars('tag', ...verb, '--where', 'number_of_orders > 9')).toMatchObject({
        status,
        stderr,
      });
  });

  it('changes nothing with -n', async () => {
    const before = await shop.dump();
    const { stderr } = await add('vip', '--where', 'number_of_orders > 0', '-n');
    expect(stderr).toBe('3 customers tagged vip\ndry run: nothing was changed\n');
    expect(await shop.dump()).toBe(before);
  });
});

describe('tag list', () => {
  it('counts customers per tag, in the order of tags', async () => {
    await add('vip', '--customer', '1', '--customer', '2');
    await add('alpha', '--customer', '3');
    expect(await counts()).toEqual([
      ['alpha', 1],
      ['vip', 2],
    ]);
  });

  it('is empty, not wrong, for a tag nobody carries any more', async () => {
    await add('nothing', '--customer', '1');
    await remove('nothing', '--customer', '1');
    const { status, stdout } = await shop.regulars('tag', 'list', 'nothing', '--csv');
    expect([status, stdout]).toEqual([0, 'tag,customer_id,name,origin,reason,added_at,expires\n']);
    expect((await shop.regulars('tag', 'list', 'nothing', '--fail-if-empty')).status).toBe(4);
  });

  it('shows the tags as they were on a day', async () => {
    await add('vip', '--customer', '1', '--as-of', '2026-05-10');
    await remove('vip', '--customer', '1', '--as-of', '2026-06-10');
    expect(await names('vip', '--as-of', '2026-05-09')).toEqual([]);
    expect(await names('vip', '--as-of', '2026-05-10')).toEqual(['Ann Archer']);
    expect(await names('vip', '--as-of', '2026-06-09')).toEqual(['Ann Archer']);
    expect(await names('vip', '--as-of', '2026-06-10')).toEqual([]);
    expect(await counts('--as-of', '2026-06-09')).toEqual([['vip', 1]]);
    expect(await counts()).toEqual([]);
  });

  it('has a tag gone on the day it expires, and taken anew after', async () => {
    await add('sale', '--customer', '1', '--expires', '2026-07-10');
    expect(await names('sale', '--as-of', '2026-07-09')).toEqual(['Ann Archer']);
    expect(await names('sale', '--as-of', '2026-07-10')).toEqual([]);
    expect((await add('sale', '--customer', '1', '--as-of', '2026-07-11')).stderr).toBe('1 customer tagged sale\n');
    expect(await names('sale', '--as-of', '2026-07-11')).toEqual(['Ann Archer']);
  });

  it('agrees with segments', async () => {
    await add('老客', '--customer', '1');
    const list = ['customers', 'list', '--where', "customer_tags CONTAINS '老客'"];
    const found = await shop.json<{ name: string }[]>(...list);
    expect(found.map(({ name }) => name)).toEqual(await names('老客'));
    expect(await shop.json(...list, '--as-of', '2026-06-30')).toEqual([]);
  });
});

describe('tag remove', () => {
  beforeEach(async () => {
    await add('vip', '--customer', '1', '--customer', '3');
    await add('new', '--customer', '1');
  });

  it('takes one tag off those chosen, and counts those without it', async () => {
    const { status, stderr } = await remove('vip', '--customer', '1', '--customer', '2');
    expect([status, stderr]).toEqual([0, 'vip taken off 1 customer; 1 did not have it\n']);
    expect(await names('vip')).toEqual(['Cid Carter']);
    expect(await names('new')).toEqual(['Ann Archer']);
  });

  it('asks whom, and changes nothing with -n', async () => {
    expect((await remove('vip')).status).toBe(2);
    const { stderr } = await remove('vip', '--where', 'number_of_orders > 0', '-n');
    expect(stderr).toBe('vip taken off 2 customers; 1 did not have it\ndry run: nothing was changed\n');
    expect(await names('vip')).toEqual(['Ann Archer', 'Cid Carter']);
  });
});

describe('tags on people who turn out to be one', () => {
  it('are all on the one, each once', async () => {
    await shop.ingest([{ customer_name: 'Ann Archer', phone: '13912345609' }]);
    await add('vip', '--customer', '1', '--customer', '+8613912345609');
    await add('late', '--customer', '+8613912345609');
    expect(await counts()).toEqual([
      ['late', 1],
      ['vip', 2],
    ]);
    await shop.ingest([{ customer_name: 'Ann Archer', email: 'ann@example.com', phone: '13912345609' }]);
    expect(await tagged('late')).toMatchObject([{ customer_id: 1, name: 'Ann Archer' }]);
    expect(await counts()).toEqual([
      ['late', 1],
      ['vip', 1],
    ]);
  });
});
