/** Builds what a file says of one order from its gathered rows, or says why it cannot. */
import { STATUS_ROLES, type Words } from '../../archive/order-state.ts';
import type { Field, Layout, StatusRole } from '../../platforms/layout.ts';
import { type ChineseAddress, splitChineseAddress } from '../../values/addresses.ts';
import { countryCode } from '../../values/countries.ts';
import { readCurrency } from '../../values/currency-names.ts';
import { parseInstantParts, readDateNumber, type WallTime } from '../../values/dates.ts';
import { ownText } from '../../values/own-text.ts';
import { readOrderNumber, withoutFloat } from '../../values/identifier.ts';
import { toInstant } from '../../values/zones.ts';
import type { OrderRow } from '../rows/wanted-columns.ts';
import { OrderCells, type Reading, Refused } from './order-cells.ts';
import { linesOf, type OrderLine, sumOfLines, wholeNumber } from './order-lines.ts';
import type { Refusal } from '../refusal.ts';
import { SaidBook, type SaidWords } from './said-words.ts';
import type { ShopSettings } from './shop.ts';
import { isErrorText } from '../workbooks/cell-text.ts';

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

/** One order as one file shows it. Amounts in minor units of `currency`. */
export interface OrderFacts {
  readonly line: number;
  readonly orderNumber: string;
  readonly platformId: string | null;
  readonly shopName: string;
  readonly placed: WallTime;
  /** UTC seconds. */
  readonly placedAt: number;
  /** The clock change that `placed` fell into. */
  readonly clockChange: 'gap' | 'overlap' | undefined;
  readonly currency: string;
  readonly total: number;
  readonly paid: number | null;
  readonly refunded: number;
  readonly discount: number;
  readonly shipping: number;
  readonly coupon: string | null;
  readonly words: Words;
  /** The same as JSON, as they are kept. */
  readonly wordsText: string;
  readonly acceptsMarketing: boolean | null;
  /** Pieces: the sum over the lines, or more where the file states more. */
  readonly units: number;
  readonly contact: Contact;
  readonly lines: readonly OrderLine[];
}

export interface BuiltOrder {
  readonly facts: OrderFacts;
  /** Rows left out because the same order stood there more than once, row for row. */
  readonly copies: number;
}

const GRANTED = /^(yes|y|true|1|subscribed|是|已订阅|同意)$/i;
const REFUSED = /^(no|n|false|0|unsubscribed|否|未订阅|拒绝)$/i;

/** `latest` is the last UTC second an order may have been placed at. */
export function buildOrder(
  reading: Reading,
  shop: ShopSettings,
  id: string,
  gathered: readonly OrderRow[],
  latest: number,
): BuiltOrder | Omit<Refusal, 'rows'> {
  const rows = withoutCopies(reading, gathered);
  try {
    return { facts: factsOf(reading, shop, id, rows, latest), copies: gathered.length - rows.length };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { line, field, value } = error.spot;
    return {
      line,
      order: id,
      column: reading.headers.get(field) ?? field,
      value,
      reason: error.reason,
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

function factsOf(
  reading: Reading,
  shop: ShopSettings,
  id: string,
  rows: readonly OrderRow[],
  latest: number,
): OrderFacts {
  const { layout, index } = reading;
  const cells = new OrderCells(reading, rows);
  const number = readOrderNumber(reading.floatIds === true ? withoutFloat(id) : id);
  if (!number.ok) {
    const reason = number.reason === 'scientific' ? 'order_id_scientific' : 'order_id_invalid';
    return cells.refuse(cells.first, 'orderNumber', reason);
  }
  // Rows of a destroyed number are not one order's, so that they need not agree.
  cells.assertAgreed(layout.agree);
  const placed = placedOn(reading, cells);
  const { at: placedAt, note: clockChange } = toInstant(placed, shop.timeZone);
  if (placedAt > latest) cells.refuse(cells.where('placedAt'), 'placedAt', 'future_date');
  const currency = currencyOf(cells, shop.currency);
  const lines = linesOf(layout, cells, rows, currency);
  const stated = cells.amount('total', currency) ?? cells.amount('paid', currency);
  // A total column left blank is a mistake; only a file without one is added up from its lines.
  const summed = index.has('total') ? undefined : sumOfLines(lines);
  const { words, text: wordsText } = saidIn(cells);
  const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
  return {
    line: cells.first.line,
    orderNumber: number.value,
    platformId: exactId(cells.text('platformId')),
    shopName: shop.name,
    placed,
    placedAt,
    clockChange,
    currency,
    total: stated ?? summed ?? cells.refuse(cells.first, 'total', 'missing_amount'),
    paid: layout.columns.paid ? cells.amount('paid', currency) : null,
    refunded: refundedOf(cells, currency),
    discount: Math.abs(cells.amount('discount', currency) ?? 0),
    shipping: cells.amount('shipping', currency) ?? 0,
    coupon: cells.text('coupon'),
    words,
    wordsText,
    acceptsMarketing: agreement(cells.value('acceptsMarketing')),
    units: Math.max(pieces, wholeNumber(cells.value('units')) ?? 0),
    contact: contactOf(layout, cells),
    lines,
  };
}

/** No shop's export is older; a blank cell shown as a date is. */
const OLDEST = '1990';

function placedOn(reading: Reading, cells: OrderCells): WallTime {
  const text = cells.value('placedAt');
  if (text === '') return cells.refuse(cells.first, 'placedAt', 'missing_date');
  const parsed = parseInstantParts(text, reading.dates);
  if (parsed.ok) return parsed.value;
  const number = readDateNumber(text, reading);
  if (number && number.wall >= OLDEST) return number;
  const tooOld = number !== undefined || parsed.reason === 'too_old';
  return cells.refuse(cells.where('placedAt'), 'placedAt', tooOld ? 'date_too_old' : 'bad_date');
}

/** Where the file has no currency it is the shop's. */
function currencyOf(cells: OrderCells, fallback: string): string {
  const written = cells.value('currency');
  if (written === '') return fallback;
  return readCurrency(written, fallback) ?? cells.refuse(cells.where('currency'), 'currency', 'bad_currency');
}

/** `无退款申请` in a refund column says that there is none. */
function refundedOf(cells: OrderCells, currency: string): number {
  return /\d/.test(cells.value('refunded')) ? Math.abs(cells.amount('refunded', currency) ?? 0) : 0;
}

const book = new SaidBook();

function saidIn(cells: OrderCells): SaidWords {
  let key = '';
  for (const role of STATUS_ROLES) if (cells.has(role)) key += `${role}\u0000${cells.value(role)}\u0000`;
  return book.get(key, () => wordsOf(cells));
}

function wordsOf(cells: OrderCells): Words {
  const words: Partial<Record<StatusRole, string>> = {};
  for (const role of STATUS_ROLES) {
    const word = cells.value(role);
    if (word !== '') words[role] = ownText(word);
  }
  // A file that has a status for others says by a blank one that it does not know.
  if (Object.keys(words).length === 0)
    for (const role of ['status', 'payment'] as const) if (cells.has(role)) words[role] = '';
  return words;
}

function agreement(word: string): boolean | null {
  if (GRANTED.test(word)) return true;
  return REFUSED.test(word) ? false : null;
}

function contactOf(layout: Layout, cells: OrderCells): Contact {
  // A look-up that failed leaves an error in the cell, and says nothing of anybody.
  const text = (field: Field) => {
    const cell = cells.text(field);
    return cell !== null && isErrorText(cell) ? null : cell;
  };
  const address = addressOf(layout, text('address'));
  return {
    account: text('account'),
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    receiverName: text('receiverName'),
    receiverPhone: text('receiverPhone'),
    country: countryCode(cells.value('country')) ?? text('country'),
    province: text('province') ?? address.province ?? null,
    city: text('city') ?? address.city ?? null,
    district: address.district ?? null,
    postcode: text('postcode') ?? address.postcode ?? null,
    address: address.address,
  };
}

function addressOf(
  layout: Layout,
  address: string | null,
): Omit<ChineseAddress, 'address'> & { readonly address: string | null } {
  if (address !== null && layout.chineseAddress) return splitChineseAddress(address);
  return { province: undefined, city: undefined, district: undefined, address, postcode: undefined };
}

/** The second number of an order, dropped when a spreadsheet has rounded it. */
function exactId(text: string | null): string | null {
  return text !== null && readOrderNumber(text).ok ? text : null;
}
