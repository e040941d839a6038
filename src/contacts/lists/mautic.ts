/** Contacts of Mautic: the headers are the aliases of its fields. */
import type { ListFormat } from './list-format.ts';
import { only, phone, sheetOf, text } from './person-columns.ts';
import { countryName, firstName, lastName, mobileNumber, streetLine } from './person-facts.ts';

const COLUMNS = [
  text('email', ({ email }) => email),
  text('firstname', firstName),
  text('lastname', lastName),
  phone('mobile', mobileNumber),
  phone('phone', ({ phone, phone_type: type }) => (type === 'mobile' ? null : phone)),
  text('address1', streetLine),
  text('city', ({ city }) => city),
  text('zipcode', ({ postcode }) => postcode),
  // By its English name, and no state: Mautic takes those of its own lists alone.
  text('country', (person) => countryName(person, 'en')),
  text('tags', ({ tags }) => tags.map((tag) => tag.replaceAll('|', ' ')).join('|') || null),
  text('doNotEmail', ({ consent }) => (consent.email === 'refused' ? 'true' : 'false')),
];

export const mautic: ListFormat = {
  name: 'mautic',
  evidence: 'seen',
  source: 'Mautic user documentation on importing contacts; its ImportContactSubscriber',
  recalled: ['mobile', 'phone', 'address1', 'city', 'zipcode', 'country'],
  channels: ['email', 'sms', 'phone'],
  extension: 'csv',
  make: (people) =>
    sheetOf(
      COLUMNS,
      only(people, ({ email, phone }) => email !== null || phone !== null),
    ),
};
