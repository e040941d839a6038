/** The cells of one order while its facts are built: the first filled one of each field, and refusals that name the spot. */
import type { Field, Layout } from '../../platforms/layout.ts';
import { type DecimalStyle, parseMoney } from '../../values/money.ts';
import type { DateOrder } from '../../values/dates.ts';
import type { OrderRow } from '../rows/wanted-columns.ts';
import type { RefusalReason } from '../refusal.ts';

/** What the whole file has decided before any order is built. */
export interface Reading {
  readonly layout: Layout;
  /** Where each field stands in a gathered row. */
  readonly index: ReadonlyMap<Field, number>;
  /** Header text per field, for refusals. */
  readonly headers: ReadonlyMap<Field, string>;
  /** Of all amounts, where their headers end in it. */
  readonly currency?: string | undefined;
  readonly decimal: DecimalStyle;
  readonly dates: DateOrder;
  /** A workbook that counts its days from 1904. */
  readonly date1904?: boolean;
  /** Every date of the column is a count of seconds since 1970. */
  readonly epochDates?: boolean;
  /** Every order number of the column was written as 1001.0. */
  readonly floatIds?: boolean;
}

/** Unwinds to the refusal of the order; never leaves the building of its facts. */
export class Refused extends Error {
  readonly spot: { readonly line: number; readonly field: Field; readonly value: string };
  readonly reason: RefusalReason;

  constructor(spot: Refused['spot'], reason: RefusalReason) {
    super(reason);
    this.spot = spot;
    this.reason = reason;
  }
}

export class OrderCells {
  readonly first: OrderRow;
  readonly #reading: Reading;
  readonly #rows: readonly OrderRow[];

  /** `rows` has at least one. */
  constructor(reading: Reading, rows: readonly OrderRow[]) {
    this.#reading = reading;
    this.#rows = rows;
    this.first = rows[0] as OrderRow;
  }

  /** The cell of one row, '' where it is blank or the file has no such column. */
  at(row: OrderRow, field: Field): string {
    return row.cells[this.#reading.index.get(field) ?? -1] ?? '';
  }

  /** The order's own value: the first row's that has one. */
  value(field: Field): string {
    const index = this.#reading.index.get(field);
    if (index === undefined) return '';
    for (const row of this.#rows) if (row.cells[index]) return row.cells[index];
    return '';
  }

  /** Whether the file has a column for it. */
  has(field: Field): boolean {
    return this.#reading.index.has(field);
  }

  text(field: Field): string | null {
    return this.value(field) || null;
  }

  /** The row that holds the order's own value. */
  where(field: Field): OrderRow {
    const index = this.#reading.index.get(field) ?? -1;
    return this.#rows.find((row) => (row.cells[index] ?? '') !== '') ?? this.first;
  }

  /** Minor units; null where blank. */
  money(row: OrderRow, field: Field, currency: string): number | null {
    return this.parse(row, field, this.at(row, field), currency);
  }

  /** A part of the cell, or all of it. */
  parse(row: OrderRow, field: Field, text: string, currency: string): number | null {
    if (text === '') return null;
    const parsed = parseMoney(text, this.#reading.decimal, currency);
    if (parsed.ok) return parsed.value;
    return this.refuse(row, field, parsed.reason === 'too_many_decimals' ? 'too_many_decimals' : 'bad_amount');
  }

  /** Of the order; added up where every row states its own. */
  amount(field: Field, currency: string): number | null {
    if (!this.#sums(field)) return this.money(this.where(field), field, currency);
    const stated = this.#rows.flatMap((row) => this.#own(row, field, currency) ?? []);
    return stated.length === 0 ? null : stated.reduce((sum, one) => sum + one, 0);
  }

  /** A row that was paid back in full can state 0 as paid: what it was is what was paid back. */
  #own(row: OrderRow, field: Field, currency: string): number | null {
    const own = this.money(row, field, currency);
    const netted = field === 'paid' && own === 0 && this.#rows.length > 1 && this.#sums('refunded');
    return netted ? this.refund(row, currency) : own;
  }

  /** What was paid back, without its sign; 0 where nothing was. */
  refunded(currency: string): number {
    if (!this.has('refunded')) return 0;
    if (!this.#sums('refunded')) return this.refund(this.where('refunded'), currency);
    return this.#rows.reduce((sum, row) => sum + this.refund(row, currency), 0);
  }

  /** `无退款申请` in a refund column says that there is none. */
  refund(row: OrderRow, currency: string): number {
    return /\d/.test(this.at(row, 'refunded')) ? Math.abs(this.money(row, 'refunded', currency) ?? 0) : 0;
  }

  #sums(field: Field): boolean {
    return this.#reading.layout.sums?.includes(field) ?? false;
  }

  refuse(row: OrderRow, field: Field, reason: RefusalReason): never {
    throw new Refused({ line: row.line, field, value: this.at(row, field) }, reason);
  }

  /** Fields that may not differ between the rows of one order. */
  assertAgreed(fields: readonly Field[]): void {
    if (this.#rows.length === 1) return;
    for (const field of fields) {
      const told = this.value(field);
      for (const row of this.#rows) {
        const cell = this.at(row, field);
        if (cell !== '' && cell !== told) this.refuse(row, field, 'conflicting_order_fields');
      }
    }
  }
}
