/** Errors that say of a file that it is no sound database, or that its key is another. */
import { CopyFailed } from './backup.ts';
import { sqliteCode } from './open.ts';

export function isDamage(error: unknown): boolean {
  return error instanceof CopyFailed || /^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCode(error) ?? '');
}
