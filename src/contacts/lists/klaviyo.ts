/** A list for Klaviyo, which knows people by e-mail or phone. */
import type { ConsentStatus } from '../gate.ts';
import type { ListFormat } from './list-format.ts';
import { only, phone, sheetOf, text } from './person-columns.ts';
import { firstName, lastName } from './person-facts.ts';

const CONSENT: Readonly<Record<ConsentStatus, string>> = {
  granted: 'Subscribed',
  refused: 'Unsubscribed',
  unknown: 'Never subscribed',
};

const COLUMNS = [
  text('Email', ({ email }) => email),
  phone('Phone Number', ({ phone }) => phone),
  text('First Name', firstName),
  text('Last Name', lastName),
  text('Email Marketing Consent', ({ consent }) => CONSENT[consent.email]),
  text('SMS Marketing Consent', ({ consent }) => CONSENT[consent.sms]),
  // Any other column becomes a property of that name.
  text('Tags', ({ tags }) => tags.join(', ') || null),
];

export const klaviyo: ListFormat = {
  name: 'klaviyo',
  evidence: 'seen',
  source: 'help.klaviyo.com, articles 360043841811 and 115005078967 on CSV files of lists',
  channels: ['email', 'sms'],
  extension: 'csv',
  make: (people) =>
    sheetOf(
      COLUMNS,
      only(people, ({ email, phone }) => email !== null || phone !== null),
    ),
};
