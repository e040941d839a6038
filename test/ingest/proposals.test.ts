/** Tables nobody knows: which column may be which, and the maps that are kept of it. */
import { describe, expect, it } from 'vitest';
import { proposeMap } from '../../src/ingest/propose/propose-map.ts';
import { csv, newSeller, NEW_SHOP, type Seller } from '../helpers/seller.ts';

const TILL = csv([
  ['Receipt', 'Date', 'Customer', 'E-mail', 'Article', 'Qty', 'Price', 'Total', 'Cashier'],
  ['K-1', '2026-05-01', 'Anna Berg', 'anna@example.com', 'Green tea', '2', '6.00', '12.00', 'Max'],
  ['K-2', '2026-05-14', 'Bernd Hof', 'bernd@example.org', 'Cup', '1', '18.50', '18.50', 'Max'],
]);
const FLAGS =
  '--map order_id=Receipt --map order_date=Date --map customer_name=Customer --map email=E-mail --map item=Article --map quantity=Qty --map unit_price=Price --map order_total=Total --save-map till';

const proposed = (...rows: readonly (readonly string[])[]) => {
  const proposal = proposeMap(rows.map((cells, at) => ({ line: at + 1, cells })));
  return Object.fromEntries((proposal?.complete ? proposal.columns : []).map(({ field, header }) => [field, header]));
};

describe('the proposal', () => {
  it.each([
    [
      ['单号', '下单时间', '买家昵称', '手机', '品名', '件数', '实付金额'],
      ['D1', '2026-05-01 10:00', '小林', '13800138001', '龙井', '1', '58.00'],
      {
        order_id: '单号',
        order_date: '下单时间',
        account: '买家昵称',
        phone: '手机',
        item: '品名',
        quantity: '件数',
        order_total: '实付金额',
      },
    ],
    [
      ['Bestellnummer', 'Bestelldatum', 'Kunde', 'Telefon', 'Gesamtbetrag'],
      ['7', '01.05.2026', 'Anna Berg', '030 1234567', '12,00 €'],
      {
        order_id: 'Bestellnummer',
        order_date: 'Bestelldatum',
        customer_name: 'Kunde',
        phone: 'Telefon',
        order_total: 'Gesamtbetrag',
      },
    ],
    [
      ['Nº Pedido', 'Fecha', 'Cliente', 'Importe', 'Moneda'],
      ['7', '01/05/2026', 'Ana Rojas', '12,00', 'EUR'],
      {
        order_id: 'Nº Pedido',
        order_date: 'Fecha',
        customer_name: 'Cliente',
        order_total: 'Importe',
        currency: 'Moneda',
      },
    ],
    // What it is called says nothing, and only one column can be it.
    [
      ['Order', 'When it was', 'Total', 'Write to'],
      ['7', '2026-05-01', '12.00', 'ann@example.com'],
      { order_id: 'Order', order_date: 'When it was', order_total: 'Total', email: 'Write to' },
    ],
  ] as const)('for %j', (header, row, expected) => {
    expect(proposed(header, row)).toEqual(expected);
  });

  it('never takes a promoter, a cashier or a courier for the buyer', () => {
    const columns = proposed(
      ['订单号', '下单时间', '金额', '达人姓名', '快递电话', '买家姓名'],
      ['D1', '2026-05-01', '58.00', '茶话', '95338000000', '小林'],
    );
    expect(columns).toEqual({
      order_id: '订单号',
      order_date: '下单时间',
      order_total: '金额',
      customer_name: '买家姓名',
    });
  });

  it('takes whole amounts for amounts, and five digits for a date only where the header says so', () => {
    const header = ['nomor pesanan', 'tanggal', 'total', 'bin'];
    const rows = [
      ['A1', '2026-05-01', '45000', '44787'],
      ['A2', '2026-05-02', '38000', '45127'],
    ];
    expect(proposed(header, ...rows)).toEqual({
      order_id: 'nomor pesanan',
      order_date: 'tanggal',
      order_total: 'total',
    });
    expect(proposed(['order', 'total', 'bin'], ['A1', '12.00', '44787'])).toEqual({});
    expect(proposed(['order', 'date', 'total'], ['A1', '46143', '12.00'])).toMatchObject({ order_date: 'date' });
  });

  it.each([
    ['State', 'New York', 'province'],
    ['Estado', 'Jalisco', 'province'],
    ['State', 'Paid', 'status'],
    ['Estado', 'Pagado', 'status'],
  ])('takes %s with %s below for the %s', (header, value, field) => {
    expect(proposed(['Order', 'Date', 'Total', header], ['7', '2026-05-01', '12.00', value])).toMatchObject({
      [field]: header,
    });
  });

  describe('of an amount beside orders of several rows', () => {
    const header = ['Order', 'Date', 'Item', 'Price', 'Total'];
    it.each([
      // Price × 1 in each: the rows' own, though they are the same.
      [
        [
          ['7', 'Tea', '4.50', '4.50'],
          ['7', 'Cup', '4.50', '4.50'],
        ],
        'line_total',
      ],
      [
        [
          ['7', 'Tea', '4,50', '4,50'],
          ['7', 'Cup', '6,00', '6,00'],
        ],
        'line_total',
      ],
      [
        [
          ['7', 'Tea', '4.50', '9.00'],
          ['7', 'Cup', '4.50', '9.00'],
        ],
        'order_total',
      ],
      [
        [
          ['7', 'Tea', '4.50', '4.50'],
          ['8', 'Cup', '6.00', '6.00'],
        ],
        'order_total',
      ],
    ] as const)('%j: %s', (rows, field) => {
      const full = rows.map(([id, item, price, total]) => [id, '2026-05-01', item, price, total]);
      expect(proposed(header, ...full)).toMatchObject({ [field]: 'Total' });
    });

    it('says so where it cannot be told', async () => {
      const seller = newSeller();
      const table = csv([
        ['单号', '日期', '商品名称', '数量', '实付金额'],
        ['1', '2026-05-01', '龙井', '1', '10.00'],
        ['1', '2026-05-01', '盖碗', '1', '10.00'],
      ]);
      const { status, stderr } = await seller.run(['ingest', seller.write('a.csv', table)]);
      expect(status).toBe(2);
      expect(stderr).toContain('where it is the amount of each row, say line_total');
    });

    it('is summed as the proposed line says', async () => {
      const seller = newSeller();
      const table = csv([
        ['Receipt', 'Date', 'Item', 'Qty', 'Each', 'Total'],
        ['R-1', '2026-05-01', 'Tea', '2', '4.50', '9.00'],
        ['R-1', '2026-05-01', 'Cup', '1', '9.00', '9.00'],
      ]);
      const file = seller.write('a.csv', table);
      const { stderr } = await seller.run(['ingest', file]);
      const flags = /ingest \S+ (.*--save-map a)/.exec(stderr)?.[1]?.split(' ') ?? [];
      await seller.ingest(file, ...flags, ...NEW_SHOP);
      expect(await seller.query('SELECT net FROM orders')).toEqual([{ net: 1800 }]);
    });
  });

  it('is told as far as it goes where a column is missing', async () => {
    const seller = newSeller();
    const file = seller.write('a.csv', 'Ref 7,Date,Paid\nx,2026-05-01,4.50\n');
    const { status, stderr } = await seller.run(['ingest', file]);
    expect(status).toBe(1);
    expect(stderr).toContain("--map order_date=Date --map order_total=Paid --map order_id='…'");
  });

  it('does not take a column whose values say otherwise', () => {
    expect(proposed(['Order', 'Date', 'Total'], ['7', 'tomorrow', '12.00'])).toEqual({});
    expect(
      proposed(['Order', 'Date', 'Total', 'Phone'], ['7', '2026-05-01', '12.00', 'none of it']),
    ).not.toHaveProperty('phone');
  });
});

describe('a file nobody knows', () => {
  it('ends with 2 and the line that reads it, without a terminal', async () => {
    const seller = newSeller();
    const { status, stdout, stderr } = await seller.run(['ingest', seller.write('till 2026-05.csv', TILL)]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`ingest 'till 2026-05.csv' ${FLAGS}`);
    expect(await seller.dump()).toBe('');
  });

  it('is read by that very line, and so is the next one without it', async () => {
    const seller = newSeller();
    const args = FLAGS.split(/ (?=--)/).flatMap((flag) => flag.split(' '));
    await seller.ingest(seller.write('a.csv', TILL), ...args, ...NEW_SHOP);
    const summary = await seller.ingest(seller.write('b.csv', TILL.replaceAll('K-', 'L-')));
    expect(summary).toMatchObject({ layout: 'till', orders: { new: 2 } });
  });

  const answer = (seller: Seller, text: string) =>
    seller.run(['ingest', seller.write('till.csv', TILL), ...NEW_SHOP], {
      tty: { stdin: true, stdout: true, stderr: true, columns: 80 },
      stdin: text,
    });

  it('is shown with its first rows on a terminal, and taken and kept on a yes', async () => {
    const seller = newSeller();
    const { status, stderr } = await answer(seller, 'y\n');
    expect(status).toBe(0);
    expect(stderr).toMatch(/order_total +Total +12\.00 \| 18\.50/);
    expect(stderr).toMatch(/K-1 +2026-05-01 +USD 12\.00 +paid +Anna Berg/);
    expect(await seller.json('maps', 'list')).toEqual([
      {
        map: 'till',
        holds: 'orders',
        fields: ['order_id', 'order_date', 'customer_name', 'email', 'item', 'quantity', 'unit_price', 'order_total'],
        files: 0,
      },
    ]);
    expect(await seller.json('status')).toMatchObject({ orders: 2, customers: 2 });
  });

  it('does not give two tables one name', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('a.csv', TILL), ...FLAGS.split(' '), ...NEW_SHOP);
    const other = seller.write('till.csv', TILL.replace('Receipt', 'Order'));
    expect((await seller.run(['ingest', other])).stderr).toContain("--save-map 'till 2'");
  });

  it('is left on a no, with the line to mend and paste', async () => {
    const seller = newSeller();
    const { status, stderr } = await answer(seller, 'n\n');
    expect(status).toBe(1);
    expect(stderr).toContain('--map order_id=Receipt');
    expect(await seller.dump()).toBe('');
  });

  it('is told what it lacks where no order can be made of it', async () => {
    const seller = newSeller();
    const { status, stderr } = await seller.run(['ingest', seller.write('a.csv', 'name,age\nAnn,40\nBen,41\n')]);
    expect(status).toBe(1);
    expect(stderr).toContain("--map order_id='…'");
  });
});

describe('maps', () => {
  it('are shown, and forgotten without touching what was read with them', async () => {
    const seller = newSeller();
    const columns = ['--map', 'order_id=Receipt', '--map', 'order_date=Date', '--map', 'order_total=Total'];
    await seller.ingest(seller.write('a.csv', TILL), ...columns, '--save-map', 'till', ...NEW_SHOP);
    await seller.ingest(seller.write('b.csv', TILL.replaceAll('K-', 'L-')));
    expect(await seller.json('maps', 'show', 'till')).toEqual([
      { field: 'order_id', column: 'Receipt' },
      { field: 'order_date', column: 'Date' },
      { field: 'order_total', column: 'Total' },
    ]);
    const orders = await seller.json<{ orders: number }>('status');
    const { stderr } = await seller.run(['maps', 'remove', 'till']);
    expect(stderr).toContain('map till removed; the one file read with it stays');
    expect(await seller.json('maps', 'list')).toEqual([]);
    expect(await seller.json('status')).toEqual(orders);
    expect(await seller.run(['maps', 'show', 'till'])).toMatchObject({ status: 1 });
  });
});
