import type { Column } from '../output/table.ts';
import type { LineField } from '../segments/sold-queries.ts';
import { command } from './command.ts';
import { soldColumns, soldOf, soldOptions } from './sold.ts';

interface LineColumn extends Column {
  readonly name: LineField;
}

const COLUMNS: readonly LineColumn[] = [
  { name: 'shop', kind: 'text', machineOnly: true },
  { name: 'platform', kind: 'text', machineOnly: true },
  { name: 'order_number', kind: 'text', whole: true },
  { name: 'position', kind: 'integer' },
  { name: 'sku', kind: 'text', whenRoom: true },
  { name: 'title', kind: 'text' },
  { name: 'variant', kind: 'text', machineOnly: true },
  { name: 'category', kind: 'text', machineOnly: true },
  { name: 'quantity', kind: 'integer' },
  { name: 'unit_price', kind: 'money', currency: { column: 'currency' } },
  { name: 'currency', kind: 'text' },
  { name: 'day', kind: 'day' },
  { name: 'placed_at', kind: 'instant', machineOnly: true },
  { name: 'state', kind: 'text', term: true, machineOnly: true },
  { name: 'counting', kind: 'boolean', machineOnly: true },
  { name: 'refund_pending', kind: 'boolean', machineOnly: true },
  { name: 'customer_id', kind: 'integer' },
];

export const exportLines = command({
  path: 'export lines',
  summary: { en: 'every product of every order as a row, for analysis', zh: '订单中每种商品一行，用于分析' },
  examples: [
    'regulars export lines --out lines.parquet',
    'regulars export lines --since 2026-01-01 --csv > lines.csv',
    'regulars export lines --segment vip --columns day,title,quantity,customer_id --json',
  ],
  description: {
    en: 'By shop, order number and position, with the category of products import; unit_price is empty where the platform does not tell it. Without a choice of customers also lines of orders of which nobody is known.',
    zh: '按店铺、订单号和位置排列，类目来自 products import；平台没有说明单价时 unit_price 为空。不选客户时，也包括不知道是谁的订单。',
  },
  options: soldOptions,
  rows: true,
  binary: true,
  async run(context, _, options) {
    const archive = await context.archive('read');
    const { lineRows } = await import('../segments/sold-queries.ts');
    const { writeOut } = await import('../output/write-out.ts');
    const columns = soldColumns(context, COLUMNS, options.columns);
    const sold = await soldOf(context, archive, options);
    const fields = columns.map(({ name }) => name);
    const rows = lineRows(archive, fields, sold);
    const destination = { path: options.out, replace: options.force, day: context.today(archive) };
    return writeOut(context, { columns, rows }, destination);
  },
});
