/** The doctor knows who must not be there any more. */
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { HER, NEEDLES, needlesIn, needleWorld, NOW, orders, SHOP } from './needles.ts';

interface Told {
  readonly finding: string;
  readonly count: number;
  readonly command: string;
}

it('tells of somebody who is back although they were forgotten, and how to mend it', async () => {
  const { seller } = await needleWorld();
  await seller.run(['customers', 'forget', NEEDLES.email, '--yes'], { now: NOW });
  await seller.ingest(
    seller.write('rejects.csv', orders({ order_id: 'A-50', ...HER, order_date: '2026-07-02 10:00:00' })),
    ...SHOP,
  );
  const doctor = async () =>
    JSON.parse(
      (await seller.run(['doctor', '--ignore', 'backup_old', '--json'], { now: '2026-07-03T00:00:00Z' })).stdout,
    ) as Told[];
  // Somebody new, by an order of a later day.
  expect(await doctor()).toEqual([]);
  const db = new Database(seller.db);
  db.exec('UPDATE erasures SET erased_at = erased_at + 3 * 86400');
  db.close();
  const told = await doctor();
  expect(told.map(({ finding }) => finding)).toEqual(['forgotten_person_back']);
  const [, ...line] = (told[0]?.command ?? '').split(' ');
  expect(line.slice(0, 2)).toEqual(['customers', 'forget']);
  expect(
    await seller.run([...line.filter((word) => !word.includes('archive.db') && word !== '--db'), '--yes'], {
      now: NOW,
    }),
  ).toMatchObject({ status: 0 });
  expect(await doctor()).toEqual([]);
  expect(needlesIn(seller.folder)).toEqual([]);
});
