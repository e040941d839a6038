/** The one way to a database: a plain file, or with a key an encrypted one. */
import type Database from 'better-sqlite3';
import { type Driver, type DriverProblem, loadDriver } from './driver.ts';

/** What a file is encrypted with, as it was given: a passphrase, or random bytes. */
export type Key = Buffer;

export interface DatabaseOptions {
  readonly readonly?: boolean;
  /** Milliseconds to wait for others. */
  readonly timeout?: number;
}

/** Never makes a file. */
export type OpenDatabase = (path: string, options?: DatabaseOptions) => Database.Database;

/** Opens files that are encrypted with the key, or without one those that are not. */
export async function databaseOpener(key: Key | undefined): Promise<OpenDatabase | DriverProblem> {
  const driver = await loadDriver(key ? 'better-sqlite3-multiple-ciphers' : 'better-sqlite3');
  return 'problem' in driver ? driver : opener(driver, key);
}

export function opener(driver: Driver, key: Key | undefined): OpenDatabase {
  return (path, options) => {
    const db = new driver(path, { ...options, fileMustExist: true });
    if (key) unlock(db, key);
    return db;
  };
}

/** Before anything else is done with a connection. */
export function unlock(db: Database.Database, key: Key): void {
  try {
    chooseCipher(db);
    (db as Database.Database & { key(key: Key): void }).key(key);
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * ChaCha20-Poly1305 is the library's own choice: each page is authenticated, so that damage is noticed
 * wherever it is read; the page size stays legible, so that a file says of itself that it is encrypted and
 * opens with nothing but its key, which is strengthened by 64,007 rounds of PBKDF2 in a fortieth of a
 * second (its SQLCipher takes five times as long).
 */
export function chooseCipher(db: Database.Database): void {
  // Files for sorting would not be encrypted.
  db.pragma('temp_store = MEMORY');
  db.pragma("cipher = 'chacha20'");
}
