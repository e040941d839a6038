/** What was said and done later is not known on an earlier day. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PlainShop, plainShop } from './helpers/plain-shop.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await plainShop([
    { order_date: '2026-06-29 10:00', customer_name: '周小茶', phone: '13912345601', accepts_marketing: 'yes' },
  ]);
  await shop.regulars('consent', 'set', '1', 'sms', 'refused');
  await shop.regulars('tag', 'add', 'vip', '--customer', '1');
});
afterEach(() => shop.close());

const sms = (rows: readonly { channel: string; status: string }[]) =>
  rows.find(({ channel }) => channel === 'sms')?.status;

it('consents are those of the day', async () => {
  expect(sms(await shop.json('consent', 'show', '1'))).toBe('refused');
  expect(sms(await shop.json('consent', 'show', '1', '--as-of', '2026-06-30'))).toBe('granted');
  expect(sms(await shop.json('consent', 'show', '1', '--as-of', '2026-06-28'))).toBe('unknown');
});

it('conditions follow them, but a list for sending knows every refusal', async () => {
  const list = ['export', 'contacts', '--where', 'orders_all > 0', '--channel', 'sms', '--kind', 'promotion'];
  expect(await shop.json<unknown[]>(...list)).toHaveLength(0);
  expect(await shop.json<unknown[]>(...list, '--as-of', '2026-06-30')).toHaveLength(0);
  const subscribed = ['customers', 'list', '--where', "sms_subscription_status = 'SUBSCRIBED'"];
  expect(await shop.json<unknown[]>(...subscribed)).toHaveLength(0);
  expect(await shop.json<unknown[]>(...subscribed, '--as-of', '2026-06-30')).toHaveLength(1);
});

it('the card shows tags and consents of the day', async () => {
  expect(await shop.json('customers', 'show', '1')).toMatchObject({ tags: [{ tag: 'vip' }] });
  const { tags, consents } = await shop.json<{ tags: unknown[]; consents: { channel: string; status: string }[] }>(
    'customers',
    'show',
    '1',
    '--as-of',
    '2026-06-30',
  );
  expect(tags).toEqual([]);
  expect(sms(consents)).toBe('granted');
});

it('a follow-up done on a later day is not done again', async () => {
  const [first] = await shop.json<{ id: string }[]>('followup', 'plan', '--as-of', '2026-07-02');
  const id = first?.id ?? '';
  expect((await shop.regulars('followup', 'done', id, '--as-of', '2026-07-02')).stderr).toContain('done: 周小茶');
  const again = await shop.regulars('followup', 'done', id, '--as-of', '2026-07-01');
  expect(again.stderr).toContain(`${id} was done on 2026-07-02; nothing changed`);
});
