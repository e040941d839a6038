/** Whoever is forgotten is not told of in what was said of others either, nor by the names of files. */
import { mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csv } from '../helpers/seller.ts';
import { NEEDLES, needlesIn, needleWorld, NOW, orders, SHOP } from './needles.ts';

const BRIDE = 'Qedith Needlebride';
const at = { now: '2026-06-01T04:00:00Z' };

it('is in no tag, field, nickname, note or file name that is about others', async () => {
  const { seller, her } = await needleWorld();
  const run = async (...args: string[]) => {
    const { status, stderr } = await seller.run(args, at);
    expect([0, 1, 3], stderr).toContain(status);
  };
  await run('customers', 'edit', String(her), '--name', BRIDE);
  await run('customers', 'edit', 'Otto Other', '--set', `friend=${NEEDLES.name}`, '--set', 'tea=green');
  await run('customers', 'edit', 'Mia Miller', '--name', 'Mia Needle');
  await run('customers', 'note', 'otto', `wrote as ${NEEDLES.nickname} once, now ${BRIDE} does`);
  await run('tag', 'add', `found by ${NEEDLES.name}`, '--customer', 'otto');
  const list = csv([
    ['customer_name', 'email', 'nickname', 'tags'],
    ['Otto Other', 'otto@example.com', `who came with ${NEEDLES.nickname}`, `tea, of ${NEEDLES.name.toUpperCase()}`],
  ]);
  await run('customers', 'import', seller.write(`friends of ${BRIDE}.csv`, list));
  await run('ingest', seller.write('Qanna_Needlewood.csv', orders({ order_id: 'C-2', customer_name: 'Mia' })), ...SHOP);
  mkdirSync(join(seller.folder, 'inbox'));
  const lost = seller.write(join('inbox', `${NEEDLES.name} lost.csv`), 'nothing,to,read\n1,2,3\n');
  // What was saved a moment ago waits.
  utimesSync(join(seller.folder, lost), 1.7e9, 1.7e9);
  await run('ingest', '--watch-once', 'inbox');
  await run('backup');
  const { stdout, status } = await seller.run(['customers', 'forget', NEEDLES.account, '--yes', '--json'], {
    now: NOW,
  });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ search: { outcome: 'none_found', of_others: 0 } });
  // The seller's own file stays.
  expect(needlesIn(seller.folder).filter((found) => !found.endsWith('.csv'))).toEqual([]);
  const dump = await seller.dump();
  for (const name of [BRIDE, 'Qanna_Needlewood', NEEDLES.name.toUpperCase()]) expect(dump).not.toContain(name);
  expect(dump).toContain('wrote as … once, now … does');
  const edits = await seller.query("SELECT field, value FROM edits WHERE field <> 'email' ORDER BY 1, 2");
  expect(edits).toEqual([
    { field: 'name', value: 'Mia Needle' },
    { field: 'own:friend', value: '…' },
    { field: 'own:tea', value: 'green' },
  ]);
  expect(await seller.query('SELECT nickname, tags FROM profiles')).toEqual([
    { nickname: 'who came with …', tags: '["tea","…"]' },
  ]);
  expect(await seller.query('SELECT file_name FROM files_refused')).toEqual([{ file_name: '… lost.csv' }]);
  expect(
    await seller.query("SELECT json_extract(summary, '$.file') AS file FROM imports ORDER BY import_id DESC LIMIT 2"),
  ).toEqual([{ file: '…' }, { file: 'friends of ….csv' }]);
  expect((await seller.run(['doctor', '--ignore', 'backup_missing', '-q'], { now: NOW })).status).toBe(0);
  await seller.run(['rebuild']);
  expect(await seller.dump()).toBe(dump);
});
