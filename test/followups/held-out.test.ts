/** Who is left alone to be compared with: drawn as those who are contacted, and noted with them however they are. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { HAND, linesOf, named, weekShop } from './week.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const guest = (letter: string): string => `${letter}x Guest`;
/** Of the first six, who are worth most since they came first, the holdout leaves two alone. */
const [CONTACTED, HELD_OUT] = ['ACEF'.split('').map(guest), 'BD'.split('').map(guest)];

let shop: PlainShop;
beforeEach(async () => {
  shop = await weekShop(LETTERS.map(guest), named('week', 'holdout = 0.3\ncapacity = 6'));
});
afterEach(() => shop.close());

interface Said {
  readonly name: string;
  readonly day: string;
  readonly channel: string;
}
const said = (outcome: string): Promise<Said[]> =>
  shop.json(
    'query',
    `SELECT name, f.day, f.channel FROM followup_outcomes f JOIN records USING (record_id) WHERE outcome = '${outcome}' ORDER BY name`,
  );
const heldOut = async (): Promise<string[]> => (await said('held_out')).map(({ name }) => name);
const idsOn = async (day: string): Promise<string[]> =>
  (await shop.json<{ id: string }[]>('followup', 'today', '--as-of', day)).map(({ id }) => id);
const whyOf = async (name: string) => {
  const rows = await shop.json<{ play: string; state: string; explanation: string }[]>('followup', 'why', name);
  return rows.find(({ play }) => play === 'week');
};

it('is handed over and held out for the places of a day, and no more by a second run', async () => {
  const { stderr } = await shop.regulars(...HAND, 'sms.csv');
  expect(linesOf(shop, 'sms.csv').map(({ name }) => name)).toEqual(CONTACTED);
  expect(stderr).toContain('2 held out, to see what comes without it');
  expect(await heldOut()).toEqual(HELD_OUT);
  expect(await shop.regulars(...HAND, 'more.csv')).toMatchObject({ status: 0, stderr: '' });
  expect(await heldOut()).toEqual(HELD_OUT);
  await shop.on('2026-07-02', ...HAND, 'next.csv');
  expect(linesOf(shop, 'next.csv').length + (await heldOut()).length - HELD_OUT.length).toBe(6);
});

it('is noted with the first that is done of the day, once', async () => {
  const [first = '', second = '', third = ''] = await idsOn('2026-07-01');
  const before = await shop.dump();
  expect((await shop.regulars('followup', 'done', first, '-n')).stderr).toContain('2 held out');
  expect(await shop.dump()).toBe(before);
  expect((await shop.regulars('followup', 'done', first, second)).stderr.match(/held out/g)).toHaveLength(1);
  const noted = HELD_OUT.map((name) => ({ name, day: '2026-07-01', channel: 'sms' }));
  expect(await said('held_out')).toEqual(noted);
  expect((await shop.regulars('followup', 'done', third, '--outcome', 'reached')).stderr).not.toContain('held out');
  expect(await said('held_out')).toEqual(noted);
  expect(await idsOn('2026-07-01')).toHaveLength(CONTACTED.length - 3);
  expect((await shop.regulars('doctor')).status).toBe(0);
});

it('is noted with a call sheet that comes back, as that was planned', async () => {
  const [first = '', second = ''] = await idsOn('2026-07-01');
  writeFileSync(join(shop.folder, 'back.csv'), `id,outcome\n${first},skipped\n${second},wants\n`);
  expect((await shop.regulars('followup', 'import', 'back.csv')).stderr).toContain('2 held out');
  expect(await heldOut()).toEqual(HELD_OUT);
});

it('is not noted on the day on which an answer comes to what was handed over before', async () => {
  await shop.regulars(...HAND, 'sms.csv');
  const [{ id = '' } = {}] = linesOf(shop, 'sms.csv');
  const { stderr } = await shop.on('2026-07-02', 'followup', 'done', id, '--outcome', 'wants');
  expect(stderr).not.toContain('held out');
  expect(await heldOut()).toEqual(HELD_OUT);
});

it('is told of whoever asks, with a place or without', async () => {
  const told = { state: 'left_out', explanation: 'left out: held out, to see what comes without it' };
  expect(await whyOf(guest('B'))).toMatchObject(told);
  expect(await whyOf(guest('Y'))).toMatchObject(told);
  await shop.regulars(...HAND, 'sms.csv');
  expect(await whyOf(guest('B'))).toMatchObject({ state: 'held_out' });
  const { stderr } = await shop.regulars('followup', 'plan', '--days', '3');
  expect(stderr).toMatch(/\d+ left out of week: held out/);
});

it('is not asked for by the report of a play that has a holdout', async () => {
  const advice = 'A holdout in the play makes that possible.';
  expect((await shop.regulars('play', 'report', 'week')).stdout.replaceAll(/\s+/g, ' ')).toMatch(
    /none of those who were due so far fell into the holdout\. *$/,
  );
  expect((await shop.regulars('play', 'report', 'thank_you')).stdout.replaceAll(/\s+/g, ' ')).toContain(advice);
});
