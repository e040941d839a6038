/** Builds what a file says of one order from its gathered rows, or says why it cannot. */
import type { Words } from '../archive/order-state.ts';
import type { Field, Layout, StatusRole } from '../platforms/layout.ts';
import { type ChineseAddress, splitChineseAddress } from '../values/addresses.ts';
import { countryCode } from '../values/countries.ts';
import { type DateOrder, parseInstantParts, serialToWall, type WallTime } from '../values/dates.ts';
import { readOrderNumber } from '../values/identifier.ts';
import { type DecimalStyle, parseMoney } from '../values/money.ts';
import type { OrderRow } from './gather-orders.ts';
import type { Refusal, RefusalReason } from './refusal.ts';

export interface Contact {
  readonly account: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly receiverName: string | null;
  readonly receiverPhone: string | null;
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly postcode: string | null;
  readonly address: string | null;
}

export interface OrderLine {
  readonly sku: string | null;
  readonly title: string;
  readonly variant: string | null;
  readonly quantity: number;
  /** Minor units; null where the export packs items into one cell. */
  readonly unitPrice: number | null;
}

/** One order as one file shows it. Amounts in minor units of `currency`. */
export interface OrderFacts {
  readonly line: number;
  readonly orderNumber: string;
  readonly platformId: string | null;
  readonly shop: string | null;
  readonly placed: WallTime;
  readonly currency: string;
  readonly total: number;
  readonly paid: number | null;
  readonly refunded: number;
  readonly discount: number;
  readonly shipping: number;
  readonly coupon: string | null;
  readonly words: Words;
  readonly acceptsMarketing: boolean | null;
  readonly statedUnits: number | null;
  readonly contact: Contact;
  readonly lines: readonly OrderLine[];
}

/** What the whole file has decided before any order is built. */
export interface Reading {
  readonly layout: Layout;
  /** Where each field stands in a gathered row. */
  readonly index: ReadonlyMap<Field, number>;
  /** Header text per field, for refusals. */
  readonly headers: ReadonlyMap<Field, string>;
  readonly decimal: DecimalStyle;
  readonly dates: DateOrder;
  /** Used where the file has no currency column. */
  readonly currency: string;
}

export interface BuiltOrder {
  readonly facts: OrderFacts;
  /** Rows left out because the same order stood there more than once, row for row. */
  readonly copies: number;
}

const ROLES: readonly StatusRole[] = ['status', 'payment', 'fulfilment', 'refund', 'cancellation'];
const GRANTED = /^(yes|y|true|1|subscribed|是|已订阅|同意)$/i;
const REFUSED = /^(no|n|false|0|unsubscribed|否|未订阅|拒绝)$/i;

/** Thrown inside this module only: unwinds to the refusal of the order. */
class Refused extends Error {
  readonly refusal: {
    readonly line: number;
    readonly field: Field;
    readonly value: string;
    readonly reason: RefusalReason;
  };

  constructor(refusal: Refused['refusal']) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

export function buildOrder(reading: Reading, id: string, gathered: readonly OrderRow[]): BuiltOrder | Refusal {
  const rows = withoutCopies(reading, gathered);
  try {
    return { facts: factsOf(reading, id, rows), copies: gathered.length - rows.length };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { line, field, value, reason } = error.refusal;
    return {
      line,
      order: id,
      column: reading.headers.get(field) ?? field,
      value,
      reason,
      lines: gathered.map((row) => row.line),
    };
  }
}

/** Pages pasted together show an order twice, row for row; its own row, seen twice, proves the copy. */
function withoutCopies(reading: Reading, rows: readonly OrderRow[]): readonly OrderRow[] {
  const { layout } = reading;
  if (rows.length < 2) return rows;
  const head = layout.grain === 'order' ? 0 : layout.headColumn ? (reading.index.get(layout.headColumn) ?? -1) : -1;
  if (head < 0) return rows;
  const copies = layout.grain === 'order' ? rows.length : rows.filter((row) => row.cells[head] !== '').length;
  if (copies < 2 || rows.length % copies !== 0) return rows;
  const counts = new Map<string, number>();
  const kept: OrderRow[] = [];
  for (const row of rows) {
    const key = row.cells.join('\u0000');
    const seen = counts.get(key) ?? 0;
    counts.set(key, seen + 1);
    if (seen % copies === 0) kept.push(row);
  }
  const whole = [...counts.values()].every((count) => count % copies === 0);
  return whole ? kept : rows;
}

function factsOf(reading: Reading, id: string, rows: readonly OrderRow[]): OrderFacts {
  const { layout, index } = reading;
  const first = rows[0] as OrderRow;
  const at = (row: OrderRow, field: Field) => row.cells[index.get(field) ?? -1] ?? '';
  const where = (field: Field) => rows.find((row) => at(row, field) !== '') ?? first;
  const value = (field: Field) => at(where(field), field);
  const text = (field: Field) => value(field) || null;
  const refuse = (row: OrderRow, field: Field, reason: RefusalReason): never => {
    throw new Refused({ line: row.line, field, value: at(row, field), reason });
  };

  for (const field of layout.agree) {
    const told = where(field);
    const other = rows.find((row) => at(row, field) !== '' && at(row, field) !== at(told, field));
    if (other) refuse(other, field, 'conflicting_order_fields');
  }
  const number = readOrderNumber(id);
  if (!number.ok)
    return refuse(first, 'orderNumber', number.reason === 'scientific' ? 'order_id_scientific' : 'order_id_invalid');
  const placed = placedOn(reading, value('placedAt'), (reason) => refuse(where('placedAt'), 'placedAt', reason));
  const currency = currencyOf(text('currency'), reading.currency, () =>
    refuse(where('currency'), 'currency', 'bad_currency'),
  );
  const money = (row: OrderRow, field: Field): number | null => {
    const cell = at(row, field);
    if (cell === '') return null;
    const parsed = parseMoney(cell, reading.decimal, currency);
    if (parsed.ok) return parsed.value;
    return refuse(row, field, parsed.reason === 'too_many_decimals' ? 'too_many_decimals' : 'bad_amount');
  };
  const amount = (field: Field) => money(where(field), field);
  const lines = linesOf(reading, rows, at, money, refuse);
  const stated = amount('total') ?? amount('paid');
  // A total column left blank is a mistake; only a file without one is added up from its lines.
  const total =
    stated ?? (index.has('total') ? undefined : sumOfLines(lines)) ?? refuse(first, 'total', 'missing_amount');
  const address = addressOf(layout, text('address'));
  return {
    line: first.line,
    orderNumber: number.value,
    platformId: exactId(text('platformId')),
    shop: text('shop'),
    placed,
    currency,
    total,
    paid: layout.columns.paid ? amount('paid') : null,
    refunded: Math.abs(refundedOf(value('refunded'), () => amount('refunded')) ?? 0),
    discount: Math.abs(amount('discount') ?? 0),
    shipping: amount('shipping') ?? 0,
    coupon: text('coupon'),
    words: wordsOf(value),
    acceptsMarketing: GRANTED.test(value('acceptsMarketing'))
      ? true
      : REFUSED.test(value('acceptsMarketing'))
        ? false
        : null,
    statedUnits: wholeNumber(value('units')),
    contact: {
      account: text('account'),
      name: text('name'),
      email: text('email'),
      phone: text('phone'),
      receiverName: text('receiverName'),
      receiverPhone: text('receiverPhone'),
      country: countryCode(value('country')) ?? text('country'),
      province: text('province') ?? address.province ?? null,
      city: text('city') ?? address.city ?? null,
      district: address.district ?? null,
      postcode: text('postcode') ?? address.postcode ?? null,
      address: address.address,
    },
    lines,
  };
}

function placedOn(reading: Reading, text: string, refuse: (reason: RefusalReason) => never): WallTime {
  if (text === '') return refuse('missing_date');
  const parsed = parseInstantParts(text, reading.dates);
  if (parsed.ok) return parsed.value;
  if (parsed.reason === 'serial') return serialToWall(Number(text), false);
  return refuse(parsed.reason === 'too_old' ? 'date_too_old' : 'bad_date');
}

function currencyOf(text: string | null, fallback: string, refuse: () => never): string {
  if (text === null) return fallback;
  const code = text.toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : refuse();
}

type ReadAt = (row: OrderRow, field: Field) => string;
type ReadMoney = (row: OrderRow, field: Field) => number | null;
type Refuse = (row: OrderRow, field: Field, reason: RefusalReason) => never;

function linesOf(
  reading: Reading,
  rows: readonly OrderRow[],
  at: ReadAt,
  money: ReadMoney,
  refuse: Refuse,
): OrderLine[] {
  const { layout } = reading;
  const first = rows[0] as OrderRow;
  if (layout.grain === 'order')
    return packedLines(layout, at(first, 'item'), at(first, 'lineCount'), at(first, 'units'));
  const lines: OrderLine[] = [];
  for (const row of rows) {
    const title = at(row, 'item') || at(row, 'sku');
    const unitPrice = money(row, 'unitPrice');
    // An order-per-row file without item columns has orders and no lines.
    if (title === '' && unitPrice === null) continue;
    const told = at(row, 'quantity');
    const quantity = told === '' ? 1 : wholeNumber(told);
    if (quantity === null) return refuse(row, 'quantity', 'bad_quantity');
    lines.push({ sku: at(row, 'sku') || null, title, variant: at(row, 'variant') || null, quantity, unitPrice });
  }
  return lines;
}

/** A packed item cell is split only when the parts equal the stated count; prices stay unknown. */
function packedLines(layout: Layout, cell: string, lineCount: string, units: string): OrderLine[] {
  if (cell === '') return [];
  const stated = wholeNumber(lineCount) ?? 1;
  const parts = layout.packedItems ? cell.split(layout.packedItems) : [cell];
  const titles = stated > 1 && parts.length === stated ? parts.map((part) => part.trim()) : [cell];
  const quantity = titles.length === 1 ? (wholeNumber(units) ?? 1) : 1;
  return titles.map((title) => ({ sku: null, title, variant: null, quantity: Math.max(1, quantity), unitPrice: null }));
}

function sumOfLines(lines: readonly OrderLine[]): number | undefined {
  if (lines.length === 0 || lines.some((line) => line.unitPrice === null)) return undefined;
  return lines.reduce((sum, line) => sum + line.quantity * (line.unitPrice ?? 0), 0);
}

function addressOf(
  layout: Layout,
  text: string | null,
): Omit<Partial<ChineseAddress>, 'address'> & { readonly address: string | null } {
  if (text === null) return { address: null };
  return layout.chineseAddress ? splitChineseAddress(text) : { address: text };
}

/** `无退款申请` in a refund column says that there is none. */
function refundedOf(text: string, amount: () => number | null): number | null {
  return /\d/.test(text) ? amount() : null;
}

function wordsOf(value: (field: Field) => string): Words {
  const words: Partial<Record<StatusRole, string>> = {};
  for (const role of ROLES) if (value(role) !== '') words[role] = value(role);
  return words;
}

/** The second number of an order, dropped when a spreadsheet has rounded it. */
function exactId(text: string | null): string | null {
  return text !== null && readOrderNumber(text).ok ? text : null;
}

/** Whole, unsigned or negative; `2.0` as spreadsheets write it. Null for anything else. */
function wholeNumber(text: string): number | null {
  return /^-?\d{1,9}([.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : null;
}
