/** The tests of the store run twice: with plain archives, and with encrypted ones where a key is set for the run. */
import Database from 'better-sqlite3';
import Ciphers from 'better-sqlite3-multiple-ciphers';
import { kindIfReadable } from '../../src/store/header.ts';

const text = process.env['REGULARS_TEST_KEY'];

/** Of every archive a test makes; undefined where they are plain. */
export const KEY = text ? Buffer.from(text) : undefined;

/** What gives the program the key. */
export const KEY_ENV: Readonly<Record<string, string>> = text ? { REGULARS_KEY: text } : {};

/** Goes round the program to what is in a file, with the run's key where it needs one. */
export function database(path: string, options?: Database.Options): Database.Database {
  if (kindIfReadable(path) !== 'encrypted') return new Database(path, options);
  const db = new Ciphers(path, options);
  db.key(KEY ?? Buffer.alloc(0));
  return db;
}
