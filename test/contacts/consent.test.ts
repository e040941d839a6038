import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

let shop: PlainShop;
const ann = { customer_name: 'Ann Archer', email: 'ann@example.com', phone: '13912345601' };

beforeEach(async () => {
  shop = await plainShop([
    { ...ann, accepts_marketing: 'yes' },
    { customer_name: 'Cid Carter', email: 'cid@example.com', phone: '13912345603' },
  ]);
});
afterEach(() => shop.close());

interface Said {
  readonly channel: string;
  readonly status: string;
  readonly source: string | null;
  readonly stated_at: string | null;
}
const said = async (who = 'Ann Archer') =>
  Object.fromEntries((await shop.json<Said[]>('consent', 'show', who)).map((row) => [row.channel, row]));
const status = async (who?: string) =>
  Object.fromEntries(Object.entries(await said(who)).map(([channel, row]) => [channel, row.status]));
const set = (day: string, ...args: string[]) => shop.regulars('consent', 'set', ...args, '--as-of', day);
const EVERYBODY = ['--where', 'orders_all > 0', '--kind', 'promotion'];
const promoted = async (channel = 'sms') => {
  const rows = await shop.json<{ name: string }[]>('export', 'contacts', ...EVERYBODY, '--channel', channel);
  return rows.map(({ name }) => name);
};

describe('consent', () => {
  it('comes from the flag on an order, for every channel of a plain file; a purchase without one says nothing', async () => {
    expect(await said()).toMatchObject({
      sms: { status: 'granted', source: 'order 1001', stated_at: '2026-05-01T02:00:00Z' },
      email: { status: 'granted' },
      phone: { status: 'granted' },
    });
    expect(await said('Cid Carter')).toMatchObject({ sms: { status: 'unknown', source: null, stated_at: null } });
  });

  it('is what the latest order says, whichever file came first', async () => {
    await shop.ingest([{ ...ann, order_date: '2026-04-01 10:00', accepts_marketing: 'no' }]);
    expect(await status()).toEqual({ sms: 'granted', email: 'granted', phone: 'granted' });
    await shop.ingest([{ ...ann, order_date: '2026-06-01 10:00', accepts_marketing: 'no' }]);
    expect(await status()).toEqual({ sms: 'refused', email: 'refused', phone: 'refused' });
  });

  it('is set for one channel, from then on', async () => {
    const { status: code, stderr } = await set('2026-06-01', 'Cid Carter', 'sms', 'granted', '--note', 'in the shop');
    expect([code, stderr]).toEqual([0, 'Cid Carter: sms granted\n']);
    expect(await said('Cid Carter')).toMatchObject({
      sms: { status: 'granted', source: 'hand', stated_at: '2026-06-01T04:00:00Z' },
      email: { status: 'unknown' },
    });
    expect(await promoted()).toEqual(['Ann Archer', 'Cid Carter']);
    expect(await promoted('email')).toEqual(['Ann Archer']);
  });

  it('keeps a refusal by hand over what a later order says', async () => {
    await set('2026-05-10', 'Ann Archer', 'sms', 'refused');
    await shop.ingest([{ ...ann, order_date: '2026-06-01 10:00', accepts_marketing: 'yes' }]);
    expect(await said()).toMatchObject({ sms: { status: 'refused', source: 'hand' }, email: { status: 'granted' } });
    expect(await promoted()).toEqual([]);
    expect(await promoted('email')).toEqual(['Ann Archer']);
  });

  it('lifts a refusal by hand, and then orders speak again', async () => {
    await set('2026-05-10', 'Ann Archer', 'sms', 'refused');
    await set('2026-05-20', 'Ann Archer', 'sms', 'granted');
    expect(await status()).toMatchObject({ sms: 'granted' });
    await shop.ingest([{ ...ann, order_date: '2026-06-01 10:00', accepts_marketing: 'no' }]);
    expect(await said()).toMatchObject({ sms: { status: 'refused', source: 'order 1003' } });
  });

  it('takes the stricter of an order and a word said at the same moment', async () => {
    await set('2026-05-01T10:00', 'Ann Archer', 'sms', 'refused');
    await set('2026-05-01T10:00', 'Cid Carter', 'sms', 'granted');
    await set('2026-05-01T10:00', 'Cid Carter', 'sms', 'refused');
    expect(await status()).toMatchObject({ sms: 'refused', email: 'granted' });
    expect(await status('Cid Carter')).toMatchObject({ sms: 'refused' });
  });

  it('changes nothing with -n', async () => {
    const before = await said();
    const { status: code, stderr } = await set('2026-06-01', 'Ann Archer', 'sms', 'refused', '-n');
    expect([code, stderr]).toEqual([0, expect.stringContaining('nothing was changed')]);
    expect(await said()).toEqual(before);
  });

  it.each([
    [['Ann Archer', 'pigeon', 'granted'], 2],
    [['Ann Archer', 'sms', 'maybe'], 2],
    [['Ann Archer', 'sms'], 2],
    [['Nobody', 'sms', 'granted'], 1],
  ])('is not set by %j: exit %i', async (args, code) => {
    const before = await said();
    expect((await set('2026-06-01', ...args)).status).toBe(code);
    expect(await said()).toEqual(before);
  });
});

describe('shops edit --consent-policy', () => {
  it('lets promotions reach whoever did not refuse, and back', async () => {
    await set('2026-06-01', 'Ann Archer', 'sms', 'refused');
    expect(await promoted()).toEqual([]);
    expect((await shop.regulars('shops', 'edit', 'Hillside', '--consent-policy', 'not-refused')).status).toBe(0);
    expect(await promoted()).toEqual(['Cid Carter']);
    await shop.regulars('shops', 'edit', 'Hillside', '--consent-policy', 'granted');
    expect(await promoted()).toEqual([]);
  });

  it('goes by the strictest of the shops somebody bought in', async () => {
    await shop.ingest([{ customer_name: 'Cid Carter', email: 'cid@example.com', phone: '13912345603' }], 'Riverside');
    await shop.ingest([{ customer_name: 'Eve Ellis', email: 'eve@example.com', phone: '13912345605' }], 'Riverside');
    await shop.regulars('shops', 'edit', 'Riverside', '--consent-policy', 'not-refused');
    expect(await promoted()).toEqual(['Ann Archer', 'Eve Ellis']);
  });

  it('changes nothing with -n, and refuses other policies and shops', async () => {
    await shop.regulars('shops', 'edit', 'Hillside', '--consent-policy', 'not-refused', '-n');
    expect(await promoted()).toEqual(['Ann Archer']);
    expect((await shop.regulars('shops', 'edit', 'Hillside', '--consent-policy', 'everybody')).status).toBe(2);
    expect((await shop.regulars('shops', 'edit', 'Nowhere', '--consent-policy', 'granted')).status).toBe(1);
  });
});
