/** The columns of a contact list that is a plain table. */
import type { Context } from '../context.ts';
import type { ListPerson } from '../contacts/lists/list-format.ts';
import { UsageError } from '../errors.ts';
import type { Cell, Column } from '../output/table.ts';
import { nearest } from '../values/nearest.ts';

export interface ContactColumn extends Column {
  readonly name: Exclude<keyof ListPerson, 'consent'>;
}

const KINDS = {
  customer_id: 'integer',
  name: 'text',
  salutation: 'text',
  phone: 'phone',
  email: 'text',
  number_of_orders: 'integer',
  amount_spent: 'money',
  currency: 'text',
  first_order_date: 'day',
  last_order_date: 'day',
  city: 'text',
  tags: 'list',
  gender: 'text',
  birthday: 'text',
  language: 'text',
  phone_type: 'text',
  country: 'text',
  province: 'text',
  district: 'text',
  postcode: 'text',
  address: 'text',
} as const satisfies Readonly<Record<ContactColumn['name'], Column['kind']>>;

const NAMES = Object.keys(KINDS) as ContactColumn['name'][];
const USUAL = ['number_of_orders', 'amount_spent', 'currency', 'last_order_date', 'city', 'tags'] as const;

/** Throws UsageError for a name that is none. */
export function contactColumns(
  { words }: Context,
  channel: string,
  currency: string,
  asked: string | undefined,
): readonly ContactColumn[] {
  const address = channel === 'email' ? 'email' : 'phone';
  const names = asked?.split(',').map((name) => known(name.trim(), words)) ?? [
    'customer_id',
    'name',
    address,
    ...USUAL,
  ];
  return (names as readonly ContactColumn['name'][]).map((name) => ({
    name,
    kind: KINDS[name],
    ...(KINDS[name] === 'money' ? { currency: { code: currency } } : {}),
    ...(asked === undefined && name === 'currency' ? { machineOnly: true } : {}),
    ...(asked === undefined && (name === 'city' || name === 'tags') ? { whenRoom: true } : {}),
  }));
}

function known(name: string, { segments }: Context['words']): ContactColumn['name'] {
  const found = NAMES.find((one) => one === name);
  if (found) return found;
  const near = nearest(name, NAMES);
  throw new UsageError(segments.unknownColumn(name, NAMES.join(', ')), {
    code: 'unknown_column',
    hint: near === undefined ? undefined : segments.didYouMean(near),
  });
}

export const contactCells = (person: ListPerson, columns: readonly ContactColumn[]): Cell[] =>
  columns.map(({ name }) => person[name]);
