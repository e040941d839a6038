/** What a file is, by its first bytes and its length, without opening it as a database. */
import { closeSync, constants, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { APPLICATION_ID } from './schema.ts';

/** `foreign` is another program's database, `other` none that is known. An encrypted one does not say whose it is. */
export type Kind = 'ours' | 'encrypted' | 'foreign' | 'empty' | 'other';

export function kindOf(path: string): Kind {
  const header = headerOf(path);
  if (header.length === 0) return 'empty';
  if (header.length < 100) return 'other';
  if (isEncrypted(header)) return 'encrypted';
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'other';
  return header.readUInt32BE(68) === APPLICATION_ID ? 'ours' : 'foreign';
}

/** As `kindOf`; undefined where the file is not there, or may not be read. */
export function kindIfReadable(path: string): Kind | undefined {
  try {
    return kindOf(path);
  } catch {
    return undefined;
  }
}

/** Something beside a file, that a finished copy never has, that holds a part of it, or of another database. */
export function unfinishedBy(path: string): string | undefined {
  // SQLite looks beside the file itself, not beside a link to it.
  const real = realpathSync(path);
  return [`${real}-wal`, `${real}-journal`].find(
    (companion) => (statSync(companion, { throwIfNoEntry: false })?.size ?? 0) > 0,
  );
}

/** Whether a copy can be one at all: reading all of it is the drill's part. Of an encrypted one only its key tells more. */
export function looksWhole(path: string): boolean {
  const kind = kindIfReadable(path);
  if ((kind !== 'ours' && kind !== 'encrypted') || unfinishedBy(path) !== undefined) return false;
  const header = headerOf(path);
  const { size } = statSync(path);
  return kind === 'ours'
    ? size === pageSize(header) * header.readUInt32BE(28)
    : size > 0 && size % pageSize(header) === 0;
}

/** Of the header only page size, versions and what is reserved in each page (32 bytes) stay legible, after a salt. */
function isEncrypted(header: Buffer): boolean {
  if (header.toString('latin1', 0, 16) === 'SQLite format 3\0') return false;
  const size = pageSize(header);
  const versions = [header[18], header[19]].every((version) => version === 1 || version === 2);
  return size >= 512 && (size & (size - 1)) === 0 && versions && header.readUInt32BE(20) === 0x20_40_20_20;
}

/** 1 stands for the one size that does not fit. */
function pageSize(header: Buffer): number {
  return header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
}

function headerOf(path: string): Buffer {
  const header = Buffer.alloc(100);
  // A pipe would be waited for, and no signal be heard meanwhile.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return header.subarray(0, readSync(file, header, 0, 100, 0));
  } finally {
    closeSync(file);
  }
}
