import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller } from '../helpers/seller.ts';

const ORDERS = csv([
  ['order_id', 'order_date', 'order_total'],
  ['A-1', '2026-05-04 10:00:00', '5.00'],
]);

it('leaves no log of another file beside a copy that takes its place', async () => {
  const seller = newSeller();
  await seller.ingest(seller.write('orders.csv', ORDERS), ...NEW_SHOP);
  const copy = join(seller.folder, 'copy.db');
  await seller.run(['backup', copy]);
  writeFileSync(`${copy}-wal`, 'what was left of another run', { mode: 0o600 });
  expect((await seller.run(['backup', copy, '--force'])).status).toBe(0);
  expect((await seller.run(['restore', '--check', copy])).status).toBe(0);
});
