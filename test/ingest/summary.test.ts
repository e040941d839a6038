import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller, Seller, type Summary } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'status', 'email', 'item', 'quantity', 'order_total'];
const row = (id: string, day = '04', status = 'paid', total = '10.00'): string[] => [
  id,
  `2026-05-${day} 10:00:00`,
  status,
  `${id.toLowerCase()}@example.com`,
  'Tea',
  '1',
  total,
];
const accounted = ({ rows }: Summary) =>
  rows.orders +
  rows.copies +
  rows.blank +
  rows.repeatedHeader +
  rows.description +
  rows.totals +
  rows.footer +
  rows.refused;

describe('every row of a file', () => {
  const KINDS = {
    orders: (index: number) => row(`G-${index}`),
    blank: () => HEADER.map(() => ''),
    repeatedHeader: () => HEADER,
    totals: () => ['Total', '', '', '', '', '9', '90.00'],
    footer: () => ['Seller ID : teahouse', '', '', '', '', '', ''],
    refused: (index: number) => row(`B-${index}`, '45'),
  } as const;
  type Kind = keyof typeof KINDS;
  const kinds = Object.keys(KINDS) as Kind[];

  it('is accounted for, and by what it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 25 }), async (drawn) => {
        const seller = new Seller();
        // A first order, since a file without any is refused whole.
        const rows = [row('FIRST'), ...drawn.map((kind, index) => [...KINDS[kind](index)])];
        const summary = await seller.ingest(seller.write('orders.csv', csv([HEADER, ...rows])), ...NEW_SHOP);
        seller.leave();
        const count = (kind: Kind) => drawn.filter((one) => one === kind).length;
        expect(summary.rows).toEqual({
          read: rows.length,
          copies: 0,
          description: 0,
          ...Object.fromEntries(kinds.map((kind) => [kind, count(kind)])),
          orders: count('orders') + 1,
        });
        expect(accounted(summary)).toBe(summary.rows.read);
      }),
      { numRuns: 15 },
    );
  });

  it('is accounted for where pages pasted together show an order twice', async () => {
    const seller = newSeller();
    const head = ['订单编号', '买家会员名', '订单状态', '订单创建时间', '总金额', '买家实际支付金额'];
    const order = (id: string) => [id, `客${id}`, '交易成功', '2026-05-04 10:00:00', '10.00', '10.00'];
    const file = seller.write(
      'orders.csv',
      csv([head, order('1'), order('2'), head, order('2'), order('3'), order('2')]),
    );
    const summary = await seller.ingest(file);
    expect(summary.rows).toMatchObject({ read: 6, orders: 3, copies: 2, repeatedHeader: 1, refused: 0 });
    expect(accounted(summary)).toBe(6);
    expect(summary).toMatchObject({ orders: { new: 3 }, net: { CNY: 3000 } });
  });

  it('is told to a person in one line', async () => {
    const seller = newSeller();
    const rows = [HEADER, row('G-1'), KINDS.blank(), HEADER, KINDS.totals(), row('B-1', '45')];
    const { stdout, stderr } = await seller.run(['ingest', seller.write('orders.csv', csv(rows)), ...NEW_SHOP]);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/rows +5 read: 1 of orders, 1 blank, 1 pasted header, 1 totals, 1 refused/);
  });
});

describe('the figures of an ingest', () => {
  it('tell what is new, changed and unchanged, and who is known', async () => {
    const seller = newSeller();
    const first = csv([HEADER, row('A'), row('B', '05', 'pending'), row('C')]);
    expect(await seller.ingest(seller.write('may.csv', first), ...NEW_SHOP)).toMatchObject({
      outcome: 'taken',
      orders: { new: 3, changed: 0, unchanged: 0, refused: 0 },
      lines: 3,
      total: { USD: 3000 },
      net: { USD: 2000 },
      customers: { new: 3, matched: 0, anonymousOrders: 0 },
    });
    const second = csv([
      HEADER,
      row('A'),
      row('B', '05', 'shipped'),
      row('D').with(3, 'a@example.com'),
      row('E').with(3, ''),
    ]);
    expect(await seller.ingest(seller.write('june.csv', second))).toMatchObject({
      orders: { new: 2, changed: 1, unchanged: 1, refused: 0 },
      lines: 4,
      net: { USD: 4000 },
      customers: { new: 0, matched: 2, anonymousOrders: 1 },
    });
    // Who gives another address is who they were, whatever number they have now.
    const third = csv([HEADER, row('C').with(3, 'moved@example.com'), row('F')]);
    expect(await seller.ingest(seller.write('july.csv', third))).toMatchObject({
      orders: { new: 1, changed: 1 },
      customers: { new: 1, matched: 1 },
    });
  });

  it('keep currencies apart, and what was paid back', async () => {
    const seller = newSeller();
    const head = [...HEADER, 'currency'];
    const rows = [
      head,
      [...row('A'), 'USD'],
      [...row('B', '05', 'paid', '1.234,50'), 'EUR'],
      [...row('C', '05', 'refunded', '7,00'), 'EUR'],
    ];
    const summary = await seller.ingest(
      seller.write('may.csv', csv(rows.map((r) => r.map((c) => c.replace('10.00', '10,00'))))),
      ...NEW_SHOP,
    );
    expect(summary).toMatchObject({ total: { USD: 1000, EUR: 124_150 }, net: { USD: 1000, EUR: 123_450 } });
  });

  it('name the words that were not understood, most orders first', async () => {
    const seller = newSeller();
    const rows = [HEADER, row('A', '04', 'parked'), row('B', '04', 'lost?'), row('C', '04', 'parked'), row('D')];
    const { unknownWords } = await seller.ingest(seller.write('may.csv', csv(rows)), ...NEW_SHOP);
    expect(unknownWords).toMatchObject([
      { word: 'parked', orders: 2 },
      { word: 'lost?', orders: 1 },
    ]);
  });

  it('say that a file without a status column counts as paid', async () => {
    const seller = newSeller();
    const rows = [HEADER, row('A')].map((cells) => cells.filter((_, index) => index !== 2));
    const { stderr } = await seller.run(['ingest', seller.write('may.csv', csv(rows)), ...NEW_SHOP]);
    expect(stderr).toContain('no row says how its order stands: every order counts as paid');
    expect(await seller.json('status')).toMatchObject({ counting_orders: 1 });
  });

  it('are one document for one file and a list for several', async () => {
    const seller = newSeller();
    const files = ['a', 'b'].map((name) => seller.write(`${name}.csv`, csv([HEADER, row(name)])));
    const { stdout } = await seller.run(['ingest', ...files, ...NEW_SHOP, '--json']);
    expect(JSON.parse(stdout)).toMatchObject([
      { file: 'a.csv', import: 1, orders: { new: 1 } },
      { file: 'b.csv', import: 2, orders: { new: 1 } },
    ]);
  });
});

describe('an ingest', () => {
  it('is shown with what it brought, where nothing was refused', async () => {
    const seller = newSeller();
    await seller.ingest(seller.write('may.csv', csv([HEADER, row('A')])), ...NEW_SHOP);
    const shown = await seller.run(['imports', 'show', '1'], { tty: { stdout: true } });
    expect(shown.stderr).toMatch(/^may\.csv .*\n +orders +1 new.*\n(.*\n)+nothing was refused\n$/);
    expect(await seller.json('imports', 'show', '1')).toEqual([]);
  });

  it('knows a file it has taken, under any name', async () => {
    const seller = newSeller();
    const content = csv([HEADER, row('A')]);
    await seller.ingest(seller.write('may.csv', content), ...NEW_SHOP);
    const { status, stderr } = await seller.run(['ingest', seller.write('copy.csv', content), ...NEW_SHOP]);
    expect(status).toBe(0);
    expect(stderr).toContain('copy.csv was already ingested on 2026-07-01; nothing changed');
    expect(await seller.ingest('copy.csv', ...NEW_SHOP)).toEqual({ file: 'copy.csv', outcome: 'known' });
    expect(await seller.json('imports', 'list')).toHaveLength(1);
  });

  it('changes nothing when it is only tried, and says what it would do', async () => {
    const seller = newSeller();
    const file = seller.write('may.csv', csv([HEADER, row('A'), row('B', '45')]));
    const { status, stderr } = await seller.run(['ingest', file, ...NEW_SHOP, '-n']);
    expect(status).toBe(3);
    expect(stderr).toContain('1 new, 0 changed, 0 unchanged, 1 refused');
    expect(stderr).toContain('dry run: nothing was changed');
    expect(stderr).not.toContain('imports show');
    const { stdout } = await seller.run(['ingest', file, ...NEW_SHOP, '-n', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ import: null });
    await seller.ingest(file, ...NEW_SHOP);
    const before = await seller.dump();
    await seller.ingest(seller.write('june.csv', csv([HEADER, row('C')])), '--dry-run');
    expect(await seller.dump()).toBe(before);
  });

  it('takes the good files of several, and exits 1 for the others', async () => {
    const seller = newSeller();
    const files = [seller.write('empty.csv', ''), seller.write('may.csv', csv([HEADER, row('A')])), 'missing.csv'];
    const { status, stderr } = await seller.run(['ingest', ...files, ...NEW_SHOP]);
    expect(status).toBe(1);
    expect(stderr).toContain('empty.csv is empty');
    expect(stderr).toContain('missing.csv: no such file');
    expect(stderr).toContain('2 of 3 files were not taken');
    expect(await seller.json('status')).toMatchObject({ imports: 1, orders: 1 });
  });

  it('is silent with -q but for what went wrong', async () => {
    const seller = newSeller();
    const file = seller.write('may.csv', csv([HEADER, row('A'), row('B', '45')]));
    const told = await seller.run(['ingest', file, ...NEW_SHOP, '-q']);
    expect(told).toMatchObject({ status: 3, stdout: '' });
    expect(told.stderr).toMatch(/^warning: may\.csv:3: order_date "2026-05-45 10:00:00": [^\n]+\n$/);
    const { stderr } = await seller.run(['ingest', 'missing.csv', '-q']);
    expect(stderr).toBe('regulars: missing.csv: no such file\n');
  });

  it('needs a file', async () => {
    expect(await newSeller().run(['ingest'])).toMatchObject({ status: 2, stdout: '' });
  });
});
