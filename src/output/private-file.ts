/**
 * A file only its owner can read, whole under its name or not there at all: written beside it, and given
 * its name at the end. Never through a link, never over another file unless told.
 */
import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  linkSync,
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

/** Throws FileExists where something that must stay has got that name meanwhile, be it at this moment. */
export function nameFile(beside: string, path: string, options: WriteOptions): void {
  // It was ended between its name and the removal of the other one.
  if (hasBothNames(beside, path)) return rmSync(beside);
  assertWritable(path, options);
  try {
    if (options.replace) renameSync(beside, path);
    else takeName(beside, path);
  } catch (error) {
    throw underItsName(error, beside, path);
  }
}

function hasBothNames(beside: string, path: string): boolean {
  const [one, other] = [beside, path].map((name) => lstatSync(name, { throwIfNoEntry: false }));
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
}

/** Of two who do it at once one alone has it: a rename would silently put the one's file in place of the other's. */
function takeName(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    if (isTaken(error)) throw taken(path);
    // Not every disk has links; whatever else was wrong shows again.
    return takeNameWithoutLink(beside, path);
  }
  try {
    rmSync(beside);
  } catch {
    // It has its name, whole: that another one is left is no failure of it.
  }
}

function takeNameWithoutLink(beside: string, path: string): void {
  try {
    closeSync(openSync(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600));
  } catch (error) {
    throw isTaken(error) ? taken(path) : error;
  }
  try {
    // Over the empty file that was just made, which keeps all others away.
    renameSync(beside, path);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';

function taken(path: string): FileExists {
  const there = lstatSync(path, { throwIfNoEntry: false });
  return new FileExists(path, there ? kindOf(there) : 'file');
}

/** What the disk says of a file, of the name it was asked for by. */
function underItsName(error: unknown, beside: string, path: string): unknown {
  const failed = error as NodeJS.ErrnoException;
  const isOfDisk = failed.code !== undefined && (failed.path === undefined || failed.path === beside);
  return isOfDisk ? Object.assign(failed, { path }) : error;
}

// Named as the store names its own.
function openBeside(path: string, options: WriteOptions, beside = `${path}.partial-${process.pid}`) {
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw underItsName(error, beside, path);
    }
  };
  assertWritable(path, options);
  const file = told(() => {
    rmSync(beside, { force: true });
    return openSync(beside, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  });
  let open = true;
  const shut = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  const close = (): void => {
    told(() => fsyncSync(file));
    shut();
  };
  return {
    append(bytes: Uint8Array): void {
      told(() => {
        for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      });
    },
    close,
    keep(): void {
      close();
      nameFile(beside, path, options);
    },
    drop(): void {
      shut();
      rmSync(beside, { force: true });
    },
  };
}
