/** Errors of writing that say which file could not be written: neither SQLite nor an open file's own do. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_FULL/, 'ENOSPC'],
  [/^SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE)/, 'EIO'],
];

export function writingTo<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    const reason = REASONS.find(([of]) => of.test(code))?.[1];
    if (reason !== undefined) throw Object.assign(new Error(error.message, { cause: error }), { code: reason, path });
    throw code.startsWith('E') && !('path' in error) ? Object.assign(error, { path }) : error;
  }
}
