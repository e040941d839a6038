import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

let shop: PlainShop;
const ann = { customer_name: 'Ann Archer', email: 'ann@example.com', phone: '13912345601' };
const cake = { item: 'Puer cake', quantity: '2', unit_price: '150', order_total: '300' };

beforeAll(async () => {
  shop = await plainShop([
    { ...ann, order_date: '2026-03-02 10:00' },
    { ...ann, order_date: '2026-04-11 10:00' },
    { ...ann, ...cake, order_id: 'A-77', order_date: '2026-06-11 10:00' },
    { customer_name: 'Ben Baker', email: 'ben@example.com', order_total: '50', unit_price: '50', account: 'big-ben' },
    { customer_name: '王伟', email: 'wei1@example.com' },
    { customer_name: '王伟', email: 'wei2@example.com' },
    { customer_name: 'Dan Dyer', phone: '13912345609' },
    { customer_name: 'Late Leigh', email: 'leigh@example.com', order_date: '2026-06-28 10:00' },
    { customer_name: 'Una Unpaid', email: 'una@example.com', status: 'unpaid' },
  ]);
});
afterAll(() => shop.close());

const numberOf = async (who: string) =>
  (await shop.json<{ customer_id: number }>('customers', 'show', who)).customer_id;

describe('who is meant', () => {
  it.each([
    ['1', 1],
    ['#1', 1],
    ['ann@example.com', 1],
    ['ANN@Example.com', 1],
    ['+8613912345601', 1],
    ['139 1234 5601', 1],
    ['1001', 1],
    ['A-77', 1],
    ['ann archer', 1],
    [' Ann Archer ', 1],
    ['big-ben', 2],
    ['wei2@example.com', 4],
  ])('%s is customer %i', async (who, customer) => expect(await numberOf(who)).toBe(customer));

  it('is asked again where several have the name, with the line that names one', async () => {
    const { status, stdout, stderr } = await shop.regulars('customers', 'show', '王伟');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('"王伟" may be any of these customers: 3, 4');
    expect(stderr).toContain('hint: name one by number: regulars customers show 3');
    const error = JSON.parse((await shop.regulars('customers', 'explain', '王伟', '--json')).stderr) as unknown;
    expect(error).toMatchObject({ error: { code: 'ambiguous_customer' } });
  });

  it.each(['Nobody', 'Ann', '999', '+8613900000000', ''])('is nobody for %j', async (who) => {
    const { status, stderr } = await shop.regulars('customers', 'show', who);
    expect([status, stderr]).toEqual([1, expect.stringContaining('hint: regulars customers find')]);
  });
});

describe('a customer who turns out to be another', () => {
  it('answers to the old number too, until the file is taken back', async () => {
    expect(await numberOf('Dan Dyer')).toBe(5);
    await shop.ingest([{ customer_name: 'Dan Dyer', email: 'ben@example.com', phone: '13912345609', order_id: 'J-1' }]);
    expect(await numberOf('5')).toBe(2);
    expect(await numberOf('13912345609')).toBe(2);
    expect(await shop.json('customers', 'show', '5')).toMatchObject({ records: 3, measures: { orders_all: 3 } });
    expect((await shop.regulars('imports', 'undo', '2', '--yes')).status).toBe(0);
    expect(await numberOf('5')).toBe(5);
  });
});

describe('customers show', () => {
  it('is one screen: who, how to reach them, what they bought, where they stand', async () => {
    const { stdout } = await shop.regulars('customers', 'show', '1', '--format', 'table');
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('Ann Archer  #1');
    expect(stdout).toMatch(/phone +\+8613912345601/);
    expect(stdout).toMatch(/orders +3\n/);
    expect(stdout).toMatch(/spent +CNY 500\.00, on average CNY 166\.67/);
    expect(stdout).toMatch(/last order +2026-06-11, 20 days ago/);
    expect(stdout).toMatch(/2026-06-11 +A-77 +Hillside +paid +300\.00 +CNY +Puer cake ×2/);
    expect(lines.every((line) => line.length <= 80)).toBe(true);
  });

  it('lists as many orders as are asked for, the newest first', async () => {
    const { stdout } = await shop.regulars('customers', 'show', '1', '--orders', '2', '--format', 'table');
    const orders = stdout.slice(stdout.indexOf('Last orders'));
    expect(orders.match(/2026-\d\d-\d\d/g)).toEqual(['2026-06-11', '2026-04-11']);
  });

  it('counts what counts, and shows what does not', async () => {
    expect(await shop.json('customers', 'show', 'Una Unpaid')).toMatchObject({
      measures: { number_of_orders: 0, orders_all: 1, amount_spent: 0 },
      orders: [{ state: 'unpaid', counting: 0, total: 10_000, net: 0 }],
    });
  });

  it('is seen from any day', async () => {
    expect(await shop.json('customers', 'show', '1', '--as-of', '2026-05-01')).toMatchObject({
      as_of: '2026-05-01',
      measures: { number_of_orders: 2, amount_spent: 20_000, last_order_date: '2026-04-11', recency_days: 20 },
      orders: [{ day: '2026-04-11' }, { day: '2026-03-02' }],
    });
    const leigh = ['customers', 'show', 'Late Leigh', '--as-of', '2026-06-27'];
    expect(await shop.json(...leigh)).toMatchObject({ measures: null, orders: [] });
    expect((await shop.regulars(...leigh, '--format', 'table')).stdout).toContain('no order by 2026-06-27');
  });
});

describe('customers list', () => {
  const list = async (...args: string[]) =>
    (await shop.json<{ name: string }[]>('customers', 'list', ...args)).map(({ name }) => name);

  it('has everybody with an order by that day, by number', async () => {
    const names = ['Ann Archer', 'Ben Baker', '王伟', '王伟', 'Dan Dyer', 'Late Leigh', 'Una Unpaid'];
    expect(await list()).toEqual(names);
    expect(await list('--as-of', '2026-06-27')).toEqual(names.filter((name) => name !== 'Late Leigh'));
    expect(await list('--as-of', '2026-04-01')).toEqual(['Ann Archer']);
  });

  it('sorts, cuts and picks columns', async () => {
    const sorted = ['--sort', '-amount_spent', '--limit', '2', '--columns', 'name,phone,amount_spent'];
    const { stdout } = await shop.regulars('customers', 'list', ...sorted, '--csv');
    expect(stdout).toBe('name,phone,amount_spent\n"Ann Archer","+8613912345601",500.00\n"王伟",,100.00\n');
  });

  it('puts missing values last whichever way it sorts', async () => {
    expect((await list('--sort', 'phone')).slice(0, 2)).toEqual(['Ann Archer', 'Dan Dyer']);
    expect((await list('--sort', '-phone')).slice(0, 2)).toEqual(['Dan Dyer', 'Ann Archer']);
  });

  it('narrows by condition, by name and by file, and warns of who is not known', async () => {
    expect(await list('--where', 'number_of_orders = 0')).toEqual(['Una Unpaid']);
    expect(await list('--customer', 'big-ben', '--customer', '1')).toEqual(['Ann Archer', 'Ben Baker']);
    writeFileSync(join(shop.folder, 'some.csv'), 'email,note\nwei2@example.com,x\nnobody@example.com,y\n');
    const { stdout, stderr } = await shop.regulars(
      'customers',
      'list',
      '--from',
      'some.csv',
      '--columns',
      'customer_id',
    );
    expect(stdout).toBe('customer_id\n4\n');
    expect(stderr).toContain('nobody@example.com');
  });

  it.each([[['--sort', 'spent']], [['--columns', 'name,nothing']], [['--limit', 'x']], [['--where', 'nothing = 1']]])(
    'is a matter of usage: %j',
    async (args) => {
      const { status, stdout, stderr } = await shop.regulars('customers', 'list', ...args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^regulars: /);
    },
  );
});

describe('customers find', () => {
  it.each([
    ['archer', ['Ann Archer']],
    ['王', ['王伟', '王伟']],
    ['5601', ['Ann Archer']],
    ['a-77', ['Ann Archer']],
    ['puer', ['Ann Archer']],
    ['BIG-BEN', ['Ben Baker']],
    ['@example.com', ['Ann Archer', 'Ben Baker', '王伟', '王伟', 'Late Leigh', 'Una Unpaid']],
    ['nowhere', []],
  ])('%s', async (text, names) => {
    const found = await shop.json<{ name: string }[]>('customers', 'find', text);
    expect(found.map(({ name }) => name)).toEqual(names);
  });

  it.each(['', '  '])('needs something to look for, not %j', async (text) => {
    expect((await shop.regulars('customers', 'find', text)).status).toBe(2);
  });
});

describe('what must be known before somebody is contacted', () => {
  it('is on the card: never by which channel', async () => {
    const shop = await plainShop([{ customer_name: 'Ann Hill', email: 'ann@example.com', phone: '13912345601' }]);
    expect((await shop.regulars('customers', 'show', '1')).stdout).not.toContain('never by');
    await shop.regulars('suppress', 'add', 'ann@example.com');
    expect((await shop.regulars('customers', 'show', '1')).stdout).toMatch(/^never by +email$/m);
    expect(await shop.json('customers', 'show', '1')).toMatchObject({ never_contact_by: ['email'] });
    shop.close();
  });

  it('is what was spent in every currency', async () => {
    const shop = await plainShop([
      { customer_name: 'Ann Hill', email: 'ann@example.com', order_total: '10', unit_price: '10' },
      { customer_name: 'Ann Hill', email: 'ann@example.com', order_total: '7.50', unit_price: '7.50', currency: 'USD' },
    ]);
    expect((await shop.regulars('customers', 'show', '1')).stdout).toMatch(/^spent +CNY 10\.00, USD 7\.50$/m);
    shop.close();
  });
});
