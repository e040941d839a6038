/** A replenishment is over once the product is bought again; what is said of it is still heard. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

const ANN = { customer_name: 'Ann', phone: '13912345601', accepts_marketing: 'yes', item: 'Longjing' };

let shop: PlainShop;
let id: string;
beforeEach(async () => {
  shop = await plainShop([{ ...ANN, order_date: '2026-06-05 10:00' }]);
  writeFileSync(join(shop.folder, 'supply.csv'), 'title,days_of_supply\nLongjing,30\n');
  await shop.regulars('products', 'import', 'supply.csv');
  for (const play of ['thank_you', 'second_order_7', 'win_back']) await shop.on('2026-05-01', 'play', 'off', play);
  await shop.on('2026-05-01', 'play', 'on', 'replenishment');
  const due = await replenishments('2026-07-01');
  expect(due).toMatchObject([{ state: 'planned', due_day: '2026-06-30', expires_day: '2026-07-10' }]);
  id = due[0]?.id ?? '';
});
afterEach(() => shop.close());

async function replenishments(asOf: string) {
  const { stdout } = await shop.on(asOf, 'followup', 'why', 'Ann', '--json');
  const rows = JSON.parse(stdout) as { play: string; id: string; state: string }[];
  return rows.filter(({ play }) => play === 'replenishment');
}

const buyAgain = () => shop.ingest([{ ...ANN, order_date: '2026-07-03 10:00' }]);

it('hears whoever opts out of it after that', async () => {
  await shop.regulars('followup', 'handover', '--channel', 'sms', '--to', 'sms.csv');
  await buyAgain();
  const { status, stderr } = await shop.on('2026-07-04', 'followup', 'done', id, '--outcome', 'opted_out');
  expect([status, stderr]).toEqual([0, expect.stringContaining('Ann is not contacted by sms any more')]);
});

it('is told of as what it came to', async () => {
  await buyAgain();
  const [next, before] = await replenishments('2026-07-04');
  expect(next).toMatchObject({ state: 'later', due_day: '2026-07-28' });
  expect(before).toMatchObject({ id, state: 'expired', expires_day: '2026-07-02' });
});

it('does not come up again, not even where it was put off', async () => {
  await shop.regulars('followup', 'snooze', id, '--until', '2026-07-06');
  await buyAgain();
  const { stdout } = await shop.on('2026-07-06', 'followup', 'today', '--json');
  expect(JSON.parse(stdout)).toEqual([]);
});

it('is cancelled in a calendar that has it', async () => {
  await shop.on('2026-07-01', 'followup', 'calendar');
  await buyAgain();
  const { stdout } = await shop.on('2026-07-04', 'followup', 'calendar');
  const [event = ''] = stdout.split('BEGIN:VEVENT').filter((one) => one.includes(id));
  expect(event).toContain('STATUS:CANCELLED');
});
