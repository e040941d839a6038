/**
 * Brings an archive, and the copies kept beside it, under another key or under none. Each is written anew
 * beside the old file, proved and renamed over it: killed at any moment, each is whole, under the one key or
 * the other. The archive comes last, so that whoever was interrupted only does the same again.
 */
import { statSync } from 'node:fs';
import { putInPlace } from './backup.ts';
import { type Copy, copiesOf, halfOf, removeDatabase, removeLeftovers } from './copies.ts';
import type { Driver, DriverProblem } from './driver.ts';
import { kindIfReadable } from './header.ts';
import { holdAlone, type Patience } from './hold.ts';
import { type Keys, recodeInPlace, recoder, recodingDriver } from './recode.ts';
import { ArchiveReplaced } from './transaction.ts';
import { tryKey } from './try-key.ts';

/** What became of the copies. */
export interface Converted {
  /** How many were brought along. */
  readonly copies: number;
  /** Those anybody can still read, though the archive is encrypted: damaged ones, and those in other places. */
  readonly plain: readonly string[];
  /** Those the new key does not open, or that are still encrypted. */
  readonly otherwise: readonly string[];
}

/** `path` is an archive that `from` opens. */
export async function convertArchive(path: string, keys: Keys, patience: Patience): Promise<Converted | DriverProblem> {
  const driver = await recodingDriver();
  if ('problem' in driver) return driver;
  removeLeftovers(path);
  const half = halfOf(path);
  const { ino } = statSync(path);
  const source = recoder(driver, path, keys, patience.wait);
  try {
    await holdAlone(source.db, { schema: 'source', path }, patience);
    if (statSync(path).ino !== ino) throw new ArchiveReplaced();
    source.write(half);
    const converted = convertKept(driver, path, keys);
    // Windows renames nothing over an open file.
    if (process.platform === 'win32') source.close();
    // Whoever waits for the lock finds another file under the name afterwards, and says so.
    putInPlace(half, path);
    return converted;
  } finally {
    source.close();
    removeDatabase(half);
  }
}

/** The copies alone, of an archive that has its key already. */
export async function convertCopies(path: string, keys: Keys): Promise<Converted | DriverProblem> {
  const driver = await recodingDriver();
  return 'problem' in driver ? driver : convertKept(driver, path, keys);
}

function convertKept(driver: Driver, archivePath: string, { from, to }: Keys): Converted {
  const there = copiesOf(archivePath).filter(isThere);
  const kept = there.filter((copy) => copy.kept && !copy.damaged).map(({ path }) => path);
  const isEncrypted = (path: string) => kindIfReadable(path) === 'encrypted';
  const isDone = (path: string) =>
    isEncrypted(path) ? to !== undefined && tryKey(driver, path, to) !== 'other_key' : to === undefined;
  const copies = kept.filter((path) => {
    if (isDone(path)) return false;
    return recodeInPlace(driver, path, { from: isEncrypted(path) ? from : undefined, to });
  }).length;
  const left = there.map(({ path }) => path).filter((path) => !isDone(path));
  return {
    copies,
    plain: left.filter((path) => !isEncrypted(path)),
    otherwise: left.filter(isEncrypted),
  };
}

/** What is under the name of one taken elsewhere may be something else by now. */
function isThere({ path, kept, size }: Copy): boolean {
  return size !== null && size > 0 && (kept || /^(ours|encrypted)$/.test(kindIfReadable(path) ?? ''));
}
