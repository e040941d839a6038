import { expect, it } from 'vitest';
import { csv, newSeller, NEW_SHOP, type Seller } from '../helpers/seller.ts';

const HEADER = [
  'order_id',
  'order_date',
  'account',
  'customer_name',
  'email',
  'phone',
  'receiver_name',
  'receiver_phone',
  'city',
  'address',
  'item',
  'order_total',
];

interface Row {
  readonly account?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly receiver?: string;
  readonly receiverPhone?: string;
  readonly city?: string;
  readonly address?: string;
}

async function shopOf(rows: readonly Row[]): Promise<Seller> {
  const seller = newSeller();
  const cells = rows.map((row, at) => [
    `S-${at + 1}`,
    '2026-05-01',
    row.account ?? '',
    row.name ?? '',
    row.email ?? '',
    row.phone ?? '',
    row.receiver ?? '',
    row.receiverPhone ?? '',
    row.city ?? '',
    row.address ?? '',
    'Tea',
    '1.00',
  ]);
  await seller.ingest(seller.write('orders.csv', csv([HEADER, ...cells])), '--country', 'US', ...NEW_SHOP);
  return seller;
}

interface Suggested {
  readonly customer_id: number;
  readonly other_customer_id: number;
  readonly why: readonly string[];
  readonly evidence: readonly string[];
  readonly command: string;
}
const suggested = (seller: Seller) => seller.json<Suggested[]>('customers', 'suggest');
const pairs = async (seller: Seller) =>
  (await suggested(seller)).map((one) => [one.customer_id, one.other_customer_id, one.why.join(' ')]);

const ANN = { name: 'Ann Archer', email: 'ann@example.com' };

it.each<[string, readonly Row[], string]>([
  [
    'the same phone under different names',
    [
      { ...ANN, phone: '2025550101' },
      { name: 'Ben Baker', email: 'ben@example.com', phone: '2025550101' },
    ],
    'same_phone',
  ],
  [
    'the phone of a parcel under the same name',
    [
      { account: 'a1', receiver: '王小茶', receiverPhone: '2025550101' },
      { account: 'a2', receiver: '王小茶', receiverPhone: '2025550101' },
    ],
    'same_receiver',
  ],
  [
    'the same name and address however it is written',
    [
      { ...ANN, city: 'Ely', address: '12 Mill Lane, Flat 3' },
      { name: 'ANN ARCHER', email: 'archer@example.org', city: 'Ely', address: '12, mill lane flat 3' },
    ],
    'same_place',
  ],
  ['a slip in an e-mail under the same name', [ANN, { name: 'Ann Archer', email: 'annn@example.com' }], 'email_typo'],
  [
    'two spellings of one mailbox',
    [
      { name: 'A', email: 'ann.archer@gmail.com' },
      { name: 'B', email: 'annarcher+tea@googlemail.com' },
    ],
    'same_mailbox',
  ],
  [
    'a slip in the domain',
    [ANN, { name: 'Ann Archer', email: 'ann@exmaple.com' }].map((row) => ({
      ...row,
      email: row.email.replace('ann@', 'ann.archer@'),
    })),
    'email_typo',
  ],
  [
    'a slip in a phone under the same name',
    [
      { name: 'Ann Archer', phone: '2025550101', email: 'a@example.com' },
      { name: 'Ann Archer', phone: '2025550107', email: 'b@example.org' },
    ],
    'phone_typo',
  ],
])('suggests customers with %s', async (_, rows, why) => {
  const seller = await shopOf(rows);
  expect(await pairs(seller)).toEqual([[1, 2, why]]);
});

it.each<[string, readonly Row[]]>([
  ['nothing alike', [ANN, { name: 'Ben Baker', email: 'ben@example.com' }]],
  ['the same name alone', [ANN, { name: 'Ann Archer', email: 'zoe@example.org' }]],
  [
    'a first name and an address',
    [
      { name: 'Ann', email: 'x@example.com', city: 'Ely', address: '12 Mill Lane' },
      { name: 'Ann', email: 'y@example.org', city: 'Ely', address: '12 Mill Lane' },
    ],
  ],
  [
    'addresses of two providers',
    [
      { name: 'A', email: 'archer@qq.com' },
      { name: 'B', email: 'archer@163.com' },
    ],
  ],
])('does not suggest customers with %s', async (_, rows) => {
  expect(await suggested(await shopOf(rows))).toEqual([]);
});

it('gives all reasons for a pair, the likeliest first, each with its evidence and a line that merges them', async () => {
  const seller = await shopOf([
    { ...ANN, phone: '2025550101' },
    { name: 'Ben Baker', email: 'ben@example.com', phone: '2025550101' },
    { ...ANN, email: 'anna@example.com', city: 'Ely', address: '12 Mill Lane' },
    { name: 'Ann Archer', email: 'archer@example.org', city: 'Ely', address: '12 Mill Lane' },
  ]);
  const [first, second, third] = await suggested(seller);
  expect(first).toMatchObject({
    customer_id: 3,
    other_customer_id: 4,
    why: ['same_place'],
    evidence: ['Ann Archer, 12 Mill Lane'],
  });
  expect(second).toMatchObject({ customer_id: 1, other_customer_id: 3, why: ['email_typo'] });
  expect(third).toMatchObject({ customer_id: 1, other_customer_id: 2, why: ['same_phone'] });
  expect(first?.command).toContain('regulars customers merge 3 4');
  const screen = await seller.run(['customers', 'suggest', '--format', 'table', '--limit', '1', '--lang', 'zh']);
  expect(screen.stdout.split('\n').slice(0, 2)).toEqual([
    '#3 Ann Archer  #4 Ann Archer',
    '  姓名和地址相同: Ann Archer, 12 Mill Lane',
  ]);
});

it('is silent about those who were merged, and about those kept apart by hand', async () => {
  const seller = await shopOf([
    { ...ANN, phone: '2025550101' },
    { name: 'Ben Baker', email: 'ben@example.com', phone: '2025550101' },
    { name: 'Cy Carter', email: 'cy@example.com', phone: '2025550101' },
  ]);
  expect((await pairs(seller)).length).toBe(3);
  await seller.run(['customers', 'apart', '1', '2']);
  expect(await pairs(seller)).toEqual([
    [1, 3, 'same_phone'],
    [2, 3, 'same_phone'],
  ]);
  await seller.run(['customers', 'merge', '2', '3']);
  expect(await suggested(seller)).toEqual([]);
  const none = await seller.run(['customers', 'suggest', '--format', 'table']);
  expect(none).toMatchObject({ status: 0, stdout: '', stderr: 'nobody looks like somebody else\n' });
  expect((await seller.run(['customers', 'suggest', '--fail-if-empty'])).status).toBe(4);
});
