/** A key that is mistyped where a plain copy is put in an encrypted archive's place. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller } from '../helpers/seller.ts';

const ORDERS = csv([
  ['order_id', 'order_date', 'customer_name', 'email', 'order_total'],
  ['A-1', '2026-05-04 10:00:00', 'Ann Archer', 'ann@example.com', '5.00'],
]);

it('does not become the key of what is restored', async () => {
  const [plain, seller] = [newSeller(), newSeller()];
  await plain.ingest(plain.write('orders.csv', ORDERS), ...NEW_SHOP);
  const copy = join(plain.folder, 'copy.db');
  expect((await plain.run(['backup', copy])).status).toBe(0);
  const env = { REGULARS_KEY: 'a key for the tea shop' };
  await seller.run(['ingest', seller.write('orders.csv', ORDERS), ...NEW_SHOP], { env });
  const before = readFileSync(seller.db);
  const slip = await seller.run(['restore', copy, '--yes'], { env: { REGULARS_KEY: 'a key for the tea ship' } });
  expect(slip.status).toBe(1);
  expect(slip.stderr).toContain('does not open');
  expect(readFileSync(seller.db).equals(before)).toBe(true);
  expect(await seller.run(['restore', copy, '--yes'], { env })).toMatchObject({ status: 0 });
  expect(await seller.run(['status'], { env })).toMatchObject({ status: 0 });
});

it('is no reason to call an archive damaged that has another key than the copy', async () => {
  const [other, seller] = [newSeller(), newSeller()];
  const [env, theirs] = [{ REGULARS_KEY: 'a key for the tea shop' }, { REGULARS_KEY: 'the key of another shop' }];
  await other.run(['ingest', other.write('orders.csv', ORDERS), ...NEW_SHOP], { env: theirs });
  const copy = join(other.folder, 'copy.db');
  expect((await other.run(['backup', copy], { env: theirs })).status).toBe(0);
  await seller.run(['ingest', seller.write('orders.csv', ORDERS), ...NEW_SHOP], { env });
  const before = readFileSync(seller.db);
  expect(await seller.run(['restore', copy, '--yes'], { env: theirs })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`${seller.db} has another key than ${copy}; nothing was changed`) as string,
  });
  expect((await seller.run(['restore', copy, '--yes'], { env })).stderr).toContain(`the key does not open ${copy}`);
  expect(readFileSync(seller.db).equals(before)).toBe(true);
  expect(readdirSync(seller.folder).filter((name) => /damaged|partial/.test(name))).toEqual([]);
});
