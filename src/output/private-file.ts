/**
 * A file only its owner can read, whole under its name or not there at all: written beside it and
 * renamed. Never through a link, never over another file unless told.
 */
import { closeSync, constants, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

export class FileExists extends Error {}

/** Throws FileExists where a file of that name must stay; a link is never written through. */
export function assertWritable(path: string, options: { readonly replace: boolean }): void {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there && (!options.replace || there.isSymbolicLink())) throw new FileExists(path);
}

/** Throws FileExists, or the file system's own error; the file that was there before stays as it was. */
export function writePrivateFile(
  path: string,
  text: string | Uint8Array,
  options: { readonly replace: boolean },
): void {
  assertWritable(path, options);
  const beside = `${path}.${process.pid}.partial`;
  const file = openSync(beside, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  try {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
    closeSync(file);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
