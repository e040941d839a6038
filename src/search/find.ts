/** Where a text occurs in what is known of customers: whom it finds, and in what it was found. */
import type { Moment } from '../store/moment.ts';
import type { Archive } from '../store/open.ts';
import { keepSearch, keptSearch, searchKept } from './kept-search.ts';
import { customersWith, type Place, placesOf, type Wanted } from './queries.ts';

const LONGEST_FOUND = 1000;
const CONTROL = /[\u0000-\u001f]/;

/** Customers in whose orders by the day, contact details, products or notes the text occurs, ascending. */
export function findCustomers(archive: Archive, text: string, moment: Moment): number[] {
  const wanted = wantedIn(text);
  if (!wanted) return [];
  // What parts the texts that are kept is not looked for in them.
  const kept = CONTROL.test(text) ? undefined : keptSearch(archive, moment);
  if (!kept) {
    keepSearch(archive);
    return customersWith(archive, wanted, moment);
  }
  const found = searchKept(archive, wanted);
  for (const customer of customersWith(archive, wanted, moment, kept)) found.add(customer);
  return [...Uint32Array.from(found).sort()];
}

/** By customer of those given, what the text was found in. */
export function placesFound(
  archive: Archive,
  text: string,
  moment: Moment,
  customers: readonly number[],
): Map<number, Set<Place>> {
  const places = new Map<number, Set<Place>>(customers.map((customer) => [customer, new Set()]));
  const wanted = wantedIn(text);
  if (!wanted) return places;
  for (const [place, found] of placesOf(archive, wanted, moment, customers))
    for (const customer of found) places.get(customer)?.add(place);
  return places;
}

/** Undefined for a text nothing is as long as, and for none at all. */
function wantedIn(text: string): Wanted | undefined {
  const wanted = text.normalize('NFC').trim();
  if (wanted === '' || wanted.length > LONGEST_FOUND) return undefined;
  const isDigits = /^[+\d][\d\s()-]{3,}$/.test(wanted);
  return { text: wanted, number: isDigits ? wanted.replaceAll(/[\s()-]/g, '') : wanted };
}
