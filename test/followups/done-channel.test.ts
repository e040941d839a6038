/** By which channel what is done was done, where nobody says so. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { linesOf, named, weekShop } from './week.ts';

let shop: PlainShop;
beforeEach(async () => {
  const plays = named('week', '')
    .replace('["sms"]', '["sms", "email"]')
    .replace(/language = "zh"/, 'subject = "新茶"\nlanguage = "zh"')
    .replace(/language = "en"/, 'subject = "New tea"\nlanguage = "en"');
  shop = await weekShop(['Ann Archer'], plays, undefined, { email: 'ann@example.com', accepts_marketing: '' });
  await shop.regulars('consent', 'set', 'Ann Archer', 'email', 'granted');
});
afterEach(() => shop.close());

const handedOver = async (): Promise<string> => {
  await shop.regulars('followup', 'handover', '--channel', 'email', '--to', 'mail.csv');
  return linesOf(shop, 'mail.csv')[0]?.['id'] ?? '';
};
const refused = async (day: string) =>
  (JSON.parse((await shop.on(day, 'consent', 'show', 'Ann Archer', '--json')).stdout) as Record<string, string>[])
    .filter(({ status }) => status === 'refused')
    .map(({ channel }) => channel);

it('is the one it was handed over by, whatever is open to them since', async () => {
  const id = await handedOver();
  await shop.on('2026-07-02', 'consent', 'set', 'Ann Archer', 'sms', 'granted');
  await shop.on('2026-07-03', 'followup', 'done', id, '--outcome', 'opted_out');
  expect(await refused('2026-07-03')).toEqual(['email']);
});

it('is the one they were reached by before', async () => {
  const [due] = await shop.json<{ id: string }[]>('followup', 'today');
  await shop.regulars('followup', 'done', due?.id ?? '', '--outcome', 'reached');
  await shop.on('2026-07-02', 'consent', 'set', 'Ann Archer', 'sms', 'granted');
  await shop.on('2026-07-03', 'followup', 'done', due?.id ?? '', '--outcome', 'opted_out');
  expect(await refused('2026-07-03')).toEqual(['email']);
});

it('is asked for where none is known', async () => {
  const [due] = await shop.json<{ id: string }[]>('followup', 'today');
  await shop.on('2026-07-02', 'consent', 'set', 'Ann Archer', 'email', 'unknown');
  const before = await shop.dump();
  const done = ['followup', 'done', due?.id ?? '', '--outcome', 'opted_out'];
  const { status, stderr } = await shop.on('2026-07-03', ...done);
  expect([status, stderr]).toEqual([2, expect.stringContaining('--channel sms')]);
  writeFileSync(join(shop.folder, 'back.csv'), `id,outcome\n${due?.id},opted_out\n`);
  const taken = await shop.on('2026-07-03', 'followup', 'import', 'back.csv');
  expect([taken.status, taken.stderr]).toEqual([3, expect.stringContaining('put the one it was done by here')]);
  expect(await shop.dump()).toBe(before);
  await shop.on('2026-07-03', ...done, '--channel', 'email');
  expect(await refused('2026-07-03')).toEqual(['email']);
});
