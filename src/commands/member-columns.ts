/** What can be listed of a customer, and what is where nothing else is asked for. */
import type { Cell, Column } from '../output/table.ts';
import type { MemberFacts } from '../segments/member-queries.ts';
import type { MemberRow } from '../segments/queries.ts';

/** With the fields that are shown or sorted by. */
export type Member = Partial<MemberRow> &
  Partial<MemberFacts> & {
    readonly customer_id: number;
    readonly currency: string;
    readonly found_in: readonly string[];
    readonly level?: string | null;
    readonly points?: number | null;
  };

export interface MemberColumn extends Column {
  readonly name: keyof MemberRow | keyof MemberFacts | 'currency' | 'found_in' | 'level' | 'points';
  /** Has to be looked up beside the measures. */
  readonly fact?: boolean;
}

export const USUAL: readonly MemberColumn[] = [
  { name: 'customer_id', kind: 'integer' },
  { name: 'name', kind: 'text' },
  { name: 'account', kind: 'text', machineOnly: true },
  { name: 'phone', kind: 'phone' },
  { name: 'email', kind: 'text', machineOnly: true },
  { name: 'city', kind: 'text', machineOnly: true },
  { name: 'number_of_orders', kind: 'integer' },
  { name: 'amount_spent', kind: 'money', currency: { column: 'currency' } },
  { name: 'currency', kind: 'text', machineOnly: true },
  { name: 'first_order_date', kind: 'day', machineOnly: true },
  { name: 'last_order_date', kind: 'day' },
  { name: 'recency_days', kind: 'integer', whenRoom: true },
  { name: 'lateness', kind: 'number', whenRoom: true },
  { name: 'rfm_group', kind: 'text', whole: true },
  { name: 'lifecycle_stage', kind: 'text', machineOnly: true },
  { name: 'value_band', kind: 'text', machineOnly: true },
];

export const FOUND_IN: MemberColumn = { name: 'found_in', kind: 'list' };

const of = (kind: Column['kind'], ...names: readonly MemberColumn['name'][]): MemberColumn[] =>
  names.map((name) => ({ name, kind, ...(kind === 'money' ? { currency: { column: 'currency' } } : {}) }));

export const MEMBER_COLUMNS: readonly MemberColumn[] = [
  ...USUAL,
  ...of('text', 'country', 'province', 'district', 'phone_type'),
  ...of('integer', 'orders_all', 'lines', 'units'),
  ...of('money', 'gross', 'discount', 'refunded', 'average_order_value'),
  ...of('integer', 'other_currency_orders', 'tenure_days'),
  ...of('number', 'median_gap_days', 'rhythm_days', 'coupon_share', 'discount_share', 'refund_rate'),
  ...of('integer', 'distinct_products', 'shop_count', 'recency_score', 'frequency_score', 'monetary_score'),
  ...of('text', 'favourite_product', 'shops'),
  ...of('text', 'level'),
  ...of('integer', 'points'),
  ...of('list', 'tags', 'consented').map((column) => ({ ...column, fact: true })),
  ...of('text', 'birthday', 'gender', 'language', 'preferred_channel').map((column) => ({ ...column, fact: true })),
  ...of('integer', 'every_days', 'note_count').map((column) => ({ ...column, fact: true })),
];

/** Amounts in whole minor units, other numbers to three places. */
export function memberCell(member: Member, { name, kind }: MemberColumn): Cell {
  const value = member[name] ?? null;
  if (typeof value !== 'number') return value;
  return kind === 'money' ? Math.round(value) : Math.round(value * 1000) / 1000;
}
