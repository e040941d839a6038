import { expect, it } from 'vitest';
import { asksConditions } from '../../src/commands/asks-conditions.ts';
import { commands } from '../../src/commands/index.ts';
import { spawnRegulars } from '../helpers/run.ts';
import { newSeller } from '../helpers/seller.ts';

it('says so of every command that takes a condition or a segment', () => {
  const taking = commands.filter(({ options }) => 'where' in options || 'segment' in options);
  expect(taking.length).toBeGreaterThan(10);
  expect(taking.filter((command) => !asksConditions(command)).map(({ path }) => path)).toEqual([]);
});

it('leaves tags that follow levels to whatever writes, also where it asks nothing itself', async () => {
  const seller = newSeller();
  seller.write('a.csv', 'order_id,order_date,email,item,order_total\nA-1,2026-05-04,ann@example.com,Tea,5.00\n');
  seller.write('b.csv', 'order_id,order_date,email,item,order_total\nB-1,2026-05-05,ben@example.com,Tea,5.00\n');
  await seller.ingest('a.csv', '--timezone', 'UTC', '--currency', 'USD');
  for (const args of [
    ['levels', 'set', 'gold', '--where', 'number_of_orders >= 1'],
    ['segment', 'save', 'golden', '--where', "level = 'gold'"],
    ['tag', 'follow', 'shiny', '--segment', 'golden'],
  ])
    expect(await seller.run(args)).toMatchObject({ status: 0 });
  // In processes of their own, the first of which asked nothing before.
  const alone = (...args: string[]) => spawnRegulars([...args, '--db', seller.db], { cwd: seller.folder });
  expect(await alone('ingest', 'b.csv', '--timezone', 'UTC', '--currency', 'USD')).toMatchObject({ status: 0 });
  const { stdout } = await alone('tag', 'list', '--json');
  expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ tag: 'shiny', customers: 2 })]);
});
