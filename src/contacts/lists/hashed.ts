/** SHA-256 in lower-case hexadecimal, as advertising networks compare people by. */
import { createHash } from 'node:crypto';

/** Of a value brought to the network's own form; null for nothing. */
export const hashed = (value: string | null | undefined): string | null =>
  value ? createHash('sha256').update(value).digest('hex') : null;
