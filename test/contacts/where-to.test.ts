/** Names a list cannot be written under: it is said why, and what is proposed works. */
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const LIST = ['export', 'contacts', '--customer', 'Ann', '--channel', 'email', '--kind', 'care'];

let seller: Seller;
beforeEach(async () => {
  seller = newSeller();
  const rows = [
    ['order_id', 'order_date', 'customer_name', 'email', 'order_total'],
    ['O-1', '2026-05-01 10:00:00', 'Ann', 'ann@example.com', '5.00'],
  ];
  await seller.ingest(seller.write('orders.csv', csv(rows)), ...NEW_SHOP);
});

const write = (...out: string[]) => seller.run([...LIST, ...out]);
/** What is wrong, and the arguments that are proposed. */
const told = async (...out: string[]) => {
  const { status, stderr } = await write(...out);
  const hint = /^hint: (.*)$/m.exec(stderr)?.[1];
  return { status, problem: stderr.split('\n')[0], hint: hint?.split(' ').map((word) => word.replaceAll("'", '')) };
};
const lists = () => seller.query('SELECT list_id FROM contact_lists');

describe('a list that cannot be written under the name', () => {
  it('of stdout goes there without one', async () => {
    const { status, problem, hint = [] } = await told('--out', '-');
    expect([status, problem]).toEqual([
      2,
      'regulars: "-" is no name of a file; without --out the list goes to stdout, and with --record it is kept there as handed over',
    ]);
    expect(existsSync(join(seller.folder, '-'))).toBe(false);
    expect(await lists()).toEqual([]);
    expect((await write(...hint)).stdout).toContain('ann@example.com');
    expect(await lists()).toHaveLength(1);
  });

  it.each([
    ['csv', 'contacts.csv'],
    ['xlsx', 'contacts.xlsx'],
    ['vcard3', 'contacts.vcf'],
  ])('of a folder goes into it: %s', async (form, name) => {
    mkdirSync(join(seller.folder, 'lists'));
    for (const force of [[], ['--force']]) {
      const { status, problem, hint } = await told('--out', 'lists', '--as', form, ...force);
      expect([status, problem]).toEqual([1, 'regulars: lists is a folder; name a file in it']);
      expect(hint).toEqual(['--out', `lists/${name}`]);
    }
    expect(await write('--out', `lists/${name}`, '--as', form)).toMatchObject({ status: 0 });
    expect(existsSync(join(seller.folder, 'lists', name))).toBe(true);
  });

  it.each([
    ['a file that is there', true],
    ['no file yet', false],
  ])('of a link goes where that leads: to %s', async (_, exists) => {
    if (exists) seller.write('target.csv', 'mine');
    symlinkSync('target.csv', join(seller.folder, 'link.csv'));
    const { status, problem, hint = [] } = await told('--out', 'link.csv', '--force');
    expect([status, problem]).toEqual([
      1,
      'regulars: link.csv is a link, and nothing is written through one; name the file it leads to',
    ]);
    expect((await write(...hint)).status).toBe(0);
    expect(readFileSync(join(seller.folder, 'target.csv'), 'utf8')).toContain('ann@example.com');
  });

  it('of a link to a folder goes into that', async () => {
    mkdirSync(join(seller.folder, 'lists'));
    symlinkSync('lists', join(seller.folder, 'link'));
    const { hint = [] } = await told('--out', 'link');
    expect((await write(...hint)).status).toBe(0);
    expect(existsSync(join(seller.folder, 'lists', 'contacts.csv'))).toBe(true);
  });

  it.each(['/dev/null', 'archive.db', 'archive.db-wal'])(
    'of what is never replaced needs another: %s',
    async (path) => {
      const { status, problem, hint } = await told('--out', path, '--force');
      expect([status, hint]).toEqual([1, undefined]);
      expect(problem).toMatch(/is no ordinary file; leave --out away|is the archive or belongs to it/);
      expect(await lists()).toEqual([]);
    },
  );
});

it('"-" is no file of other exports either', async () => {
  for (const [command, option] of [
    ['export customers', '--out'],
    ['segment export', '--to'],
  ] as const) {
    const { status, stderr } = await seller.run([...command.split(' '), option, '-']);
    expect([status, stderr]).toEqual([
      2,
      `regulars: "-" is no name of a file; leave ${option} away to write to stdout\n`,
    ]);
  }
});
