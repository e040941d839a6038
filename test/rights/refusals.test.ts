/** What somebody refused stays refused after they were forgotten, and came back. */
import { expect, it } from 'vitest';
import { newSeller } from '../helpers/seller.ts';
import { HER, NEEDLES, NOW, orders, SHOP } from './needles.ts';

const later = { now: '2026-08-01T04:00:00Z' };

it('keeps the channels closed that were refused by a file or by hand, to the address alone', async () => {
  const seller = newSeller();
  await seller.ingest(seller.write('orders.csv', orders({ order_id: 'A-1', ...HER })), ...SHOP);
  const flags = `email,accepts_sms\n${NEEDLES.email},no\n`;
  await seller.run(['customers', 'import', seller.write('flags.csv', flags)], { now: '2026-06-01T04:00:00Z' });
  await seller.run(['consent', 'set', NEEDLES.account, 'email', 'refused'], { now: '2026-06-01T04:00:00Z' });
  const proof = await seller.run(['customers', 'forget', NEEDLES.account, '--yes'], { now: NOW });
  expect(proof.stdout).toContain('2 channels refused (a keyed hash of the addresses stays');
  const back = orders({ order_id: 'A-2', ...HER, order_date: '2026-07-01 04:30:00' });
  await seller.ingest(seller.write('back.csv', back), ...SHOP);
  const reached = async (channel: string) => {
    const args = ['export', 'contacts', '--where', 'orders_all > 0', '--kind', 'service', '--channel', channel];
    return (JSON.parse((await seller.run([...args, '--json'], later)).stdout) as unknown[]).length;
  };
  expect([await reached('email'), await reached('sms'), await reached('phone')]).toEqual([0, 0, 1]);
  const listed = await seller.json<{ suppression_id: number; kind: string; channel: string }[]>('suppress', 'list');
  expect(listed).toMatchObject([
    { kind: 'email', channel: 'email' },
    { kind: 'phone', channel: 'sms' },
  ]);
  // The seller may still hear of it that they want to again.
  await seller.run(['suppress', 'remove', String(listed[1]?.suppression_id)]);
  expect(await reached('sms')).toBe(1);
  // A word on the whole address is another one than on one of its channels.
  expect((await seller.run(['suppress', 'add', NEEDLES.email])).stderr).toContain('will never be contacted');
  expect((await seller.run(['doctor', '--ignore', 'backup_missing', '-q'], later)).status).toBe(0);
});
