/** A custom audience of Meta, brought to the form its own SDK hashes. Hashed here, so that no address leaves this machine. */
import { subdivision } from '../../values/subdivisions.ts';
import { genderLetter } from './gender.ts';
import { hashed } from './hashed.ts';
import type { ListFormat, ListPerson } from './list-format.ts';
import { only, sheetOf, text } from './person-columns.ts';
import { birthdayOf, firstName, lastName } from './person-facts.ts';

const plain = (value: string | null): string | undefined => value?.trim().toLowerCase();

/** Cities and states: letters alone. */
const place = (value: string | null | undefined): string | undefined =>
  plain(value ?? null)?.replace(/[0-9\s().-]/g, '');

/** Seven digits to sixteen with the country code, without the plus. */
export function metaPhone(e164: string): string | undefined {
  const digits = e164.replace(/\D/g, '').replace(/^0{1,2}/, '');
  return digits.length >= 7 && digits.length <= 16 ? digits : undefined;
}

/** What stands before the hyphen of a long American one. */
export function metaZip(postcode: string): string | undefined {
  const zip = postcode.toLowerCase().replace(/\s/g, '').split('-')[0] ?? '';
  return zip.length >= 2 ? zip : undefined;
}

/** By its two letters where they are known. */
function state({ country, province }: ListPerson): string | undefined {
  if (province === null) return undefined;
  const known = country === 'US' ? subdivision(country, province)?.code.slice(3) : undefined;
  return place(known ?? province);
}

function gender(person: ListPerson): string | undefined {
  const letter = genderLetter(person.gender);
  return letter === 'f' || letter === 'm' ? letter : undefined;
}

const COLUMNS = [
  text('email', ({ email }) => hashed(plain(email))),
  text('phone', ({ phone }) => hashed(phone && metaPhone(phone))),
  text('fn', (person) => hashed(plain(firstName(person)))),
  text('ln', (person) => hashed(plain(lastName(person)))),
  text('zip', ({ postcode }) => hashed(postcode && metaZip(postcode))),
  text('ct', ({ city }) => hashed(place(city))),
  text('st', (person) => hashed(state(person))),
  text('country', ({ country }) => (country !== null && /^[A-Z]{2}$/.test(country) ? hashed(plain(country)) : null)),
  text('doby', (person) => hashed(birthdayOf(person)?.year)),
  text('gen', (person) => hashed(gender(person))),
];

export const meta: ListFormat = {
  name: 'meta',
  evidence: 'seen',
  source: 'Meta Business Help: How to format a customer list; facebook-nodejs-business-sdk, serverside/utils.js',
  recalled: ['doby', 'gen'],
  channels: ['email', 'sms', 'phone'],
  extension: 'csv',
  make: (people) =>
    sheetOf(
      COLUMNS,
      only(people, ({ email, phone }) => email !== null || phone !== null),
    ),
};
