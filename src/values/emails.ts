/** E-mail addresses: normalised for matching, with what keeps them from being one person's. */
import { domainToASCII } from 'node:url';
import { isCiphertext } from './ciphertext.ts';
import { isNowhere, relayOf } from './email-domains.ts';
import { isPlaceholderEmail } from './email-placeholders.ts';

export interface Email {
  readonly state: 'usable' | 'masked' | 'placeholder' | 'relay' | 'invalid';
  readonly value: string;
  readonly marketplace?: string;
  readonly nonAscii: boolean;
}

const LOCAL = /^[^\s@.,;:<>()[\]\\"]+(?:\.[^\s@.,;:<>()[\]\\"]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
/** The shape of nearly every address: in ASCII and lower case. */
const PLAIN = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@[a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z]{2,24}$/;

/** RFC 5321 allows 254 characters; a name in front of it makes it longer. */
const LONGEST = 320;

/** No gmail folding: dots and +tags stay, since elsewhere they tell people apart. */
export function readEmail(cleaned: string): Email {
  if (cleaned.length > LONGEST) return { state: 'invalid', value: cleaned.slice(0, LONGEST), nonAscii: false };
  if (PLAIN.test(cleaned) && !cleaned.includes('xn--')) {
    const at = cleaned.indexOf('@');
    if (at <= 64 && cleaned.length - at <= 63) return judged(cleaned.slice(0, at), cleaned.slice(at + 1), false);
  }
  return isCiphertext(cleaned) ? { state: 'masked', value: cleaned, nonAscii: false } : readAny(cleaned);
}

function readAny(cleaned: string): Email {
  const text = addressIn(cleaned);
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const nonAscii = /[^\u0000-\u007f]/.test(local);
  if (text.includes('*') || text.includes('•')) return { state: 'masked', value: text, nonAscii };
  const domain = at < 1 ? '' : domainToASCII(text.slice(at + 1));
  if (at < 1 || local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(domain))
    return { state: 'invalid', value: text, nonAscii };
  return judged(local, domain, nonAscii);
}

function judged(local: string, domain: string, nonAscii: boolean): Email {
  const value = `${local}@${domain}`;
  const marketplace = relayOf(domain);
  if (marketplace !== undefined) return { state: 'relay', value, marketplace, nonAscii };
  const nobody = isNowhere(domain) || isPlaceholderEmail(local, domain);
  return { state: nobody ? 'placeholder' : 'usable', value, nonAscii };
}

/** The address without its surroundings, in lower case; of several in one cell the first. */
function addressIn(cleaned: string): string {
  let text = cleaned
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .trim();
  text = /<([^<>]+)>[.,;\s]*$/.exec(text)?.[1] ?? text;
  text = text
    .replace(/^['"]+/, '')
    .replace(/^mailto:([^?]*).*$/i, '$1')
    .trim()
    .toLowerCase();
  return firstOf(text.replace(/[.,;'"\s]+$/, ''));
}

/** A comma inside an address is a slip of the pen: ann@example,com is not two. */
function firstOf(text: string): string {
  const parts = text.split(/[;,/、|]/).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => part.includes('@')) ? (parts[0] ?? text) : text;
}
