/** Which column of an unknown table may be which: by what its headers say, and whether the values below agree. */
import { GENERIC_AMOUNTS, GENERIC_REQUIRED, type GenericField } from '../../platforms/generic.ts';
import { readDateNumber, parseInstantParts } from '../../values/dates.ts';
import { cleanCell, isBlank, normaliseHeader } from '../../values/text.ts';
import type { RawRow } from '../tables/table-source.ts';
import { ALIASES, NEVER_THE_BUYER } from './header-aliases.ts';
import { whoseTotal } from './whose-total.ts';

export interface ProposedColumn {
  readonly field: GenericField;
  readonly header: string;
  /** 0-based. */
  readonly position: number;
}

export interface Proposal {
  readonly columns: readonly ProposedColumn[];
  /** The first rows below the header, by field. */
  readonly rows: readonly (readonly string[])[];
  /** Orders stand in several rows, and whether their amount is of the order or of the row cannot be told. */
  readonly totalUnclear: boolean;
  /** An order can be made of it: there are a number, a date and an amount. */
  readonly complete: boolean;
}

const HEADER_WITHIN = 30;
const PREVIEW = 3;
/** So much of a column must look like what it is taken for. */
const MOST = 0.8;

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
  let best: readonly ProposedColumn[] = [];
  let header: RawRow | undefined;
  for (const row of sample.slice(0, HEADER_WITHIN)) {
    const below = sample.filter((other) => other.line > row.line);
    const columns = columnsOf(row, below);
    if (columns.length > best.length) [best, header] = [columns, row];
  }
  const has = (field: GenericField) => best.some((column) => column.field === field);
  if (!header) return undefined;
  const line = header.line;
  const below = sample.filter((row) => row.line > line);
  const total = whoseTotal(best, below);
  const columns = best.map((column) =>
    column.field === 'order_total' && total === 'row' ? { ...column, field: 'line_total' as const } : column,
  );
  const rows = below
    .filter((row) => row.cells.some((cell) => !isBlank(cleanCell(cell))))
    .slice(0, PREVIEW)
    .map(({ cells }) => columns.map(({ position }) => cleanCell(cells[position] ?? '')));
  const complete = rows.length > 0 && GENERIC_REQUIRED.every(has) && GENERIC_AMOUNTS.some(has);
  return { columns, rows, totalUnclear: total === 'unclear', complete };
}

function columnsOf({ cells }: RawRow, below: readonly RawRow[]): ProposedColumn[] {
  const names = cells.map(normaliseHeader);
  const taken = new Set<number>();
  const columns: ProposedColumn[] = [];
  for (const [field, aliases] of Object.entries(ALIASES) as [GenericField, readonly string[]][]) {
    const position = aliases
      .map((alias) => names.indexOf(normaliseHeader(alias)))
      .find((at) => at >= 0 && !taken.has(at) && mayBe(field, cells[at] ?? '', valuesOf(below, at)));
    if (position === undefined) continue;
    // A name that stands twice cannot be told apart.
    if (names.indexOf(names[position] ?? '', position + 1) >= 0) continue;
    taken.add(position);
    columns.push({ field, header: (cells[position] ?? '').trim(), position });
  }
  return [...columns, ...byValues(cells, names, below, columns)];
}

/** The only column of e-mails, or of dates, whatever it is called. */
function byValues(
  cells: readonly string[],
  names: readonly string[],
  below: readonly RawRow[],
  known: readonly ProposedColumn[],
): ProposedColumn[] {
  return (['order_date', 'email'] as const).flatMap((field) => {
    if (known.some((column) => column.field === field)) return [];
    const found = cells.flatMap((cell, at) => {
      const values = valuesOf(below, at);
      const free = names[at] !== '' && !known.some(({ position }) => position === at);
      const looks = field === 'order_date' ? most(values, isWrittenDate) : mayBe(field, cell, values);
      return free && values.length > 0 && looks ? [at] : [];
    });
    const [only, ...others] = found;
    return only === undefined || others.length > 0
      ? []
      : [{ field, header: (cells[only] ?? '').trim(), position: only }];
  });
}

function valuesOf(rows: readonly RawRow[], position: number): string[] {
  return rows.map(({ cells }) => cleanCell(cells[position] ?? '')).filter((cell) => !isBlank(cell));
}

function mayBe(field: GenericField, header: string, values: readonly string[]): boolean {
  if (PEOPLE.has(field) && (NEVER_THE_BUYER.test(header) || isEverybody(values))) return false;
  // Where a buyer lives, as often as how an order stands.
  if (field === 'status' && AMBIGUOUS_STATE.test(header.trim())) return most(values, (cell) => STATUS_WORD.test(cell));
  const looks = LOOKS[field];
  if (!looks || values.length === 0) return values.length > 0 || !REQUIRED_VALUES.has(field);
  return most(values, looks);
}

const most = (values: readonly string[], looks: (cell: string) => boolean) =>
  values.filter(looks).length >= values.length * MOST;

/** The same in each of so many rows, it is the seller's own. */
const isEverybody = (values: readonly string[]) => values.length >= 5 && new Set(values).size === 1;

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
const isWrittenDate = (cell: string) =>
  (['ymd', 'dmy', 'mdy'] as const).some((order) => parseInstantParts(cell, order).ok);
/** A spreadsheet's date number is a date only under a header that says so: any five digits look like one. */
const isDate = (cell: string) =>
  isWrittenDate(cell) || (/^\d{4,5}(\.\d+)?$/.test(cell) && readDateNumber(cell, {}) !== undefined);

const LOOKS: Readonly<Partial<Record<GenericField, (cell: string) => boolean>>> = {
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
