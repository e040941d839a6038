/**
 * Brings an archive, and the copies kept beside it, under another key or under none. Each is written anew
 * beside the old file, proved and renamed over it: killed at any moment, each is whole, under the one key or
 * the other. The archive comes last, so that whoever was interrupted only does the same again.
 */
import { chmodSync, statSync } from 'node:fs';
import { removeLeftovers } from './copies.ts';
import { isDamage } from './damage.ts';
import type { Key } from './database.ts';
import type { Driver, DriverProblem } from './driver.ts';
import { kindIfReadable } from './header.ts';
import type { Patience } from './hold.ts';
import { sqliteCode } from './open.ts';
import { type Keys, recodeInPlace, recodingDriver } from './recode.ts';
import { type Related, relatedFiles } from './related.ts';
import { ArchiveReplaced } from './transaction.ts';
import { tryKey } from './try-key.ts';

/** What became of the copies. */
export interface Converted {
  /** How many were brought along. */
  readonly copies: number;
  /** Those that were not: used by somebody, damaged, in other places, copies of copies. */
  readonly left: readonly (Related & { readonly encrypted: boolean })[];
  /** Where copies were taken that cannot be looked at now. */
  readonly absent: readonly string[];
  /** Files with a second name (a hard link), under which they are as they were. */
  readonly otherNames: readonly OtherName[];
}

export interface OtherName {
  readonly path: string;
  /** Of what it was. */
  readonly inode: number;
}

/** `path` is an archive that `from` opened a moment ago. Throws ArchiveReplaced where it does no longer. */
export async function convertArchive(path: string, keys: Keys, patience: Patience): Promise<Converted | DriverProblem> {
  const driver = await recodingDriver();
  if ('problem' in driver) return driver;
  removeLeftovers(path);
  const names = new OtherNames();
  names.note(path);
  try {
    return await recodeInPlace(driver, path, keys, patience, () =>
      convertKept(driver, path, keys, patience.signal, names),
    );
  } catch (error) {
    if (sqliteCode(error) === 'SQLITE_NOTADB') throw new ArchiveReplaced();
    throw error;
  }
}

/** The copies alone, of an archive that has its key already. */
export async function convertCopies(path: string, keys: Keys, signal: AbortSignal): Promise<Converted | DriverProblem> {
  const driver = await recodingDriver();
  return 'problem' in driver ? driver : await convertKept(driver, path, keys, signal, new OtherNames());
}

async function convertKept(
  driver: Driver,
  archivePath: string,
  keys: Keys,
  signal: AbortSignal,
  names: OtherNames,
): Promise<Converted> {
  const { files, absent } = relatedFiles(archivePath);
  let copies = 0;
  for (const { path, kept, damaged } of files) {
    if (!kept || damaged || isDone(driver, path, keys.to)) continue;
    names.note(path);
    if (await convertCopy(driver, path, keys, signal)) copies++;
    else names.forget(path);
  }
  const left = files.filter(({ path }) => !isDone(driver, path, keys.to));
  return {
    copies,
    left: left.map((file) => ({ ...file, encrypted: isEncrypted(file.path) })),
    absent,
    otherNames: names.left(),
  };
}

/** False where it stays as it is: damaged, another key's, in use, or not ours to change. */
async function convertCopy(driver: Driver, path: string, { from, to }: Keys, signal: AbortSignal): Promise<boolean> {
  try {
    // One that may only be read can be locked by nobody.
    chmodSync(path, 0o600);
    const keys = { from: isEncrypted(path) ? from : undefined, to };
    await recodeInPlace(driver, path, keys, { wait: 0, signal }, async () => undefined);
    return true;
  } catch (error) {
    if (isDamage(error) || error instanceof ArchiveReplaced || isUnusable(error)) return false;
    throw error;
  }
}

function isDone(driver: Driver, path: string, to: Key | undefined): boolean {
  if (!isEncrypted(path)) return to === undefined;
  try {
    return to !== undefined && tryKey(driver, path, to) !== 'other_key';
  } catch (error) {
    if (isUnusable(error)) return false;
    throw error;
  }
}

const isEncrypted = (path: string) => kindIfReadable(path) === 'encrypted';

/** Not on a full or failing disk, where all has to stay as it was. */
function isUnusable(error: unknown): boolean {
  const code = String((error as { code?: unknown } | undefined)?.code);
  return /^(SQLITE_(BUSY|LOCKED|READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS|EBUSY)/.test(code);
}

/** Counts the names of files that are replaced under one of them. */
class OtherNames {
  readonly #files = new Map<number, OtherName & { readonly more: number }>();

  /** Before it is replaced. */
  note(path: string): void {
    const { ino, nlink } = statSync(path);
    this.#files.set(ino, { path, inode: ino, more: nlink - 1 });
  }

  forget(path: string): void {
    this.#files.delete(statSync(path).ino);
  }

  left(): OtherName[] {
    return [...this.#files.values()].filter(({ more }) => more > 0).map(({ path, inode }) => ({ path, inode }));
  }
}
