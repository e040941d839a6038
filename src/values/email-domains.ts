/** Domains that say what an address is: a marketplace's relay, or nobody's. */

/** Amazon and eBay are at .com and in many countries (.de, .co.uk, .com.mx); anything longer is someone else's. */
const RELAYS: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)marketplace\.amazon\.(com|(com?\.)?[a-z]{2})$/, 'amazon'],
  [/(^|\.)members\.ebay\.(com|(com?\.)?[a-z]{2})$/, 'ebay'],
  [/(^|\.)(relay|messages)\.etsy\.com$/, 'etsy'],
  [/(^|\.)scs\.tiktokw?\.(us|com)$/, 'tiktok'],
  [/(^|\.)relay\.walmart\.com$/, 'walmart'],
  [/(^|\.)guest\.booking\.com$/, 'booking'],
];
const RELAY_HINT = /amazon|ebay|etsy|tiktok|walmart|booking/;

/** The marketplace whose relay the domain is. */
export function relayOf(domain: string): string | undefined {
  if (!RELAY_HINT.test(domain)) return undefined;
  return RELAYS.find(([pattern]) => pattern.test(domain))?.[1];
}

/** Names that no mail server outside one machine or network has (RFC 2606, RFC 6762 and custom). */
export function isNowhere(domain: string): boolean {
  return /(^|\.)(localdomain|localhost|local|invalid|internal|lan|home)$/.test(domain);
}
