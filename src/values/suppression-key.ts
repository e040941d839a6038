/** Addresses that must never be contacted, kept as keyed hashes: pseudonymous, so that they may outlast the person's data. */
import { createHmac } from 'node:crypto';
import { placeOf } from './mailbox.ts';

/** `value` normalised: an e-mail as values/emails gives it, a phone in E.164, a domain as values/mail-domain does. Whoever opted out of one spelling of a gmail address opted out of all. */
export function suppressionHash(key: string, kind: 'email' | 'phone' | 'domain', value: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update(`${kind} ${placeOf(kind, value)}`)
    .digest('hex');
}
