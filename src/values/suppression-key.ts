/** Addresses that must never be contacted, kept as keyed hashes: pseudonymous, so that they may outlast the person's data. */
import { createHmac } from 'node:crypto';
import { foldGmail } from './mailbox.ts';

/** `value` normalised: an e-mail as values/emails gives it, a phone in E.164. Whoever opted out of one spelling of a gmail address opted out of all. */
export function suppressionHash(key: string, kind: 'email' | 'phone', value: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update(`${kind} ${kind === 'email' ? foldGmail(value) : value}`)
    .digest('hex');
}

/** Enough for the owner to recognise, not enough to write to: a***@e***.com, +86138****5678. */
export function hintOf(kind: 'email' | 'phone', value: string): string {
  if (kind === 'phone') return `${value.slice(0, Math.max(3, value.length - 8))}****${value.slice(-4)}`;
  const [local = '', domain = ''] = value.split('@');
  return `${local.slice(0, 1)}***@${domain.slice(0, 1)}***${domain.slice(domain.lastIndexOf('.'))}`;
}
