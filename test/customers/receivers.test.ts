import { describe, expect, it } from 'vitest';
import { plainShop } from '../helpers/plain-shop.ts';
import { csv, NEW_SHOP, newSeller } from '../helpers/seller.ts';

const TAOBAO = [
  '订单编号',
  '买家会员名',
  '买家支付宝账号',
  '总金额',
  '买家实际支付金额',
  '订单状态',
  '收货人姓名',
  '联系手机',
  '订单创建时间',
];

describe('people who get parcels from somebody else', () => {
  it('do not make the e-mail of the one who pays everybody’s', async () => {
    const seller = newSeller();
    const parcels = ['周一', '吴二', '郑三', '王四'].map((name, index) => [
      `="33515000001234567${index}1"`,
      '淘小茶',
      'tea@example.com',
      '10.00',
      '10.00',
      '交易成功',
      name,
      `1990000100${index}`,
      '2026-05-04 10:00:00',
    ]);
    await seller.ingest(seller.write('taobao.csv', csv([TAOBAO, ...parcels])));
    const plain = csv([
      ['order_id', 'order_date', 'customer_name', 'email', 'order_total'],
      ['P-1', '2026-05-05', '陶小茶', 'TEA@example.com', '5.00'],
    ]);
    const { shared } = (await seller.ingest(seller.write('plain.csv', plain), ...NEW_SHOP)) as unknown as {
      shared: unknown[];
    };
    expect(shared).toEqual([]);
    expect(await seller.query('SELECT count(*) AS customers FROM customers_view')).toEqual([{ customers: 1 }]);
    expect(await seller.json('customers', 'show', 'tea@example.com')).toMatchObject({ account: '淘小茶', records: 5 });
  });
});

describe('a phone that two people use', () => {
  const people = [
    { order_id: '1', customer_name: 'Ann Hill', email: 'both@example.com', phone: '13912345601' },
    { order_id: '2', customer_name: 'Ben Hill', email: 'both@example.com', phone: '13912345601' },
  ];

  it('is not named as what joined them', async () => {
    const shop = await plainShop(people);
    const { links } = await shop.json<{ links: { kind: string; records: number[] }[] }>('customers', 'explain', '1');
    expect(links.filter(({ records }) => records.length > 1).map(({ kind }) => kind)).toEqual(['email']);
    shop.close();
  });

  it('is told at ingest where it kept them apart', async () => {
    const seller = newSeller();
    const rows = [
      ['order_id', 'order_date', 'customer_name', 'email', 'phone', 'order_total'],
      ['1', '2026-05-04', 'Ann Hill', 'ann@example.com', '+12025550143', '5.00'],
      ['2', '2026-05-05', 'Ben Hill', 'ben@example.com', '+12025550143', '5.00'],
    ];
    const file = seller.write('family.csv', csv(rows));
    const { stderr } = await seller.run(['ingest', file, ...NEW_SHOP, '--country', 'US']);
    expect(stderr).toContain('phone +120****0143 is used under 2 names: their orders stay with separate customers');
    expect(await seller.query('SELECT count(*) AS customers FROM customers_view')).toEqual([{ customers: 2 }]);
  });
});

describe('a receiver whom the marketplace has hidden', () => {
  const parcel = (index: number, account: string, name: string, phone: string) => [
    `="33515000001234567${index}1"`,
    account,
    '',
    '10.00',
    '10.00',
    '交易成功',
    name,
    phone,
    '2026-05-04 10:00:00',
  ];

  it('is no name of the customer', async () => {
    const seller = newSeller();
    const parcels = [
      parcel(1, '淘小茶', '##7Kj3aB==', '$$9xYz13912345601=='),
      parcel(2, '淘小叶', '209:JpX2a', 'V13912345601'),
      parcel(3, '淘小花', '***', '1******5601'),
      parcel(4, '淘小果', '陶**', '13912345601-1234'),
    ];
    await seller.ingest(seller.write('taobao.csv', csv([TAOBAO, ...parcels])));
    expect(await seller.query('SELECT account, name, phone FROM customers_view ORDER BY customer_id')).toEqual([
      { account: '淘小茶', name: null, phone: null },
      { account: '淘小叶', name: null, phone: null },
      { account: '淘小花', name: null, phone: null },
      { account: '淘小果', name: '陶**', phone: null },
    ]);
  });

  it('is nobody at all without an account, however alike the texts are', async () => {
    const seller = newSeller();
    const hidden = ['##7Kj3aB==', '##7Kj3aB==', '0'];
    const parcels = hidden.map((account, index) => parcel(index, account, '##b2==', '$$c3=='));
    const { customers } = await seller.ingest(seller.write('taobao.csv', csv([TAOBAO, ...parcels])));
    expect(customers).toMatchObject({ new: 0, anonymousOrders: 3 });
  });

  it('does not live in a place of stars', async () => {
    const seller = newSeller();
    const headers = 'Name,Email,Financial Status,Fulfillment Status,Created at,Total,Lineitem name,Lineitem quantity';
    const order = (name: string, email: string, day: string, place: string) =>
      `${name},${email},paid,fulfilled,${day} 10:00:00 +0000,5.00,Tea,1,${place}`.split(',');
    const file = csv([
      [...headers.split(','), 'Shipping City', 'Shipping Province', 'Shipping Country'],
      order('#1', 'ann@example.com', '2026-05-04', 'Leeds,England,GB'),
      order('#2', 'ann@example.com', '2026-05-05', '****,E***d,'),
      order('#3', 'ben@example.com', '2026-05-05', '##a1==,****,GB'),
    ]);
    await seller.ingest(seller.write('orders.csv', file), '--currency', 'GBP');
    expect(await seller.query('SELECT city, province, country FROM customers_view ORDER BY email')).toEqual([
      { city: 'Leeds', province: 'England', country: 'GB' },
      { city: null, province: null, country: 'GB' },
    ]);
  });
});
