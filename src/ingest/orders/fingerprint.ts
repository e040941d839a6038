/**
 * Content hashes of what a file said. Two exports that say the same of an order have the same hash,
 * whatever the order of its lines or the line ends inside its cells.
 */
import { hash } from 'node:crypto';
import { STATUS_ROLES } from '../../archive/order-state.ts';
import type { NewcomerFacts } from '../../archive/new-records.ts';
import type { Contact, OrderFacts } from './order-facts.ts';

type Fact = string | null;
/** The contact facts that make a record, in the order of the records table. */
export type RecordFacts = readonly [
  accountScope: Fact,
  account: Fact,
  name: Fact,
  email: Fact,
  phone: Fact,
  receiverName: Fact,
  receiverPhone: Fact,
  country: Fact,
  province: Fact,
  city: Fact,
  district: Fact,
  postcode: Fact,
  address: Fact,
  phoneCountry: Fact,
];

export function recordFacts(contact: Contact, accountScope: string, shopCountry: string | null): RecordFacts {
  const phoneCountry = contact.country !== null && /^[A-Z]{2}$/.test(contact.country) ? contact.country : shopCountry;
  return [
    contact.account === null ? null : accountScope,
    contact.account,
    contact.name,
    contact.email,
    contact.phone,
    contact.receiverName,
    contact.receiverPhone,
    contact.country ?? shopCountry,
    contact.province,
    contact.city,
    contact.district,
    contact.postcode,
    contact.address,
    phoneCountry,
  ];
}

/** What the customers' side asks of a new record. */
export function contactFacts(print: string, facts: RecordFacts): NewcomerFacts {
  const [accountScope, account, name, email, phone, receiverName, receiverPhone, country, province, city, district] =
    facts;
  const phoneCountry = facts[13];
  return {
    fingerprint: print,
    accountScope,
    account,
    name,
    email,
    phone,
    receiverName,
    receiverPhone,
    phoneCountry,
    country,
    province,
    city,
    district,
  };
}

export function fingerprint(facts: RecordFacts): string {
  return digest(facts);
}

export function contentHash(order: Omit<OrderFacts, 'contact'>, platform: string, record: string): string {
  const { words } = order;
  const lines = order.lines.map(({ sku, title, variant, quantity, unitPrice }) =>
    [sku, title, variant, quantity, unitPrice].join(APART),
  );
  if (lines.length > 1) lines.sort();
  return digest([
    record,
    platform,
    order.platformId,
    order.placed.wall,
    order.placed.offset,
    order.currency,
    order.total,
    order.paid,
    order.refunded,
    order.discount,
    order.shipping,
    order.coupon,
    ...STATUS_ROLES.map((role) => words[role]),
    order.acceptsMarketing,
    order.units,
    ...lines,
  ]);
}

/** No cell of a table holds it; a missing value is the same as a blank one. */
const APART = '\u0000';

function digest(values: readonly (string | number | boolean | null | undefined)[]): string {
  const text = values.join(APART);
  return hash('sha256', text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text, 'base64url').slice(0, 22);
}
