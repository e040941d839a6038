/** An answer that comes back by the id of what was handed over is heard, whatever became of that since. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { HAND, linesOf, named, weekShop } from './week.ts';

let shop: PlainShop;
afterEach(() => shop.close());

const ORDER = named('week', '');
const DATE = ORDER.replace(/trigger = .*/, 'trigger = { on = "date", month = 7, day = 1 }');

async function handedOver(plays: string, names: readonly string[] = ['Ann Archer', 'Ben Baker']) {
  shop = await weekShop(names, plays);
  await shop.regulars(...HAND, 'sms.csv');
  return new Map(linesOf(shop, 'sms.csv').map(({ id = '', name = '' }) => [name, id]));
}
const said = (id: string | undefined, ...more: string[]) =>
  shop.on('2026-07-03', 'followup', 'done', id ?? '', ...more);
const refusals = async (who: string) =>
  (JSON.parse((await shop.on('2026-07-03', 'consent', 'show', who, '--json')).stdout) as Record<string, string>[])
    .filter(({ status }) => status === 'refused')
    .map(({ channel }) => channel);

it.each(['Ann Archer', 'Ben Baker'])('after customers were merged: %s', async (name) => {
  const ids = await handedOver(DATE);
  await shop.on('2026-07-02', 'customers', 'merge', 'Ann Archer', 'Ben Baker', '--reason', 'told me', '--yes');
  const { status, stderr } = await said(ids.get(name), '--outcome', 'opted_out');
  expect([status, stderr]).toEqual([0, expect.stringContaining('is not contacted by sms any more')]);
  expect(await refusals('Ann Archer')).toEqual(['sms']);
});

it('after customers were merged, by the channel that the one of the id was written to by', async () => {
  const both = DATE.replace('["sms"]', '["sms", "email"]').replaceAll('language =', 'subject = "tea"\nlanguage =');
  shop = await weekShop(['Ann Archer'], both);
  await shop.ingest([{ customer_name: 'Eve Ellis', email: 'eve@example.com', accepts_marketing: 'yes' }]);
  for (const channel of ['sms', 'email'])
    await shop.regulars('followup', 'handover', '--channel', channel, '--to', `${channel}.csv`);
  const [sms, email] = ['sms', 'email'].map((channel) => linesOf(shop, `${channel}.csv`)[0]?.['id']);
  await shop.on('2026-07-02', 'customers', 'merge', 'Ann Archer', 'Eve Ellis', '--reason', 'told me', '--yes');
  await said(email, '--outcome', 'opted_out');
  expect(await refusals('Ann Archer')).toEqual(['email']);
  await said(sms, '--outcome', 'opted_out');
  expect(new Set(await refusals('Ann Archer'))).toEqual(new Set(['email', 'sms']));
});

it.each([
  ['of an order', ORDER],
  ['of a day', DATE],
])('after the import was taken back, and once it is there again: %s', async (_, plays) => {
  const ids = await handedOver(plays);
  await shop.on('2026-07-02', 'imports', 'undo', '1', '--yes');
  const { status } = await said(ids.get('Ann Archer'), '--outcome', 'opted_out');
  expect(status).toBe(0);
  await shop.on('2026-07-03', 'ingest', 'orders-1000.csv', '--shop', 'Hillside');
  expect([await refusals('Ann Archer'), await refusals('Ben Baker')]).toEqual([['sms'], []]);
});

it('after the play was removed, each thing that may be said of one that is done', async () => {
  const ids = await handedOver(DATE, ['Ann Archer', 'Ben Baker', 'Cid Carter', 'Dora Dyer']);
  await shop.on('2026-07-02', 'play', 'remove', 'week', '--yes');
  await said(ids.get('Ann Archer'), '--outcome', 'opted_out');
  await said(ids.get('Ben Baker'), '--outcome', 'complaint', '--note', 'enough');
  expect((await said(ids.get('Cid Carter'), '--outcome', 'no_answer')).stderr).toContain('it is not tried again');
  expect((await said(ids.get('Dora Dyer'), '--outcome', 'reached')).status).toBe(0);
  expect(await refusals('Ann Archer')).toEqual(['sms']);
  const notes = await shop.on('2026-07-03', 'customers', 'show', 'Ben Baker');
  expect(notes.stdout).toContain('enough');
  const contacts = await shop.on('2026-07-03', 'dump', '--canonical');
  expect(contacts.stdout.match(/"no_answer"|"reached"/g)?.toSorted()).toEqual(['"no_answer"', '"reached"']);
});

it('after the trigger of the play was changed, also from a file', async () => {
  const ids = await handedOver(ORDER);
  writeFileSync(join(shop.folder, 'plays.toml'), DATE.replace('month = 7', 'month = 12'));
  await shop.on('2026-07-02', 'play', 'apply', 'plays.toml', '--yes');
  writeFileSync(join(shop.folder, 'back.csv'), `id,outcome\n${ids.get('Ann Archer')},opted_out\n`);
  const { status, stderr } = await shop.on('2026-07-03', 'followup', 'import', 'back.csv');
  expect([status, stderr]).toEqual([0, expect.stringContaining('1 taken')]);
  expect(await refusals('Ann Archer')).toEqual(['sms']);
  expect((await shop.on('2026-07-03', 'followup', 'snooze', ids.get('Ben Baker') ?? '', '--days', '3')).status).toBe(1);
});

it('names what holds without an id where nothing is known of it', async () => {
  await handedOver(DATE);
  const { status, stderr } = await said('zzzzzzzz', '--outcome', 'opted_out');
  expect(status).toBe(1);
  for (const way of ['followup plan', 'consent set', 'suppress add']) expect(stderr).toContain(way);
});
