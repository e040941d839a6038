/** What a line to paste must say besides, so that it goes to the archive this command went to. */
import type { Context } from '../context.ts';
import { kindIfReadable } from '../store/header.ts';

export function archiveFlag({ archivePath, keys }: Context, keyFile = keys.file): string[] {
  return [...(archivePath.origin === 'flag' ? ['--db', archivePath.path] : []), ...keyFlag(keyFile)];
}

export function keyFlag(keyFile: string | undefined): string[] {
  return keyFile === undefined ? [] : ['--key-file', keyFile];
}

/** For another file than the archive, which may need no key although one is given. */
export function keyFlagOf(path: string, { keys }: Context): string[] {
  return kindIfReadable(path) === 'encrypted' ? keyFlag(keys.file) : [];
}
