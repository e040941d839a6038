/** Marketplaces whose rules allow to write to a buyer about the order alone. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const report = readFileSync(
  fileURLToPath(new URL('../../fixtures/shops/ebay/orders-report-us.csv', import.meta.url)),
  'utf8',
);
const PLACE = ['--timezone', 'America/New_York', '--currency', 'USD', '--country', 'US'];

async function onEbay(): Promise<Seller> {
  const seller = newSeller();
  await seller.ingest(seller.write('ebay.csv', report.replaceAll('+1 555-0101', '+12025550101')), ...PLACE);
  return seller;
}

const list = (seller: Seller, kind: string) =>
  seller.run([
    'export',
    'contacts',
    '--where',
    'number_of_orders >= 0',
    '--format',
    'csv',
    '--channel',
    'phone',
    '--kind',
    kind,
  ]);
const count = (stdout: string) => stdout.trim().split('\n').length - 1;

describe('a customer of whom only such a marketplace knows', () => {
  it('gets service messages alone, and the list says why and what changes it', async () => {
    const seller = await onEbay();
    expect(count((await list(seller, 'service')).stdout)).toBe(1);
    for (const kind of ['care', 'promotion']) {
      const { stdout, stderr } = await list(seller, kind);
      expect(count(stdout)).toBe(0);
      expect(stderr).toContain('3 known only from marketplaces that allow messages about orders alone (eBay)');
      expect(stderr).toContain('regulars shops edit SHOP --contact-policy any');
    }
  });

  it('is reached where the seller says that the rules allow it', async () => {
    const seller = await onEbay();
    expect((await seller.run(['shops', 'edit', 'eBay', '--contact-policy', 'any'])).status).toBe(0);
    expect(await seller.json('shops', 'list')).toMatchObject([{ contact_policy: 'any' }]);
    expect(count((await list(seller, 'care')).stdout)).toBe(1);
  });

  it('is reached where they also bought in a shop of the seller’s own', async () => {
    const seller = await onEbay();
    const own = csv([
      ['order_id', 'order_date', 'order_total', 'customer_name', 'phone'],
      ['A-1', '2026-05-01', '10', 'Ann Archer', '+12025550101'],
    ]);
    await seller.ingest(seller.write('own.csv', own), '--timezone', 'UTC', '--currency', 'USD');
    const { stdout } = await list(seller, 'care');
    expect(stdout).toContain('+12025550101');
  });
});
