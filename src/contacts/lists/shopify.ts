/** The customers CSV of Shopify, as it exports and imports it. */
import { subdivision } from '../../values/subdivisions.ts';
import type { ConsentStatus } from '../gate.ts';
import type { ListFormat, ListPerson } from './list-format.ts';
import { blank, integer, number, phone, sheetOf, text } from './person-columns.ts';
import { amountSpent, firstName, lastName, streetLine } from './person-facts.ts';

/** Nobody is handed over as willing who did not say so. */
const yesNo = (status: ConsentStatus): string => (status === 'granted' ? 'yes' : 'no');

function provinceCode({ country, province }: ListPerson): string | null {
  if (country === null || province === null) return null;
  const known = subdivision(country, province)?.code.slice(country.length + 1);
  return known ?? (/^[A-Z0-9]{1,3}$/.test(province) ? province : null);
}

const COLUMNS = [
  // Shopify's own number, which only its own customers have.
  blank('Customer ID'),
  text('First Name', firstName),
  text('Last Name', lastName),
  text('Email', ({ email }) => email),
  text('Accepts Email Marketing', ({ consent }) => yesNo(consent.email)),
  blank('Default Address Company'),
  text('Default Address Address1', streetLine),
  blank('Default Address Address2'),
  text('Default Address City', ({ city }) => city),
  text('Default Address Province Code', provinceCode),
  text('Default Address Country Code', ({ country }) => country),
  text('Default Address Zip', ({ postcode }) => postcode),
  phone('Default Address Phone', ({ phone }) => phone),
  phone('Phone', ({ phone }) => phone),
  text('Accepts SMS Marketing', ({ consent }) => yesNo(consent.sms)),
  number('Total Spent', amountSpent),
  integer('Total Orders', (person) => person.number_of_orders),
  blank('Note'),
  text('Tax Exempt', () => 'no'),
  text('Tags', ({ tags }) => tags.join(', ') || null),
];

export const shopify: ListFormat = {
  name: 'shopify',
  evidence: 'seen',
  source: 'customer exports of Shopify stores of 2026',
  channels: ['email', 'sms', 'phone'],
  extension: 'csv',
  make: (people) => sheetOf(COLUMNS, people),
};
