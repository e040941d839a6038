/** An import file of Brevo, under the names its attributes have in an English account. */
import type { ListFormat } from './list-format.ts';
import { phone, sheetOf, text } from './person-columns.ts';
import { firstName, lastName, mobileNumber } from './person-facts.ts';

const COLUMNS = [
  text('EMAIL', ({ email }) => email),
  text('FIRSTNAME', firstName),
  text('LASTNAME', lastName),
  phone('SMS', mobileNumber),
  // No WHATSAPP: nothing was said of it.
  phone('LANDLINE_NUMBER', ({ phone, phone_type: type }) => (type === 'mobile' ? null : phone)),
  text('EXT_ID', ({ customer_id: id }) => String(id)),
];

export const brevo: ListFormat = {
  name: 'brevo',
  evidence: 'seen',
  source: 'help.brevo.com, article 208729849 on import files',
  channels: ['email', 'sms', 'phone'],
  extension: 'csv',
  make: (people) => sheetOf(COLUMNS, people),
};
