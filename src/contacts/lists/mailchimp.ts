/** An import file of Mailchimp, which knows people by e-mail. */
import type { ListFormat, ListPerson } from './list-format.ts';
import { only, phone, sheetOf, text } from './person-columns.ts';
import { birthdayOf, countryName, firstName, lastName, streetLine } from './person-facts.ts';

/** One cell, its parts two blanks apart; a street with the rest missing is no address. */
function address(person: ListPerson): string | null {
  const street = streetLine(person);
  if (street === null || person.city === null) return null;
  const parts = [street, person.city, person.province, person.postcode, countryName(person, 'en')];
  return parts.flatMap((part) => part?.replace(/\s+/g, ' ') || []).join('  ');
}

function monthAndDay(person: ListPerson): string | null {
  const born = birthdayOf(person);
  return born ? `${born.month}/${born.day}` : null;
}

const COLUMNS = [
  text('Email Address', ({ email }) => email),
  text('First Name', firstName),
  text('Last Name', lastName),
  text('Address', address),
  phone('Phone Number', ({ phone }) => phone),
  text('Birthday', monthAndDay),
  text('Tags', ({ tags }) => tags.join(',') || null),
];

export const mailchimp: ListFormat = {
  name: 'mailchimp',
  evidence: 'seen',
  source: 'mailchimp.com: Format guidelines for your import file',
  recalled: ['First Name', 'Last Name', 'Address', 'Phone Number', 'Birthday', 'Tags'],
  channels: ['email'],
  extension: 'csv',
  make: (people) =>
    sheetOf(
      COLUMNS,
      only(people, ({ email }) => email !== null),
    ),
};
