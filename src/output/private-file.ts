/**
 * A file only its owner can read, whole under its name or not there at all: written beside it and
 * renamed. Never through a link, never over another file unless told.
 */
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** What has the name already. */
export type InTheWay = 'file' | 'folder' | 'link' | 'device' | 'archive';

export class FileExists extends Error {
  readonly what: InTheWay;

  constructor(path: string, what: InTheWay) {
    super(path);
    this.what = what;
  }
}

/** What stands beside an archive under its name and is part of it, or a copy. */
const BESIDE = /^(-(wal|shm|journal|writer)|\.lock|\..*\.backup)$/;

export interface WriteOptions {
  readonly replace: boolean;
  /** A file that is never replaced, whatever is asked for: the archive. */
  readonly spare?: string;
}

/** Throws FileExists where what has that name must stay: a link is never written through, a device never replaced. */
export function assertWritable(path: string, { replace, spare }: WriteOptions): void {
  if (spare !== undefined && path.startsWith(spare) && BESIDE.test(path.slice(spare.length)))
    throw new FileExists(path, 'archive');
  const there = lstatSync(path, { throwIfNoEntry: false });
  const spared = spare === undefined ? undefined : statSync(spare, { throwIfNoEntry: false });
  const same = there !== undefined && spared !== undefined && there.ino === spared.ino && there.dev === spared.dev;
  if (same) throw new FileExists(path, 'archive');
  if (there && (!replace || !there.isFile())) throw new FileExists(path, kindOf(there));
  // Says so now, under the name that was asked for.
  if (!there) accessSync(dirname(path), constants.W_OK);
}

function kindOf(there: Stats): InTheWay {
  if (there.isFile()) return 'file';
  if (there.isDirectory()) return 'folder';
  return there.isSymbolicLink() ? 'link' : 'device';
}

/** Throws FileExists, or the file system's own error; the file that was there before stays as it was. */
export function writePrivateFile(path: string, text: string | Uint8Array, options: WriteOptions): void {
  const file = openBeside(path, options);
  try {
    file.append(typeof text === 'string' ? Buffer.from(text) : text);
    file.keep();
  } catch (error) {
    file.drop();
    throw error;
  }
}

/** As `writePrivateFile`, of bytes that are appended while they are made. */
export async function writePrivately(
  path: string,
  options: WriteOptions,
  write: (append: (bytes: Uint8Array) => void) => Promise<void> | void,
): Promise<void> {
  const file = openBeside(path, options);
  try {
    await write(file.append);
    file.keep();
  } catch (error) {
    file.drop();
    throw error;
  }
}

/** Whole, under another name than the one it is to get by `nameFile`. Throws as `writePrivateFile` does. */
export function writeUnnamed(path: string, beside: string, bytes: Uint8Array, options: WriteOptions): void {
  const file = openBeside(path, options, beside);
  try {
    file.append(bytes);
    file.close();
  } catch (error) {
    file.drop();
    throw error;
  }
}

/** Throws FileExists where something that must stay has got that name meanwhile. */
export function nameFile(beside: string, path: string, options: WriteOptions): void {
  assertWritable(path, options);
  renameSync(beside, path);
}

// Named as the store names its own.
function openBeside(path: string, options: WriteOptions, beside = `${path}.partial-${process.pid}`) {
  assertWritable(path, options);
  rmSync(beside, { force: true });
  const file = openSync(beside, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  let open = true;
  const shut = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  const close = (): void => {
    fsyncSync(file);
    shut();
  };
  return {
    append(bytes: Uint8Array): void {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    },
    close,
    keep(): void {
      close();
      renameSync(beside, path);
    },
    drop(): void {
      shut();
      rmSync(beside, { force: true });
    },
  };
}
