/** Customer Match of Google Ads. Hashed here, so that no address leaves this machine. */
import { hashed } from './hashed.ts';
import type { ListFormat } from './list-format.ts';
import { only, sheetOf, text } from './person-columns.ts';
import { firstName, lastName } from './person-facts.ts';

const plain = (value: string | null): string | undefined => value?.trim().toLowerCase();

/** Where dots and +tags make no difference, Google compares without. */
export function googleEmail(email: string): string {
  const [local = '', domain = ''] = email.trim().toLowerCase().split('@');
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`;
  return `${(local.split('+')[0] ?? '').replaceAll('.', '')}@${domain}`;
}

const COLUMNS = [
  text('Email', ({ email }) => hashed(email && googleEmail(email))),
  text('Phone', ({ phone }) => hashed(phone)),
  text('First Name', (person) => hashed(plain(firstName(person)))),
  text('Last Name', (person) => hashed(plain(lastName(person)))),
  // These two are compared as they are.
  text('Country', ({ country }) => country),
  text('Zip', ({ postcode }) => postcode),
];

export const googleAds: ListFormat = {
  name: 'google-ads',
  evidence: 'seen',
  source: 'support.google.com/google-ads, answer 7659867 on customer data files',
  channels: ['email', 'sms', 'phone'],
  extension: 'csv',
  make: (people) =>
    sheetOf(
      COLUMNS,
      only(people, ({ email, phone }) => email !== null || phone !== null),
    ),
};
