/** Whether a key opens an encrypted file, as far as its first page tells. */
import { type Key, opener } from './database.ts';
import type { Driver } from './driver.ts';
import { sqliteCode } from './open.ts';

export type Tried = 'opens' | 'damaged' | 'other_key';

export function tryKey(driver: Driver, path: string, key: Key): Tried {
  const db = opener(driver, key)(path, { readonly: true });
  try {
    db.pragma('schema_version');
    return 'opens';
  } catch (error) {
    const code = sqliteCode(error);
    if (code === 'SQLITE_NOTADB') return 'other_key';
    if (code?.startsWith('SQLITE_CORRUPT')) return 'damaged';
    throw error;
  } finally {
    db.close();
  }
}
