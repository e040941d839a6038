/** What a line to paste must say besides, so that it goes to the archive this command went to. */
import type { Context } from '../context.ts';

export function archiveFlag({ archivePath }: Context): string[] {
  return archivePath.origin === 'flag' ? ['--db', archivePath.path] : [];
}
