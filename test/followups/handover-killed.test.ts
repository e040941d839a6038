/** A hand-over that is killed: who is on a file is in the archive, and who is in the archive gets a file. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runWith } from '../faults/fault.ts';
import type { PlainShop } from '../helpers/plain-shop.ts';
import { AS_SHOP, buyers, HAND, killedAtThe, linesOf, weekShop } from './week.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await weekShop(['Ann Archer', 'Ben Baker']);
});
afterEach(() => shop.close());

const at = (name: string) => join(shop.folder, name);
const names = (name: string) => linesOf(shop, name).map((line) => line['name']);
const touched = async () => (await shop.json<unknown[]>('touches', 'list')).length;
const lists = async () => (await shop.json<unknown[]>('export', 'list')).length;
const LIST = [
  'export',
  'contacts',
  '--channel',
  'sms',
  '--kind',
  'promotion',
  '--where',
  'number_of_orders = 1',
  '--out',
];

const killedAt = (point: string, ...args: string[]) => killedAtThe(1, point, shop, args);

describe.skipIf(process.platform === 'win32').each([
  ['follow-ups', [...HAND, 'sms.csv']],
  ['a contact list', [...LIST, 'sms.csv']],
])('%s', (_, args) => {
  it('whose file has no name yet are on it when the next run has named it', async () => {
    await killedAt('file link sms.csv', ...args);
    expect([existsSync(at('sms.csv')), await touched(), await lists()]).toEqual([false, 2, 1]);
    const { status, stderr } = await shop.regulars(...HAND, 'other.csv');
    expect([status, stderr]).toEqual([
      0,
      `warning: an earlier run stopped before the file of list 1 had its name: it is ${at('sms.csv')} now\n`,
    ]);
    expect([names('sms.csv'), existsSync(at('other.csv')), await touched()]).toEqual([
      ['Ann Archer', 'Ben Baker'],
      false,
      2,
    ]);
    expect(readdirSync(shop.folder).filter((name) => name.includes('partial'))).toEqual([]);
    // Once.
    expect((await shop.regulars(...HAND, 'other.csv')).stderr).toBe('');
    expect((await shop.regulars('doctor')).status).toBe(0);
  });

  it('who are not kept yet are on no file, and come with the next run', async () => {
    await killedAt('sql COMMIT', ...args);
    expect([existsSync(at('sms.csv')), await touched(), await lists()]).toEqual([false, 0, 0]);
    expect((await shop.regulars(...args)).status).toBe(0);
    expect([names('sms.csv'), await touched(), await lists()]).toEqual([['Ann Archer', 'Ben Baker'], 2, 1]);
  });

  it('leave what has got the name meanwhile as it is, and say where theirs is', async () => {
    await killedAt('file link sms.csv', ...args);
    writeFileSync(at('sms.csv'), 'mine');
    const { stderr } = await shop.regulars(...HAND, 'other.csv');
    const [theirs] = readdirSync(shop.folder).filter((name) => name.startsWith('sms.csv.list-1.'));
    expect(stderr).toContain(`${at('sms.csv')} was taken meanwhile and left as it was`);
    expect(stderr).toContain(at(theirs ?? '?'));
    expect([readFileSync(at('sms.csv'), 'utf8'), names(theirs ?? '?')]).toEqual(['mine', ['Ann Archer', 'Ben Baker']]);
    expect((await shop.regulars(...HAND, 'other.csv')).stderr).toBe('');
  });

  it('say where they are, and do not pass for done, where the name is taken before they have it', async () => {
    const fault = { point: 'sql COMMIT', nth: 1, mode: 'pass', marker: at('sms.csv') } as const;
    const { status, stderr } = await runWith(fault, shop.folder, ['--db', 'shop.db', '--as-of', '2026-07-01', ...args]);
    const [theirs = '?'] = readdirSync(shop.folder).filter((name) => name.startsWith('sms.csv.list-1.'));
    expect([status, stderr]).toEqual([1, expect.stringContaining(`written to ${at(theirs)}\nhanded over as list 1`)]);
    expect(stderr).not.toContain('written to sms.csv');
    expect([readFileSync(at('sms.csv'), 'utf8'), names(theirs)]).toEqual([fault.point, ['Ann Archer', 'Ben Baker']]);
  });

  it('whose file cannot get its name yet do not hold up what is due since', async () => {
    await killedAt('file rename sms.csv', ...args, '--force');
    await shop.ingest(buyers(['Dora Dyer']));
    const fault = { point: 'file rename sms.csv', nth: 1, mode: 'throw', marker: at('failed') } as const;
    const asked = ['--db', 'shop.db', '--as-of', '2026-07-01', ...HAND, 'other.csv'];
    const { status, stderr } = await runWith(fault, shop.folder, asked);
    expect([status, stderr]).toEqual([0, expect.stringContaining(`cannot be called ${at('sms.csv')} (EIO)`)]);
    expect([names('other.csv'), existsSync(at('sms.csv'))]).toEqual([['Dora Dyer'], false]);
    expect((await shop.regulars(...HAND, 'third.csv')).stderr).toContain(`it is ${at('sms.csv')} now`);
    expect(names('sms.csv')).toEqual(['Ann Archer', 'Ben Baker']);
  });
});

it('is made up for before what has come since', async () => {
  await killedAt('file link sms.csv', ...HAND, 'sms.csv');
  await shop.ingest(buyers(['Dora Dyer']));
  expect((await shop.regulars(...HAND, 'other.csv', '-n')).stderr).not.toContain('earlier run');
  expect(existsSync(at('sms.csv'))).toBe(false);
  await shop.regulars(...HAND, 'other.csv', '-q');
  expect([names('sms.csv'), names('other.csv')]).toEqual([['Ann Archer', 'Ben Baker'], ['Dora Dyer']]);
});

it('puts no file in the place of one that is made at this moment', async () => {
  const fault = { point: 'file link sms.csv', nth: 1, mode: 'pass', marker: at('sms.csv') } as const;
  const { stderr } = await runWith(fault, shop.folder, [...AS_SHOP, ...HAND, 'sms.csv']);
  expect(stderr).toContain(`${at('sms.csv')} was taken meanwhile and left as it was`);
  const [theirs] = readdirSync(shop.folder).filter((name) => name.startsWith('sms.csv.list-1.'));
  expect([readFileSync(at('sms.csv'), 'utf8'), names(theirs ?? '?')]).toEqual([
    'file link sms.csv',
    ['Ann Archer', 'Ben Baker'],
  ]);
});

it('gives a file its name where the disk has no links, and there too in nobody’s place', async () => {
  const fault = { point: 'file link sms.csv', nth: 1, mode: 'throw', marker: at('no-link') } as const;
  expect((await runWith(fault, shop.folder, [...AS_SHOP, ...HAND, 'sms.csv'])).status).toBe(0);
  expect([names('sms.csv'), existsSync(at('no-link'))]).toEqual([['Ann Archer', 'Ben Baker'], true]);
  expect(readdirSync(shop.folder).filter((name) => name.includes('partial'))).toEqual([]);
});

it.skipIf(process.platform === 'win32')('has one name in the end where it was killed with two', async () => {
  await killedAtThe(2, 'file rm sms.csv.list-1.partial', shop, [...HAND, 'sms.csv']);
  expect(readdirSync(shop.folder).filter((name) => name.startsWith('sms.csv'))).toHaveLength(2);
  expect((await shop.regulars(...HAND, 'other.csv')).stderr).toContain(`it is ${at('sms.csv')} now`);
  expect(readdirSync(shop.folder).filter((name) => name.startsWith('sms.csv'))).toEqual(['sms.csv']);
});

it('is done where the other name cannot be removed, which the next one does', async () => {
  const fault = { point: 'file rm sms.csv.list-1.partial', nth: 2, mode: 'throw', marker: at('kept') } as const;
  expect((await runWith(fault, shop.folder, [...AS_SHOP, ...HAND, 'sms.csv'])).status).toBe(0);
  expect(readdirSync(shop.folder).filter((name) => name.startsWith('sms.csv'))).toHaveLength(2);
  await shop.ingest(buyers(['Dora Dyer']));
  expect((await shop.regulars(...HAND, 'other.csv')).stderr).not.toContain('warning');
  expect(readdirSync(shop.folder).filter((name) => name.startsWith('sms.csv'))).toEqual(['sms.csv']);
});

it('is nothing where the file cannot be written', async () => {
  const fault = { point: 'file fsync', nth: 1, mode: 'full', marker: at('full') } as const;
  const { status, stderr } = await runWith(fault, shop.folder, [...AS_SHOP, ...HAND, 'a.csv']);
  expect([status, stderr]).toEqual([1, expect.stringContaining(`the disk is full; ${at('a.csv')} was not written`)]);
  expect(await touched()).toBe(0);
  expect(readdirSync(shop.folder).filter((name) => name.startsWith('a.csv'))).toEqual([]);
});
