/**
 * Content hashes of what a file said. Two exports that say the same of an order have the same hash,
 * whatever the order of its lines or the line ends inside its cells.
 */
import { hash } from 'node:crypto';
import type { NewcomerFacts } from '../../archive/new-records.ts';
import type { Contact } from './contact.ts';
import type { OrderLine } from './order-lines.ts';
import type { StoredFacts } from './prepared-order.ts';

/** No cell of a table holds it; a missing value is the same as a blank one. */
const APART = '\u0000';

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

/** Of nobody: what stands in the place of somebody who was forgotten. */
export const BLANK: RecordFacts = Array.from({ length: 14 }, () => null) as unknown as RecordFacts;

/** Neither who gets the parcel nor where it goes but for the country. */
export function withoutReceiver(facts: RecordFacts): RecordFacts {
  const [accountScope, account, name, email, phone, , , country] = facts;
  return [accountScope, account, name, email, phone, null, null, country, null, null, null, null, null, facts[13]];
}

/** `pin` keeps a record apart from others of the same details. */
export function fingerprint(facts: RecordFacts, pin: string | null = null): string {
  let text = facts[0] ?? '';
  for (let at = 1; at < facts.length; at++) text += APART + (facts[at] ?? '');
  return digest(pin === null ? text : text + APART + pin);
}

export const BLANK_PRINT = fingerprint(BLANK);

export function contentHash(order: StoredFacts, platform: string, record: string): string {
  const { lines, placed } = order;
  let text = record;
  const say = (value: string | number | boolean | null) => {
    text += APART + (value ?? '');
  };
  say(platform);
  say(order.platformId);
  say(placed.wall);
  say(placed.offset);
  say(order.currency);
  say(order.total);
  say(order.paid);
  say(order.refunded);
  say(order.discount);
  say(order.shipping);
  say(order.coupon);
  say(order.wordsText.replaceAll('\\r\\n', '\\n'));
  say(order.acceptsMarketing);
  say(order.units);
  if (order.part !== 'order') say(order.part);
  if (order.partsText !== null) say(order.partsText);
  if (lines.length > 1) for (const line of lines.map(lineText).sort()) text += line;
  else if (lines[0]) text += lineText(lines[0]);
  return digest(text);
}

const lineText = ({ sku, title, variant, quantity, unitPrice }: OrderLine): string =>
  `${APART}${sku ?? ''}${APART}${title}${APART}${variant ?? ''}${APART}${quantity}${APART}${unitPrice ?? ''}`;

function digest(text: string): string {
  return hash('sha256', text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text, 'base64url').slice(0, 22);
}
