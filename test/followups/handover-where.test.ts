/** Names a hand-over cannot be written under: nothing is kept, and what is proposed works. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { HAND, linesOf, weekShop } from './week.ts';

const LONG = `${'n'.repeat(240)}.csv`;

it.skipIf(process.platform === 'win32')('is told what works instead of a name that does not', async () => {
  const shop = await weekShop(['Ann Archer']);
  onTestFinished(() => shop.close());
  const told = async (name: string) => {
    const { status, stderr } = await shop.regulars(...HAND, name);
    return [status, stderr];
  };
  const hint = 'hint: --to sms.csv\n';
  expect(await told('')).toEqual([2, `regulars: there is no name behind --to\n${hint}`]);
  expect(await told('-')).toEqual([
    2,
    `regulars: "-" is no name of a file, and this is not written to stdout; name a file\n${hint}`,
  ]);
  expect(await told('/dev/full')).toEqual([
    1,
    `regulars: /dev/full is no ordinary file, and nothing would be kept in it; name a file\n${hint}`,
  ]);
  // Room for the name alone, and not for what it is called until then.
  expect(await told(LONG)).toEqual([1, `regulars: ${join(shop.folder, LONG)} cannot be used: ENAMETOOLONG\n`]);
  expect(await shop.json('touches', 'list')).toEqual([]);
  expect(readdirSync(shop.folder).filter((name) => /^n|partial/.test(name))).toEqual([]);
  await shop.regulars(...HAND, 'sms.csv');
  expect(linesOf(shop, 'sms.csv')).toHaveLength(1);
});
