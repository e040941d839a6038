/** Builds what a file says of one order from its gathered rows, or says why it cannot. */
import { STATUS_ROLES, type Words } from '../../archive/status-words.ts';
import type { Layout, Part, StatusRole } from '../../platforms/layout.ts';
import { readCurrency } from '../../values/currency-names.ts';
import { parseInstantParts, readDateNumber, type WallTime } from '../../values/dates.ts';
import { ownText } from '../../values/own-text.ts';
import { readOrderNumber, withoutFloat } from '../../values/identifier.ts';
import { zoneNamed } from '../../values/zone-named.ts';
import { offsetAt, toInstant } from '../../values/zones.ts';
import type { OrderRow } from '../rows/wanted-columns.ts';
import { OrderCells, type Reading, Refused } from './order-cells.ts';
import { type Contact, contactOf } from './contact.ts';
import { withoutCopies } from './copies-of-rows.ts';
import { marketingOf } from './marketing.ts';
import { itemRows, joinPieces, linesOf, type OrderLine, sumOfLines } from './order-lines.ts';
import { packedLines } from './packed-lines.ts';
import { partsOf } from './parts-of-order.ts';
import { wholeNumber } from '../../values/whole-number.ts';
import type { Refusal } from '../refusal.ts';
import { SaidBook, type SaidWords } from './said-words.ts';
import type { ShopSettings } from './shop.ts';

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
  /** What its file says of it; of items it says neither when nor for how much they were sold. */
  readonly part: Part;
  /** Words, amount and refund of each item where these differ, as JSON. */
  readonly partsText: string | null;
}

export interface BuiltOrder {
  readonly facts: OrderFacts;
  /** Rows left out because the same order stood there more than once, row for row. */
  readonly copies: number;
}

/** `latest` is the last UTC second an order may have been placed at. */
export function buildOrder(
  reading: Reading,
  shop: ShopSettings,
  id: string,
  gathered: readonly OrderRow[],
  latest: number,
): BuiltOrder | Omit<Refusal, 'rows'> {
  try {
    const rows = withoutCopies(reading, gathered);
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
  const part = layout.part ?? 'order';
  const placed = part === 'items' ? NOT_SAID : placedOn(reading, cells, shop.timeZone);
  const { at: placedAt, note: clockChange } = part === 'items' ? NO_INSTANT : toInstant(placed, shop.timeZone);
  if (placedAt > latest) cells.refuse(cells.where('placedAt'), 'placedAt', 'future_date');
  const currency = currencyOf(cells, reading.currency ?? shop.currency);
  const items = layout.summaryRow ? itemRows(cells, rows) : rows;
  const read = layout.grain === 'order' ? packedLines(layout.items, cells, currency) : linesOf(cells, items, currency);
  const lines = layout.grain === 'unit' ? joinPieces(read) : read;
  const stated = cells.amount('total', currency) ?? cells.amount('paid', currency);
  // A total column left blank is a mistake; only a file without one is added up from its lines.
  const blank = layout.blankTotal === 'nothing' ? 0 : undefined;
  const summed = index.has('total') ? blank : sumOfLines(lines);
  const total = part === 'items' ? 0 : (stated ?? summed ?? cells.refuse(cells.first, 'total', 'missing_amount'));
  const parts = partsOf(layout, cells, items, currency);
  const { words, text: wordsText } = saidIn(layout, cells, parts !== null);
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
    total,
    paid: layout.columns.paid && part !== 'items' ? cells.amount('paid', currency) : null,
    refunded: Math.max(cells.refunded(currency), adjustedBy(cells, total, currency)),
    discount: Math.abs(cells.amount('discount', currency) ?? 0),
    shipping: cells.amount('shipping', currency) ?? 0,
    coupon: cells.text('coupon'),
    words,
    wordsText,
    acceptsMarketing: marketingOf(cells),
    units: Math.max(pieces, wholeNumber(cells.value('units')) ?? 0),
    contact: contactOf(layout, cells),
    lines,
    part,
    partsText: parts && JSON.stringify(parts),
  };
}

/** Paid back, where the export says what the total became. */
function adjustedBy(cells: OrderCells, total: number, currency: string): number {
  const adjusted = cells.has('adjusted') ? (cells.amount('adjusted', currency) ?? 0) : 0;
  return adjusted > 0 ? Math.max(0, total - adjusted) : 0;
}

/** No shop's export is older; a blank cell shown as a date is. */
const OLDEST = '1990';

/** Items come without a time. */
const NOT_SAID: WallTime = { wall: '', offset: null, dateOnly: true };
const NO_INSTANT = { at: 0, note: undefined };

function placedOn(reading: Reading, cells: OrderCells, shopZone: string): WallTime {
  const placed = writtenTime(reading, cells);
  if (placed.offset !== null || !cells.has('zone')) return placed;
  const zone = zoneNamed(cells.value('zone'));
  if (zone === undefined || zone === shopZone) return placed;
  return { ...placed, offset: offsetAt(toInstant(placed, zone).at, zone) };
}

function dayInNumber({ dayInNumber: shape }: Layout, number: string): string {
  const [, year, month, day] = shape?.exec(number) ?? [];
  return day === undefined ? '' : `20${year}-${month}-${day}`;
}

function writtenTime(reading: Reading, cells: OrderCells): WallTime {
  const day = cells.value('placedAt') || dayInNumber(reading.layout, cells.value('orderNumber'));
  const time = day === '' ? '' : cells.value('placedTime');
  const text = time === '' ? day : `${day} ${time}`;
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

const book = new SaidBook();

/** `inParts`: what each item says for itself is left to these. */
function saidIn({ lineStates = [] }: Layout, cells: OrderCells, inParts: boolean): SaidWords {
  const roles = inParts ? STATUS_ROLES.filter((role) => !lineStates.includes(role)) : STATUS_ROLES;
  let key = inParts ? 'parts' : '';
  for (const role of roles) if (cells.has(role)) key += `${role}\u0000${cells.value(role)}\u0000`;
  return book.get(key, () => wordsOf(cells, roles, inParts));
}

function wordsOf(cells: OrderCells, roles: readonly StatusRole[], inParts: boolean): Words {
  const words: Partial<Record<StatusRole, string>> = {};
  for (const role of roles) {
    const word = cells.value(role);
    if (word !== '') words[role] = ownText(word);
  }
  // A file that has a status for others says by a blank one that it does not know.
  if (Object.keys(words).length === 0 && !inParts)
    for (const role of ['status', 'payment'] as const) if (cells.has(role)) words[role] = '';
  return words;
}

/** The second number of an order, dropped when a spreadsheet has rounded it. */
function exactId(text: string | null): string | null {
  return text !== null && readOrderNumber(text).ok ? text : null;
}
