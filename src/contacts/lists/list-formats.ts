/** Every form of contact list there is, by name. */
import { brevo } from './brevo.ts';
import { googleAds } from './google-ads.ts';
import { googleContacts } from './google-contacts.ts';
import { klaviyo } from './klaviyo.ts';
import type { ListFormat } from './list-format.ts';
import { listmonk } from './listmonk.ts';
import { mailchimp } from './mailchimp.ts';
import { mautic } from './mautic.ts';
import { meta } from './meta.ts';
import { shopify } from './shopify.ts';
import { sms } from './sms.ts';
import { vcard3 } from './vcard3.ts';
import { vcard4 } from './vcard4.ts';

export const listFormats: readonly ListFormat[] = [
  brevo,
  googleAds,
  googleContacts,
  klaviyo,
  listmonk,
  mailchimp,
  mautic,
  meta,
  shopify,
  sms,
  vcard3,
  vcard4,
];

/** Undefined where none is called so. */
export const listFormatNamed = (name: string): ListFormat | undefined =>
  listFormats.find((format) => format.name === name);
