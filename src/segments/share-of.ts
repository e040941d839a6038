const BYTES = new TextEncoder();

/** FNV-1a of the seed, mixed with the customer's number by the finaliser of MurmurHash3: a share from 0 to below 1. */
export function shareOf(customer: number, seed: string): number {
  let hash = 0x811c9dc5;
  for (const byte of BYTES.encode(seed)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ customer, 0x01000193) ^ Math.floor(customer / 2 ** 32);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
