/**
 * A table of customers that a seller keeps by hand: plain column names, or any names by
 * `--map field=Header`. What is nobody's field is kept under a name of the seller's own: `own:NAME=Header`.
 */
import type { Field, Layout } from './layout.ts';

/** The plain names, which are also the fields of `--map`; of two for one field the first that is filled counts. */
export const CUSTOMER_FIELDS = {
  account: 'account',
  customer_name: 'name',
  last_name: 'lastName',
  nickname: 'nickname',
  email: 'email',
  phone: 'phone',
  other_phone: 'phone',
  country: 'country',
  province: 'province',
  city: 'city',
  district: 'district',
  postcode: 'postcode',
  address: 'address',
  birthday: 'birthday',
  gender: 'gender',
  tags: 'tags',
  points: 'points',
  since: 'since',
  note: 'note',
  accepts_email: 'acceptsEmail',
  accepts_sms: 'acceptsSms',
  accepts_phone: 'acceptsPhone',
  accepted_at: 'acceptedAt',
  blacklist: 'blacklist',
} as const satisfies Readonly<Record<string, Field>>;

export type CustomerTableField = keyof typeof CUSTOMER_FIELDS;

/** Fields that say who somebody is; one of them is needed. */
export const CUSTOMER_REQUIRED: readonly CustomerTableField[] = ['account', 'email', 'phone', 'customer_name'];

const OWN = 'own:';

/** Field, or `own:NAME`, to header. */
export type CustomerMap = Readonly<Record<string, string>>;

export function isCustomerField(name: string): name is string {
  return Object.hasOwn(CUSTOMER_FIELDS, name) || ownName(name) !== undefined;
}

/** NAME of `own:NAME`. */
function ownName(field: string): string | undefined {
  const name = field.startsWith(OWN) ? field.slice(OWN.length).trim() : '';
  return name === '' ? undefined : name;
}

/** Of a table with plain names. */
export const PLAIN_CUSTOMERS = 'plain names of customers';

/** Under a map it is that of files which have every column the map names. */
export function customerLayout(map: CustomerMap, name: string): Layout {
  const told = Object.keys(map).length > 0;
  const columns: Partial<Record<Field, string[]>> = {};
  for (const [field, bound] of Object.entries(CUSTOMER_FIELDS)) {
    const header = told ? map[field] : field;
    if (header !== undefined) (columns[bound] ??= []).push(header);
  }
  const own = Object.entries(map).flatMap(([field, header]) => {
    const named = ownName(field);
    return named === undefined ? [] : [[named, header] as const];
  });
  return {
    platform: 'generic',
    name,
    evidence: 'source',
    requires: Object.values(map),
    requiresOne: CUSTOMER_REQUIRED.flatMap((field) => (told ? (map[field] ?? []) : field)),
    grain: 'customer',
    columns,
    own: Object.fromEntries(own),
    agree: [],
    chineseAddress: true,
  };
}
