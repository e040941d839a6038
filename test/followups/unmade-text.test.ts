/** Whoever's text cannot be made takes nobody's place: neither on another channel, nor within the capacity of their own. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { linesOf, named, weekShop } from './week.ts';

const PEOPLE = ['Ann Archer', 'Ben Baker', 'Cid Carter', 'Dora Dyer'];

/** A play by one channel; nobody's birthday is known. */
const by = (name: string, channel: string, more: string, said = 'Hello'): string =>
  named(name, more)
    .replace('"promotion"', '"service"')
    .replace('["sms"]', `["${channel}"]`)
    .replaceAll(/text = ".*"/g, `text = "${said}"`);
const ODD = '{{ birthday }}';
const PLAYS = `
[policy]
per_day = 1
[policy.channels.phone]
capacity = 2
${by('odd_call', 'phone', 'priority = 90', ODD)}
${by('good_call', 'phone', 'priority = 50')}
${named('week', 'priority = 10')}
`;

let shop: PlainShop;
beforeEach(async () => {
  shop = await weekShop(PEOPLE, PLAYS);
});
afterEach(() => shop.close());

const hand = (channel: string, file: string, ...more: string[]) =>
  shop.regulars('followup', 'handover', '--channel', channel, '--to', file, ...more);
const handed = (file: string) =>
  existsSync(join(shop.folder, file)) ? linesOf(shop, file).map(({ play, name }) => `${play} ${name}`) : [];
const today = async (...args: string[]) =>
  (await shop.json<{ play: string; name: string }[]>('followup', 'today', ...args)).map(
    ({ play, name }) => `${play} ${name}`,
  );
const KEPT_OUT = /\d kept out of odd_call: [^\n]*birthday is not known, [^\n]*/;

it('gives its place away on its own channel and on others, the same day', async () => {
  const [listed, told] = [await today(), (await shop.regulars('followup', 'today')).stderr];
  expect(listed.toSorted()).toEqual([
    'good_call Ann Archer',
    'good_call Ben Baker',
    'week Cid Carter',
    'week Dora Dyer',
  ]);
  const form = await hand('sms', 'numbers.txt', '--as', 'sms', '-n');
  expect([form.status, form.stderr]).toEqual([0, expect.stringContaining('2 follow-ups: week 2')]);
  const calls = await hand('phone', 'calls.csv');
  const keptOut = KEPT_OUT.exec(calls.stderr)?.[0];
  expect([calls.status, keptOut]).toEqual([3, expect.stringMatching(/^4 kept out/)]);
  expect(told).toContain(keptOut);
  const texts = await hand('sms', 'sms.csv');
  expect([texts.status, texts.stderr]).toEqual([0, expect.not.stringContaining('kept out')]);
  expect([...handed('calls.csv'), ...handed('sms.csv')].toSorted()).toEqual(listed.toSorted());
  const dump = await shop.dump();
  for (const channel of ['phone', 'sms'])
    expect(await hand(channel, 'more.csv')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect([await shop.dump(), await today()]).toEqual([dump, []]);
  expect((await shop.regulars('doctor')).status).toBe(0);
});

it('is told of by the list of today where it is of what is asked for', async () => {
  const told = async (...args: string[]) => (await shop.regulars('followup', 'today', ...args)).stderr;
  expect(await told('--channel', 'phone', '-q')).toMatch(KEPT_OUT);
  expect(await told('--play', 'odd_call')).toMatch(KEPT_OUT);
  expect(await told('--channel', 'sms')).not.toContain('kept out');
  expect(await told('--play', 'good_call')).not.toContain('kept out');
  expect(await today('--play', 'odd_call')).toEqual([]);
});

it('takes no place by being held out either, and is no one to compare with', async () => {
  writeFileSync(join(shop.folder, 'held.toml'), by('odd_call', 'phone', 'priority = 90\nholdout = 0.9', ODD));
  expect((await shop.on('2026-06-01', 'play', 'apply', 'held.toml', '--yes')).status).toBe(0);
  await hand('phone', 'calls.csv');
  expect(handed('calls.csv')).toEqual(['good_call Ann Archer', 'good_call Ben Baker']);
  const heldOut = "SELECT * FROM followup_outcomes WHERE outcome = 'held_out'";
  expect(await shop.json('query', heldOut)).toEqual([]);
});

it('keeps nobody of another play from being held out with the first that is done of it', async () => {
  writeFileSync(join(shop.folder, 'tenth.toml'), by('good_call', 'phone', 'priority = 50\nholdout = 0.1'));
  expect((await shop.on('2026-06-01', 'play', 'apply', 'tenth.toml', '--yes')).status).toBe(0);
  const [first] = await shop.json<{ id: string }[]>('followup', 'today', '--play', 'good_call');
  expect((await hand('phone', 'calls.csv', '-n')).stderr).toContain('1 held out');
  expect((await shop.regulars('followup', 'done', first?.id ?? '', '-n')).stderr).toContain('1 held out');
});
