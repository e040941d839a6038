/** Google Contacts, and with it most Android phones: the header row its own export has. */
import type { ListFormat, ListPerson } from './list-format.ts';
import { blank, day, phone, sheetOf, text } from './person-columns.ts';
import { birthdayIso, countryName, firstName, lastName, streetLine } from './person-facts.ts';

const SEVERAL = ' ::: ';

const PHONE_LABELS = { mobile: 'Mobile', landline: 'Home', unknown: 'Other' } as const;

const hasAddress = (person: ListPerson) =>
  [person.address, person.city, person.province, person.postcode].some((part) => part !== null);

const COLUMNS = [
  text('First Name', firstName),
  blank('Middle Name'),
  text('Last Name', lastName),
  blank('Phonetic First Name'),
  blank('Phonetic Middle Name'),
  blank('Phonetic Last Name'),
  blank('Name Prefix'),
  blank('Name Suffix'),
  blank('Nickname'),
  blank('File As'),
  blank('Organization Name'),
  blank('Organization Title'),
  blank('Organization Department'),
  day('Birthday', birthdayIso),
  blank('Notes'),
  blank('Photo'),
  text('Labels', ({ tags }) => ['* myContacts', ...tags].join(SEVERAL)),
  text('E-mail 1 - Label', ({ email }) => email && 'Other'),
  text('E-mail 1 - Value', ({ email }) => email),
  text('Phone 1 - Label', ({ phone, phone_type: type }) => phone && PHONE_LABELS[type ?? 'unknown']),
  phone('Phone 1 - Value', ({ phone }) => phone),
  text('Address 1 - Label', (person) => (hasAddress(person) ? 'Home' : null)),
  blank('Address 1 - Formatted'),
  text('Address 1 - Street', streetLine),
  text('Address 1 - City', ({ city }) => city),
  blank('Address 1 - PO Box'),
  text('Address 1 - Region', ({ province }) => province),
  text('Address 1 - Postal Code', ({ postcode }) => postcode),
  text('Address 1 - Country', (person) => (hasAddress(person) ? countryName(person) : null)),
  blank('Address 1 - Extended Address'),
  blank('Website 1 - Label'),
  blank('Website 1 - Value'),
  blank('Event 1 - Label'),
  blank('Event 1 - Value'),
  text('Custom Field 1 - Label', () => 'regulars'),
  text('Custom Field 1 - Value', ({ customer_id: id }) => String(id)),
];

export const googleContacts: ListFormat = {
  name: 'google-contacts',
  evidence: 'seen',
  source: 'exports of Google Contacts since 2024',
  recalled: COLUMNS.map(({ name }) => name).filter((name) => /^(Address|Website) 1/.test(name)),
  channels: ['phone', 'sms', 'email'],
  extension: 'csv',
  make: (people) => sheetOf(COLUMNS, people),
};
