/**
 * Going through much of an archive that is only read, page after page: straight from where the system keeps the
 * file, which saves copying each page. A file that SQLite itself cuts short while it is read is cut behind what
 * any reader may still ask for; one that something else cuts short would end the process, so that nothing else
 * is read this way.
 */
import type { Archive } from './open.ts';

const AT_MOST = 2 ** 31;

export async function mappedRead<T>({ db }: Pick<Archive, 'db'>, read: () => T | Promise<T>): Promise<T> {
  if (!db.readonly) return read();
  db.pragma(`mmap_size = ${AT_MOST}`);
  try {
    return await read();
  } finally {
    db.pragma('mmap_size = 0');
  }
}
