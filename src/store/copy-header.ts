/** Whether a copy can be one at all, by its first bytes and its length: reading all of it is the drill's part. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { APPLICATION_ID } from './schema.ts';

export function looksWhole(path: string): boolean {
  const header = headerOf(path);
  if (header?.toString('latin1', 0, 16) !== 'SQLite format 3\0' || header.readUInt32BE(68) !== APPLICATION_ID)
    return false;
  // 1 stands for the one size that does not fit.
  const page = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  return statSync(path).size === page * header.readUInt32BE(28);
}

/** Undefined where it is shorter, or may not be read. */
function headerOf(path: string): Buffer | undefined {
  try {
    const header = Buffer.alloc(100);
    const file = openSync(path, 'r');
    const read = readSync(file, header, 0, 100, 0);
    closeSync(file);
    return read === 100 ? header : undefined;
  } catch {
    return undefined;
  }
}
