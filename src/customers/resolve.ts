/** From what a person types to the customer they mean. */
import type { Archive } from '../store/open.ts';
import { readEmail } from '../values/emails.ts';
import { readPhone } from '../values/phones.ts';
import { cleanCell } from '../values/text.ts';
import {
  customersByIdentifier,
  customersByName,
  customersByOrder,
  customersByRecord,
  shopCountries,
  spellingsOf,
} from './queries.ts';

/**
 * Customer number (or an alias of it), account, e-mail, phone, another spelling of a Gmail address, order number or
 * exact name, tried in that order; several customers of one name are all given. Undefined where nobody answers to it.
 */
export function resolveCustomer(
  archive: Archive,
  who: string,
): number | { readonly ambiguous: readonly number[] } | undefined {
  const text = cleanCell(who);
  for (const find of [byNumber, byIdentifier, byMailbox, customersByOrder, customersByName, byReceiver]) {
    const found = [...new Set(find(archive, text))];
    if (found.length === 1) return found[0];
    if (found.length > 1) return { ambiguous: found.toSorted((a, b) => a - b) };
  }
  return undefined;
}

/** The e-mail or phone that a text is, read in the country of any of the shops; undefined for anything else. */
export function addressIn(
  archive: Archive,
  text: string,
): { readonly kind: 'email' | 'phone'; readonly value: string } | undefined {
  const email = readEmail(cleanCell(text));
  if (email.state !== 'invalid' && email.state !== 'masked') return { kind: 'email', value: email.value };
  const phone = phonesIn(archive, cleanCell(text))[0];
  return phone === undefined ? undefined : { kind: 'phone', value: phone };
}

/** The numbers in E.164 that a text may be, read in the country of any of the shops. */
export function phonesIn(archive: Archive, text: string): string[] {
  return [undefined, ...shopCountries(archive)]
    .map((country) => readPhone(text, country))
    .flatMap((phone) => (phone.state === 'usable' ? [phone.value] : []));
}

type Finder = (archive: Archive, text: string) => number[];

const byNumber: Finder = (archive, text) =>
  /^#?\d{1,12}$/.test(text) ? customersByRecord(archive, Number(text.replace('#', ''))) : [];

/** A contact list holds the number a parcel went to where the buyer gave none of their own. */
const byReceiver: Finder = (archive, text) => customersByIdentifier(archive, phonesIn(archive, text), 'receiver');

const byIdentifier: Finder = (archive, text) => customersByIdentifier(archive, identifierValues(archive, text));

const byMailbox: Finder = (archive, text) => {
  const { state, value } = readEmail(text);
  return state === 'usable' ? customersAtMailbox(archive, value) : [];
};

const customersAtMailbox = (archive: Archive, email: string): number[] =>
  customersByIdentifier(archive, spellingsOf(archive)([email]));

/**
 * Who is reached at an address, and by no other name: whoever buys by it as it is written, else by another spelling of the
 * mailbox, else who gets parcels under it. `every` is for what is said of the mailbox, however it is spelt.
 */
export function customersAt(
  archive: Archive,
  { kind, value }: { readonly kind: 'email' | 'phone'; readonly value: string },
  every: boolean,
): readonly number[] {
  const exact = kind === 'email' && every ? [] : customersByIdentifier(archive, [value]);
  if (exact.length > 0) return exact;
  return kind === 'email' ? customersAtMailbox(archive, value) : customersByIdentifier(archive, [value], 'receiver');
}

/** What a text may stand for among the identifiers: an account as it is, an e-mail or phone as these are kept. */
export function identifierValues(archive: Archive, who: string): string[] {
  const text = cleanCell(who);
  const email = readEmail(text);
  return [text, ...(email.state === 'invalid' ? [] : [email.value]), ...phonesIn(archive, text)];
}
