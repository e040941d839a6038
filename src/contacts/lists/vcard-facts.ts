/** What a card of either version says in the same form. */
import { nameParts } from '../../values/name-parts.ts';
import type { ListPerson } from './list-format.ts';
import { countryName, streetLine } from './person-facts.ts';
import { escape } from '../../values/content-lines.ts';
import { compound } from './vcard-lines.ts';

/** The same in every list, so that taking one in again changes the card that is there. */
export const uid = ({ customer_id: id }: ListPerson): string => `regulars-customer-${id}`;

/** A card must be called something. */
export const formattedName = (person: ListPerson): string =>
  escape(person.name ?? person.email ?? person.phone ?? `#${person.customer_id}`);

/** Family; given; additional; prefixes; suffixes. */
export function structuredName({ name }: ListPerson): string {
  const { title, first, last } = nameParts(name ?? '');
  // Phones put a name together from its parts: 王女士, not 女士王.
  const behind = /\p{Script=Han}/u.test(title);
  return compound([last, first, null, behind ? null : title, behind ? title : null]);
}

/** Box; extended; street; town; region; postcode; country. */
export function structuredAddress(person: ListPerson): string | null {
  const street = streetLine(person);
  const parts = [street, person.city, person.province, person.postcode];
  return parts.every((part) => part === null) ? null : compound([null, null, ...parts, countryName(person)]);
}

export const categories = ({ tags }: ListPerson): string => tags.map(escape).join(',');
