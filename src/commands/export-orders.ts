import type { Column } from '../output/table.ts';
import type { OrderField } from '../segments/sold-queries.ts';
import { command } from './command.ts';
import { soldColumns, soldOf, soldOptions } from './sold.ts';

interface OrderColumn extends Column {
  readonly name: OrderField;
}

const money = { kind: 'money', currency: { column: 'currency' } } as const;

const COLUMNS: readonly OrderColumn[] = [
  { name: 'shop', kind: 'text' },
  { name: 'platform', kind: 'text', machineOnly: true },
  { name: 'order_number', kind: 'text', whole: true },
  { name: 'platform_id', kind: 'text', machineOnly: true },
  { name: 'day', kind: 'day' },
  { name: 'placed_at', kind: 'instant', machineOnly: true },
  { name: 'state', kind: 'text', term: true },
  { name: 'status_word', kind: 'text', machineOnly: true },
  { name: 'payment_word', kind: 'text', machineOnly: true },
  { name: 'fulfilment_word', kind: 'text', machineOnly: true },
  { name: 'refund_word', kind: 'text', machineOnly: true },
  { name: 'cancellation_word', kind: 'text', machineOnly: true },
  { name: 'counting', kind: 'boolean' },
  { name: 'refund_pending', kind: 'boolean', machineOnly: true },
  { name: 'currency', kind: 'text' },
  { name: 'total', ...money, machineOnly: true },
  { name: 'paid', ...money, machineOnly: true },
  { name: 'discount', ...money, machineOnly: true },
  { name: 'shipping', ...money, machineOnly: true },
  { name: 'refunded', ...money, machineOnly: true },
  { name: 'net', ...money },
  { name: 'lines', kind: 'integer', machineOnly: true },
  { name: 'units', kind: 'integer', whenRoom: true },
  { name: 'coupon', kind: 'text', machineOnly: true },
  { name: 'customer_id', kind: 'integer' },
  { name: 'accepts_marketing', kind: 'boolean', machineOnly: true },
  { name: 'country', kind: 'text', machineOnly: true },
  { name: 'province', kind: 'text', machineOnly: true },
  { name: 'city', kind: 'text', machineOnly: true },
  { name: 'district', kind: 'text', machineOnly: true },
];

export const exportOrders = command({
  path: 'export orders',
  summary: { en: 'every order as a row, for analysis', zh: '每个订单一行，用于分析' },
  examples: [
    'regulars export orders --out orders.xlsx',
    'regulars export orders --since 2026-01-01 --until 2026-06-30 --csv > orders.csv',
    'regulars export orders --segment vip --columns order_number,day,net,coupon --json',
  ],
  description: {
    en: 'By shop and order number, with what the platform said of it; customer_id is the one of export customers. Without a choice of customers also orders of which nobody is known.',
    zh: '按店铺和订单号排列，包括平台的原话；customer_id 与 export customers 中的相同。不选客户时，也包括不知道是谁的订单。',
  },
  options: soldOptions,
  rows: true,
  binary: true,
  async run(context, _, options) {
    const archive = await context.archive('read');
    const { orderRows } = await import('../segments/sold-queries.ts');
    const { writeOut } = await import('../output/write-out.ts');
    const columns = soldColumns(context, COLUMNS, options.columns);
    const sold = await soldOf(context, archive, options);
    const fields = columns.map(({ name }) => name);
    const rows = orderRows(archive, fields, sold);
    const destination = { path: options.out, replace: options.force, day: context.today(archive) };
    return writeOut(context, { columns, rows }, destination);
  },
});
