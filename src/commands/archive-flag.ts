/** What a line to paste must say besides, so that it goes to the archive this command went to. */
import type { Context } from '../context.ts';

export function archiveFlag({ archivePath, keys }: Context, keyFile = keys.file): string[] {
  return [...(archivePath.origin === 'flag' ? ['--db', archivePath.path] : []), ...keyFlag(keyFile)];
}

export function keyFlag(keyFile: string | undefined): string[] {
  return keyFile === undefined ? [] : ['--key-file', keyFile];
}
