/** What is kept of a list that was handed over instead of what it says. Keyed: who knows a short list by its hash could try all phones there are. */
import { createHash, createHmac } from 'node:crypto';

/** Of the whole file. */
export const fileHash = (key: string, bytes: Uint8Array): string =>
  createHmac('sha256', key).update(bytes).digest('hex');

/** Of what it says of one of its people. */
export const contentHash = (key: string, says: unknown): string =>
  createHash('sha256').update(key).update(JSON.stringify(says)).digest('base64url').slice(0, 16);
