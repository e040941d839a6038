/** Takes those whom another archive forgot out of one that is about to take its place. */
import type Database from 'better-sqlite3';
import { erasedPeople } from '../archive/erasures.ts';
import { compact } from '../store/compact.ts';
import { type Archive, sqliteCode } from '../store/open.ts';
import { isSuppressionKey, readSetting } from '../store/settings.ts';
import { erase } from './erase.ts';
import { forgottenIn } from './subject.ts';

/** `after` has the erasures of `before` already, where their keys are the same. Gives how many customers it still held. `at` is UTC seconds. */
export function eraseAgain(before: Database.Database, after: Archive, at: number): number {
  const people = peopleOf(before);
  if (!people) return 0;
  const customers = after.write(() => {
    const subject = forgottenIn(after, people);
    return subject && erase(after, subject, { erasure: undefined, at }).figures.customers;
  });
  if (customers === undefined) return 0;
  const problem = compact(after.db, after.encrypted);
  if (problem !== undefined)
    throw Object.assign(new Error(`${after.path} cannot be written anew`), { code: 'ENOSPC', path: after.path });
  return customers;
}

/** Undefined where it is damaged, or has lost its key: for that a copy is put back. */
function peopleOf(before: Database.Database) {
  try {
    const key = readSetting({ db: before }, 'suppression_key');
    if (key === undefined || !isSuppressionKey(key)) return undefined;
    return erasedPeople({ db: before });
  } catch (error) {
    // A table may be missing.
    if (sqliteCode(error) !== 'SQLITE_ERROR') throw error;
    return undefined;
  }
}
