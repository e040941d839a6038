/** E-mail addresses: normalised for matching, with what keeps them from being one person's. */
import { domainToASCII } from 'node:url';

export interface Email {
  readonly state: 'usable' | 'masked' | 'placeholder' | 'relay' | 'invalid';
  readonly value: string;
  readonly marketplace?: string;
  readonly nonAscii: boolean;
}

const PLACEHOLDER_LOCAL =
  /^(no|none|na|n\.a|noemail|no-email|no\.email|nomail|noreply|no-reply|donotreply|unknown|test|xxx+|aaa+|asdf|nobody|null)$/;
const PLACEHOLDERS =
  /^(no@email\.com|a@a\.com|a@b\.com|x@x\.com|email@email\.com|name@domain\.com|user@domain\.com|customer@customer\.com)$/;
/** Amazon and eBay are at .com and in many countries (.de, .co.uk, .com.mx); anything longer is someone else's. */
const RELAYS: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)marketplace\.amazon\.(com|(com?\.)?[a-z]{2})$/, 'amazon'],
  [/(^|\.)members\.ebay\.(com|(com?\.)?[a-z]{2})$/, 'ebay'],
  [/(^|\.)(relay|messages)\.etsy\.com$/, 'etsy'],
  [/(^|\.)scs\.tiktokw?\.(us|com)$/, 'tiktok'],
  [/(^|\.)relay\.walmart\.com$/, 'walmart'],
];
const LOCAL = /^[^\s@.,;:<>()[\]\\"]+(?:\.[^\s@.,;:<>()[\]\\"]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** No gmail folding: dots and +tags stay, since elsewhere they tell people apart. */
export function readEmail(cleaned: string): Email {
  let text = cleaned
    .slice(0, 320)
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .trim();
  text = /<([^<>]+)>[.,;\s]*$/.exec(text)?.[1] ?? text;
  text = text
    .replace(/^mailto:/i, '')
    .replace(/[.,;\s]+$/, '')
    .toLowerCase();
  const nonAscii = /[^\u0000-\u007f]/.test(text.slice(0, text.lastIndexOf('@')));
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const given = text.slice(at + 1);
  if (text.includes('*') || /•/.test(text)) return { state: 'masked', value: text, nonAscii };
  const domain = at < 1 ? '' : domainToASCII(given);
  const value = `${local}@${domain}`;
  if (at < 1 || local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(domain))
    return { state: 'invalid', value: text, nonAscii };
  const relay = RELAYS.find(([pattern]) => pattern.test(domain));
  if (relay) return { state: 'relay', value, marketplace: relay[1], nonAscii };
  if (
    PLACEHOLDERS.test(value) ||
    (PLACEHOLDER_LOCAL.test(local) && !/^test$/.test(local)) ||
    /^(test@test|none@none|no@no|noemail@)/.test(value)
  ) {
    return { state: 'placeholder', value, nonAscii };
  }
  return { state: 'usable', value, nonAscii };
}
