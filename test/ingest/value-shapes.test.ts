import { describe, expect, it } from 'vitest';
import { csv, newSeller } from '../helpers/seller.ts';

const rows = (...orders: readonly (readonly string[])[]) =>
  csv([['order_id', 'order_date', 'order_total', 'currency'], ...orders]);
const ASKED = ['--timezone', 'UTC', '--currency', 'CNY'];

describe('what marketplaces write in a cell', () => {
  it('is a date in words, in several languages in one column', async () => {
    const seller = newSeller();
    const file = rows(
      ['M-1', '30 de septiembre de 2025 19:29 hs.', '9.50', ''],
      ['M-2', '10-Dez-25', '9.50', ''],
      ['M-3', 'Jan-05-26', '9.50', ''],
      ['M-4', '2026年5月4日 晚上12:30', '9.50', ''],
    );
    expect(await seller.ingest(seller.write('orders.csv', file), ...ASKED)).toMatchObject({ orders: { new: 4 } });
    expect(await seller.query('SELECT order_number, day FROM orders_view ORDER BY 1')).toEqual([
      { order_number: 'M-1', day: '2025-09-30' },
      { order_number: 'M-2', day: '2025-12-10' },
      { order_number: 'M-3', day: '2026-01-05' },
      { order_number: 'M-4', day: '2026-05-04' },
    ]);
  });

  it('is a currency by sign or name', async () => {
    const seller = newSeller();
    const file = rows(
      ['C-1', '2026-05-04', '9.50', 'RMB'],
      ['C-2', '2026-05-04', '9.50', '人民币'],
      ['C-3', '2026-05-04', '9.50', '¥'],
      ['C-4', '2026-05-04', '9.50', 'US$'],
    );
    expect(await seller.ingest(seller.write('orders.csv', file), ...ASKED)).toMatchObject({
      total: { CNY: 2850, USD: 950 },
    });
  });

  it('is a whole amount in a currency that nobody writes decimals of', async () => {
    const seller = newSeller();
    const file = rows(['I-1', '2026-05-04', '25.000', 'IDR'], ['I-2', '2026-05-04', 'Rp 50.000', 'IDR']);
    const summary = await seller.ingest(seller.write('orders.csv', file), '--timezone', 'Asia/Jakarta');
    expect(summary).toMatchObject({ total: { IDR: 7_500_000 } });
  });

  it('is a thousand pieces or one, which nobody can tell', async () => {
    const seller = newSeller();
    const file = csv([
      ['order_id', 'order_date', 'item', 'quantity', 'unit_price'],
      ['Q-1', '2026-05-04', 'Bag', '1,000', '0.10'],
      ['Q-2', '2026-05-04', 'Bag', '2.0', '0.10'],
    ]);
    const summary = await seller.ingest(seller.write('orders.csv', file), ...ASKED);
    expect(summary).toMatchObject({ orders: { new: 1, refused: 1 } });
    expect(await seller.json('imports', 'show', '1')).toMatchObject([{ value: '1,000', reason: 'bad_quantity' }]);
  });
});

describe('dates that a spreadsheet turned round', () => {
  const turned = ['2011-02-20', '2010-05-20', '2009-12-20', '2003-01-20', '2006-06-20', '2020-11-25'];
  const file = rows(...turned.map((date, index) => [`T-${index}`, date, '9.50', '']));

  it('are refused with the first of them', async () => {
    const seller = newSeller();
    const { status, stderr } = await seller.run(['ingest', seller.write('orders.csv', file), ...ASKED]);
    expect(status).toBe(1);
    expect(stderr).toContain('orders.csv:2: "2011-02-20": a spreadsheet has turned the dates of this file round');
    expect(stderr).toContain('hint: export the file again');
  });

  it('are taken as they are where --date-format says so', async () => {
    const seller = newSeller();
    const summary = await seller.ingest(seller.write('orders.csv', file), ...ASKED, '--date-format', 'ymd');
    expect(summary).toMatchObject({ orders: { new: 6 } });
  });
});
