/** What a person asked for holds, whatever happens to the orders it was noted on. */
import { describe, expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'customer_name', 'email', 'phone', 'order_total'];
const order = (id: string, ...contact: readonly [name: string, email: string, phone: string]) =>
  csv([HEADER, [id, '2026-05-04 10:00:00', ...contact, '5.00']]);
const SHOP = [...NEW_SHOP, '--country', 'US'] as const;

const listed = (seller: Seller, channel: string) => {
  const list = ['export', 'contacts', '--where', 'orders_all > 0', '--channel', channel, '--kind', 'care'];
  return seller.json<{ email?: string; phone?: string }[]>(...list);
};

async function withWishes(): Promise<Seller> {
  const seller = newSeller();
  await seller.ingest(seller.write('a.csv', order('1', 'Ana Diaz', 'ana@example.com', '+12025550143')), ...SHOP);
  await seller.run(['consent', 'set', 'Ana Diaz', 'email', 'refused']);
  await seller.run(['suppress', 'add', '1']);
  await seller.run(['tag', 'add', 'friend', '--customer', 'Ana Diaz']);
  return seller;
}

describe('a refusal, a suppression and a tag', () => {
  it.each<[string, [string, string, string]]>([
    ['another name', ['Ana Diaz-Roca', 'ana@example.com', '+12025550143']],
    ['no phone', ['Ana Diaz', 'ana@example.com', '']],
    ['nothing that was known', ['A. Roca', 'roca@example.com', '+12025550177']],
  ])('stay when a newer export shows the order with %s', async (_, contact) => {
    const seller = await withWishes();
    await seller.ingest(seller.write('b.csv', order('1', ...contact)), ...SHOP);
    expect(await listed(seller, 'email')).toEqual([]);
    expect(await listed(seller, 'sms')).toEqual([]);
    expect(await seller.json('tag', 'list')).toEqual([{ tag: 'friend', customers: 1 }]);
  });

  it('stay with the person when the import they were noted on is taken back', async () => {
    const seller = await withWishes();
    await seller.ingest(seller.write('b.csv', order('2', 'Ana Diaz', 'ana@example.com', '')), ...SHOP);
    await seller.run(['imports', 'undo', '1', '--yes']);
    expect(await listed(seller, 'email')).toEqual([]);
    expect(await seller.json('tag', 'list')).toEqual([{ tag: 'friend', customers: 1 }]);
  });

  it('hold for everybody who is reached at the same address', async () => {
    const seller = newSeller();
    await seller.ingest(
      seller.write(
        'family.csv',
        csv([
          HEADER,
          ['1', '2026-05-04', 'Ann Hill', 'ann@example.com', '+12025550143', '5.00'],
          ['2', '2026-05-05', 'Bob Hill', 'bob@example.com', '+12025550143', '5.00'],
        ]),
      ),
      ...SHOP,
    );
    expect(await listed(seller, 'sms')).toHaveLength(1);
    await seller.run(['consent', 'set', 'Ann Hill', 'sms', 'refused']);
    expect(await listed(seller, 'sms')).toEqual([]);
    expect(await listed(seller, 'email')).toHaveLength(2);
  });
});
