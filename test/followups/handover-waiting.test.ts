/** What a hand-over that was killed has left: looked at again before its file gets a name, and never lost without a word. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { HAND, killedAtThe, linesOf, weekShop } from './week.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await weekShop(['Ann Archer', 'Ben Baker']);
});
afterEach(() => shop.close());

const at = (name: string) => join(shop.folder, name);
const names = (name: string) => linesOf(shop, name).map((line) => line['name']);
const touched = async () => (await shop.json<{ name: string }[]>('touches', 'list')).map(({ name }) => name).toSorted();
const lists = async () => (await shop.json<unknown[]>('export', 'list')).length;
const partials = () => readdirSync(shop.folder).filter((name) => name.includes('partial'));
const killedAt = (point: string, ...args: string[]) => killedAtThe(1, point, shop, args);
const LIST = 'export contacts --channel sms --kind promotion --where'
  .split(' ')
  .concat('number_of_orders = 1', '--out');
const WITHOUT_NAME = 'file link sms.csv';

describe.skipIf(process.platform === 'win32').each([
  ['follow-ups', HAND],
  ['a contact list', LIST],
])('%s', (_, args) => {
  it.each([
    ['refused', ['consent', 'set', 'Ann Archer', 'sms', 'refused']],
    ['were suppressed', ['suppress', 'add', 'Ann Archer']],
  ])('of people who %s since get no file, and the others a new one', async (__, said) => {
    await killedAt(WITHOUT_NAME, ...args, 'sms.csv');
    expect((await shop.regulars(...said)).status).toBe(0);
    const { status, stderr } = await shop.regulars(...args, 'other.csv', '-q');
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/^warning: .* list 1 .* 1 of its 2 rows may not be written to any more \(1; /),
    ]);
    expect([existsSync(at('sms.csv')), partials(), names('other.csv')]).toEqual([false, [], ['Ben Baker']]);
    expect([await touched(), await lists()]).toEqual([['Ben Baker'], 1]);
    expect((await shop.regulars('doctor')).status).toBe(0);
  });

  it('of somebody who is forgotten go with them', async () => {
    await killedAt(WITHOUT_NAME, ...args, 'sms.csv');
    const [waiting = '?'] = partials();
    const { status, stderr } = await shop.regulars('customers', 'forget', 'Ann Archer', '--yes');
    expect([status, stderr]).toEqual([0, expect.stringContaining(`it was removed (${at(waiting)})`)]);
    expect([partials(), await touched(), await lists()]).toEqual([[], [], 0]);
    await shop.regulars(...args, 'other.csv');
    expect([names('other.csv'), await touched()]).toEqual([['Ben Baker'], ['Ben Baker']]);
  });

  it('whose file somebody has removed are told of, once', async () => {
    await killedAt(WITHOUT_NAME, ...args, 'sms.csv');
    for (const name of partials()) rmSync(at(name));
    const { stderr } = await shop.regulars(...HAND, 'other.csv', '-q');
    expect(stderr).toMatch(/^warning: .* list 1 had its name, and it is gone: 2 rows without a file/);
    expect(await touched()).toEqual(['Ann Archer', 'Ben Baker']);
    expect((await shop.regulars(...HAND, 'other.csv')).stderr).toBe('');
  });

  it('whose file has its name already are no news', async () => {
    await killedAtThe(2, 'sql UPDATE contact_lists SET awaits = ? WHERE list_id = ?', shop, [...args, 'sms.csv']);
    expect(names('sms.csv')).toEqual(['Ann Archer', 'Ben Baker']);
    expect((await shop.regulars(...HAND, 'other.csv')).stderr).toBe('');
  });

  it('who were not kept leave no file behind when the folder is written to again', async () => {
    await killedAt('sql COMMIT', ...args, 'sms.csv');
    const [unkept = '?'] = partials();
    // Of another archive, for all anybody here knows.
    const others = unkept.replace(/[0-9a-f]{8}(?=\.partial)/, '00000000');
    writeFileSync(at(others), 'theirs');
    expect((await shop.regulars(...args, 'other.csv')).status).toBe(0);
    expect([partials(), names('other.csv')]).toEqual([[others], ['Ann Archer', 'Ben Baker']]);
  });
});

it('a list that was handed over before stays when its second file does not', async () => {
  await shop.regulars(...LIST, 'first.csv');
  await killedAt('file link second.csv', ...LIST, 'second.csv');
  await shop.regulars('consent', 'set', 'Ann Archer', 'sms', 'refused');
  await shop.regulars(...LIST, 'third.csv');
  expect([partials(), existsSync(at('second.csv')), names('third.csv')]).toEqual([[], false, ['Ben Baker']]);
  expect([await touched(), await lists()]).toEqual([['Ann Archer', 'Ben Baker'], 2]);
});
