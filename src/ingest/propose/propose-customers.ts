/** Which column of a table of customers may be which, and whether it is such a table at all. */
import { CUSTOMER_REQUIRED, type CustomerTableField } from '../../platforms/customer-table.ts';
import { readBirthday } from '../../values/birthdays.ts';
import { normaliseHeader } from '../../values/text.ts';
import type { RawRow } from '../tables/table-source.ts';
import { CUSTOMER_ALIASES, WORTH_KEEPING } from './customer-aliases.ts';
import { NEVER_THE_BUYER } from './header-aliases.ts';
import {
  bestHeader,
  isEverybody,
  matchByValues,
  matchColumns,
  type MatchedColumn,
  most,
  previewOf,
} from './match-columns.ts';
import { isDate, LOOKS } from './propose-map.ts';

export interface CustomersProposal {
  /** By a field of customer tables, or `own:NAME`. */
  readonly columns: readonly MatchedColumn<string>[];
  /** The first rows below the header, by field. */
  readonly rows: readonly (readonly string[])[];
  /** Headers of columns that nothing would be taken from. */
  readonly notRead: readonly string[];
  /** People can be told by it: there is a row, and an account, e-mail, phone or name. */
  readonly complete: boolean;
}

/** Undefined where no column is known. */
export function proposeCustomers(sample: readonly RawRow[]): CustomersProposal | undefined {
  const best = bestHeader(sample, columnsOf);
  if (!best) return undefined;
  const kept = worthKeeping(best.header, best.columns);
  const columns = [...best.columns, ...kept];
  const taken = new Set(columns.map(({ position }) => position));
  const rows = previewOf(best.below, columns);
  return {
    columns,
    rows,
    notRead: best.header.cells.map((cell) => cell.trim()).filter((cell, at) => cell !== '' && !taken.has(at)),
    complete: rows.length > 0 && best.columns.some(({ field }) => CUSTOMER_REQUIRED.includes(field)),
  };
}

function columnsOf(header: RawRow, below: readonly RawRow[]): MatchedColumn<CustomerTableField>[] {
  const named = matchColumns(header, below, CUSTOMER_ALIASES, mayBe);
  const email = (name: string, values: readonly string[]) =>
    mayBe('email', name, values) && most(values, (cell) => /@/.test(cell));
  return [...named, ...matchByValues(header, below, named, { email })];
}

const PEOPLE: ReadonlySet<CustomerTableField> = new Set<CustomerTableField>([
  'account',
  'customer_name',
  'last_name',
  'email',
  'phone',
  'other_phone',
]);

/** Whenever it was. */
const isBirthday = (cell: string) =>
  (['dmy', 'mdy'] as const).some((order) => readBirthday(cell, order, '9999-12-31') !== undefined);

const OWN_LOOKS: Readonly<Partial<Record<CustomerTableField, (cell: string) => boolean>>> = {
  email: (cell) => /@|\*/.test(cell),
  phone: (cell) => /(\d.*){6}|\*/.test(cell),
  other_phone: (cell) => /(\d.*){6}|\*/.test(cell),
  birthday: isBirthday,
  since: isDate,
  accepted_at: isDate,
  points: (cell) => /^-?[\d,]{1,12}([.,]0+)?$/.test(cell),
  ...(LOOKS.customer_name ? { customer_name: LOOKS.customer_name } : {}),
};

function mayBe(field: CustomerTableField, header: string, values: readonly string[]): boolean {
  if (PEOPLE.has(field) && (NEVER_THE_BUYER.test(header) || isEverybody(values))) return false;
  const looks = OWN_LOOKS[field];
  return !looks || values.length === 0 || most(values, looks);
}

function worthKeeping({ cells }: RawRow, known: readonly MatchedColumn<string>[]): MatchedColumn<string>[] {
  const names = cells.map(normaliseHeader);
  return cells.flatMap((cell, position) => {
    const name = names[position] ?? '';
    const header = cell.trim();
    const free =
      !known.some((column) => column.position === position) && names.indexOf(name) === names.lastIndexOf(name);
    return free && WORTH_KEEPING.has(header.toLowerCase()) ? [{ field: `own:${header}`, header, position }] : [];
  });
}
