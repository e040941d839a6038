/** Customers whom only a file of customers knows. */
import { describe, expect, it } from 'vitest';
import { csv, newSeller, NEW_SHOP, type Seller } from '../helpers/seller.ts';

const HEADER = [
  'Customer ID',
  'First Name',
  'Last Name',
  'Email',
  'Accepts Email Marketing',
  'Default Address Company',
  'Default Address Address1',
  'Default Address Address2',
  'Default Address City',
  'Default Address Province Code',
  'Default Address Country Code',
  'Default Address Zip',
  'Default Address Phone',
  'Phone',
  'Accepts SMS Marketing',
  'Total Spent',
  'Total Orders',
  'Note',
  'Tax Exempt',
  'Tags',
];
const person = (given: string, family: string, email: string, accepts: string, note = '') => [
  '1',
  given,
  family,
  email,
  accepts,
  '',
  '1 Mill Lane',
  '',
  'Portland',
  'OR',
  'US',
  '97201',
  '',
  '',
  'no',
  '0',
  '0',
  note,
  'no',
  'tea club',
];

async function withLeads(): Promise<Seller> {
  const seller = newSeller();
  const orders = csv([
    ['order_id', 'order_date', 'order_total', 'customer_name', 'email'],
    ['A-1', '2026-06-01', '10', 'Cid Carter', 'cid@example.com'],
  ]);
  await seller.ingest(seller.write('own.csv', orders), ...NEW_SHOP);
  const people = csv([
    HEADER,
    person('Ann', 'Archer', 'ann@example.com', 'yes', 'asks for jasmine'),
    person('Ben', 'Baker', 'ben@example.com', 'no'),
  ]);
  await seller.run(['ingest', seller.write('customers_export.csv', people), '--as-of', '2026-06-10']);
  return seller;
}

const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);
const list = async (seller: Seller, ...args: string[]) =>
  names(await seller.json<{ name: string }[]>('customers', 'list', ...args));

describe('a lead', () => {
  it('is listed with empty measures, from when the file came', async () => {
    const seller = await withLeads();
    expect(await list(seller)).toEqual(['Cid Carter', 'Ann Archer', 'Ben Baker']);
    expect(await list(seller, '--as-of', '2026-06-09')).toEqual(['Cid Carter']);
    expect(await seller.json('customers', 'list', '--customer', 'ann@example.com')).toMatchObject([
      { number_of_orders: 0, amount_spent: 0, last_order_date: null, rfm_group: null, lifecycle_stage: 'lead' },
    ]);
  });

  it.each([
    ['number_of_orders = 0', true],
    ['NOT number_of_orders = 0', false],
    ['recency_days > 10', false],
    ['NOT recency_days > 10', true],
    ["lifecycle_stage = 'lead'", true],
    ["customer_tags CONTAINS 'tea club'", true],
    ['last_order_date IS NULL', true],
  ])('is seen by conditions: %s', async (condition, expected) => {
    const seller = await withLeads();
    expect((await list(seller, '--where', condition)).includes('Ann Archer')).toBe(expected);
    expect(await list(seller, '--where', `(${condition}) OR NOT (${condition})`)).toHaveLength(3);
  });

  it('is counted apart in the status, and is a member of its stage', async () => {
    const seller = await withLeads();
    expect(await seller.json('status')).toMatchObject({ customers: 1, customers_without_orders: 2 });
    expect((await seller.run(['status', '--format', 'table'])).stdout).toMatch(
      /^customers +1, and 2 without an order$/m,
    );
    expect((await seller.run(['status', '--format', 'table', '--lang', 'zh'])).stdout).toContain('另有 2 位还没有订单');
    expect(names(await seller.json<{ name: string }[]>('segment', 'members', 'lead'))).toEqual([
      'Ann Archer',
      'Ben Baker',
    ]);
  });

  it('is reached where they agreed', async () => {
    const seller = await withLeads();
    const reached = async (kind: string) =>
      names(
        await seller.json<{ name: string }[]>(
          'export',
          'contacts',
          '--segment',
          'lead',
          '--channel',
          'email',
          '--kind',
          kind,
        ),
      );
    expect(await reached('promotion')).toEqual(['Ann Archer']);
    await seller.run(['consent', 'set', 'Ben Baker', 'email', 'unknown']);
    expect(await reached('promotion')).toEqual(['Ann Archer']);
  });

  it('known by name alone is found again with all that was said when the file comes once more', async () => {
    const seller = newSeller();
    const file = seller.write(
      'people.csv',
      csv([
        ['name', 'email'],
        ['Zoe Zeller', ''],
        ['Yan Yarrow', 'yan@example.com'],
      ]),
    );
    const take = () =>
      seller.run([
        'customers',
        'import',
        file,
        '--country',
        'US',
        '--map',
        'customer_name=name',
        '--map',
        'email=email',
      ]);
    expect((await take()).status).toBe(0);
    await seller.run(['customers', 'note', 'Zoe Zeller', 'wears hats']);
    await seller.run(['suppress', 'add', 'Zoe Zeller']);
    const before = await seller.dump();
    await seller.run(['imports', 'undo', '1', '--yes']);
    expect(await seller.json('doctor', '--ignore', 'backup_missing')).toEqual([]);
    const undone = await seller.dump();
    await seller.run(['rebuild']);
    expect(await seller.dump()).toBe(undone);
    await take();
    expect(await seller.dump()).toBe(before);
    const card = await seller.json('customers', 'show', 'Zoe Zeller');
    expect(card).toMatchObject({ notes: [{ text: 'wears hats' }], never_contact_by: ['sms', 'email', 'phone'] });
  });

  it('has a card', async () => {
    const seller = await withLeads();
    const { stdout } = await seller.run(['customers', 'show', 'Ann Archer', '--format', 'table']);
    expect(stdout).toMatch(/^Ann Archer {2}#\d+$/m);
    expect(stdout).toMatch(/^orders +no order by 2026-07-01$/m);
    expect(stdout).toMatch(/^standing +lead$/m);
    expect(stdout).toMatch(/^note +asks for jasmine$/m);
    expect(stdout).not.toContain('Last orders');
    expect(await seller.json('customers', 'show', 'Ann Archer')).toMatchObject({ measures: null, due: [], records: 1 });
  });

  it('is gone with the file', async () => {
    const seller = await withLeads();
    await seller.run(['imports', 'undo', '2', '--yes']);
    expect(await list(seller)).toEqual(['Cid Carter']);
    expect((await seller.run(['customers', 'show', '2'])).status).toBe(1);
  });

  it('is nobody in an empty archive', async () => {
    const seller = newSeller();
    await seller.ingest(
      seller.write(
        'own.csv',
        csv([
          ['order_id', 'order_date', 'order_total'],
          ['A-1', '2026-06-01', '10'],
        ]),
      ),
      ...NEW_SHOP,
    );
    expect(await list(seller)).toEqual([]);
  });
});

describe('customers find', () => {
  const find = async (seller: Seller, text: string, ...args: string[]) =>
    (await seller.json<{ name: string; found_in: string[] }[]>('customers', 'find', text, ...args)).map(
      ({ name, found_in: places }) => [name, ...places],
    );

  it('looks in everything that is known, and says where', async () => {
    const seller = await withLeads();
    const say = (...args: string[]) => seller.run(['customers', ...args]);
    await say('edit', 'Cid Carter', '--name', '西德', '--set', 'tea=oolong', '--set', 'size=large');
    await say('note', 'Cid Carter', 'drinks matcha');
    await say('edit', 'Cid Carter', '--set', 'size=small');
    expect(await find(seller, 'cid')).toEqual([['西德', 'name', 'email']]);
    expect(await find(seller, '西')).toEqual([['西德', 'name']]);
    expect(await find(seller, 'oolong')).toEqual([['西德', 'field']]);
    expect(await find(seller, 'large')).toEqual([]);
    expect(await find(seller, 'MATCHA')).toEqual([['西德', 'note']]);
    expect(await find(seller, 'jasmine')).toEqual([['Ann Archer', 'note']]);
    expect(await find(seller, 'a-1')).toEqual([['西德', 'order']]);
    expect(await find(seller, 'portland')).toEqual([
      ['Ann Archer', 'address'],
      ['Ben Baker', 'address'],
    ]);
    expect(await find(seller, '97201')).toHaveLength(2);
    expect(await find(seller, 'ben@')).toEqual([['Ben Baker', 'email']]);
    expect(await find(seller, '100%')).toEqual([]);
    expect(await find(seller, 'portland', '--as-of', '2026-06-09')).toEqual([]);
    const { stdout } = await seller.run(['customers', 'find', 'matcha', '--format', 'table', '--lang', 'zh']);
    expect(stdout).toContain('备注');
  });
});

describe('customers list --columns', () => {
  it('has what a card has, and sorts by it', async () => {
    const seller = await withLeads();
    await seller.run([
      'customers',
      'edit',
      'Ben Baker',
      '--birthday',
      '05-20',
      '--every',
      '60d',
      '--channel',
      'wechat',
    ]);
    await seller.run(['customers', 'note', 'Ben Baker', 'x']);
    const columns = 'name,tags,birthday,preferred_channel,every_days,note_count,province,rhythm_days,consented';
    const { stdout } = await seller.run(['customers', 'list', '--columns', columns, '--sort', '-note_count', '--csv']);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      columns,
      '"Ben Baker","tea club","0000-05-20","wechat",60,1,"OR",,',
      '"Cid Carter",,,,,0,,60,',
    ]);
    const { status, stderr } = await seller.run(['customers', 'list', '--columns', 'found_in']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('note_count')]);
  });
});
