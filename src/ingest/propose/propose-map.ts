/** Which column of an unknown table may be which: by what its headers say, and whether the values below agree. */
import { GENERIC_AMOUNTS, GENERIC_REQUIRED, type GenericField } from '../../platforms/generic.ts';
import { readDateNumber, parseInstantParts } from '../../values/dates.ts';
import type { RawRow } from '../tables/table-source.ts';
import { ALIASES, NEVER_THE_BUYER } from './header-aliases.ts';
import {
  bestHeader,
  isEverybody,
  matchByValues,
  matchColumns,
  type MatchedColumn,
  most,
  previewOf,
} from './match-columns.ts';
import { whoseTotal } from './whose-total.ts';

export type ProposedColumn = MatchedColumn<GenericField>;

export interface Proposal {
  readonly columns: readonly ProposedColumn[];
  /** The first rows below the header, by field. */
  readonly rows: readonly (readonly string[])[];
  /** Orders stand in several rows, and whether their amount is of the order or of the row cannot be told. */
  readonly totalUnclear: boolean;
  /** An order can be made of it: there are a number, a date and an amount. */
  readonly complete: boolean;
}

const PEOPLE: ReadonlySet<GenericField> = new Set<GenericField>([
  'account',
  'customer_name',
  'email',
  'phone',
  'receiver_name',
  'receiver_phone',
]);

/** Undefined where no column is known. */
export function proposeMap(sample: readonly RawRow[]): Proposal | undefined {
  const best = bestHeader(sample, columnsOf);
  if (!best) return undefined;
  const has = (field: GenericField) => best.columns.some((column) => column.field === field);
  const total = whoseTotal(best.columns, best.below);
  const columns = best.columns.map((column) =>
    column.field === 'order_total' && total === 'row' ? { ...column, field: 'line_total' as const } : column,
  );
  const rows = previewOf(best.below, columns);
  const complete = rows.length > 0 && GENERIC_REQUIRED.every(has) && GENERIC_AMOUNTS.some(has);
  return { columns, rows, totalUnclear: total === 'unclear', complete };
}

function columnsOf(header: RawRow, below: readonly RawRow[]): ProposedColumn[] {
  const named = matchColumns(header, below, ALIASES, mayBe);
  const looks = {
    order_date: (_: string, values: readonly string[]) => most(values, isWrittenDate),
    email: (name: string, values: readonly string[]) => mayBe('email', name, values),
  };
  return [...named, ...matchByValues(header, below, named, looks)];
}

function mayBe(field: GenericField, header: string, values: readonly string[]): boolean {
  if (PEOPLE.has(field) && (NEVER_THE_BUYER.test(header) || isEverybody(values))) return false;
  // Where a buyer lives, as often as how an order stands.
  if (field === 'status' && AMBIGUOUS_STATE.test(header.trim())) return most(values, (cell) => STATUS_WORD.test(cell));
  const looks = LOOKS[field];
  if (!looks || values.length === 0) return values.length > 0 || !REQUIRED_VALUES.has(field);
  return most(values, looks);
}

const AMBIGUOUS_STATE = /^(state|estado|stato|état)$/i;
const STATUS_WORD =
  /paid|pend|process|ship|fulfil|deliver|complet|cancel|void|refund|return|^open|^new$|on hold|付|发货|完成|成功|取消|关闭|退|pag|envia|entreg|concl|complet|evas|sped|consegn|annul|rembours|livr|expédi|payé|attente/i;

/** Without any value a column cannot be what every order has. */
const REQUIRED_VALUES: ReadonlySet<GenericField> = new Set<GenericField>([
  'order_id',
  'order_date',
  'order_total',
  'unit_price',
  'line_total',
]);

const isAmount = (cell: string) => /^\D{0,5}-?\d[\d.,'\s]*\D{0,5}$/.test(cell) && !isWrittenDate(cell);
export const isWrittenDate = (cell: string) =>
  (['ymd', 'dmy', 'mdy'] as const).some((order) => parseInstantParts(cell, order).ok);
/** A spreadsheet's date number is a date only under a header that says so: any five digits look like one. */
export const isDate = (cell: string) =>
  isWrittenDate(cell) || (/^\d{4,5}(\.\d+)?$/.test(cell) && readDateNumber(cell, {}) !== undefined);

export const LOOKS: Readonly<Partial<Record<GenericField, (cell: string) => boolean>>> = {
  order_id: (cell) => /\d/.test(cell) && !/@/.test(cell) && cell.length <= 60,
  order_date: isDate,
  order_time: (cell) => /^\d{1,2}[:.]\d{2}/.test(cell),
  email: (cell) => /@|\*/.test(cell),
  phone: (cell) => /(\d.*){6}|\*/.test(cell),
  receiver_phone: (cell) => /(\d.*){6}|\*/.test(cell),
  customer_name: (cell) => !/^[\d.,\s]+$/.test(cell) && !/@/.test(cell),
  receiver_name: (cell) => !/^[\d.,\s]+$/.test(cell) && !/@/.test(cell),
  quantity: (cell) => /^-?\d{1,6}([.,]0+)?$/.test(cell),
  unit_price: isAmount,
  line_total: isAmount,
  order_total: isAmount,
  discount: isAmount,
  shipping: isAmount,
  refunded: isAmount,
  currency: (cell) => /^\p{L}{1,8}$|^\p{Sc}$/u.test(cell),
};
