/**
 * The copies of an archive: those kept beside it, whose names say when and why they were made, and a
 * note of those taken elsewhere, so that it is known how old the newest one is.
 */
import { existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, parse, resolve } from 'node:path';
import { isAlive } from './transaction.ts';

/** Asked for by hand, or made before something that cannot be taken back by itself; but never before somebody is forgotten, whom it would hold. */
export const COPY_REASONS = ['hand', 'migration', 'restore', 'rebuild'] as const;
export type CopyReason = (typeof COPY_REASONS)[number];

export interface Copy {
  readonly path: string;
  /** UTC seconds. */
  readonly at: number;
  readonly reason: CopyReason;
  /** Bytes; null where it is not there (any more, or not now: its disk may be unplugged). */
  readonly size: number | null;
  /** Beside the archive, under a name given by the program. */
  readonly kept: boolean;
  /** No copy but what stood in the archive's place before a restore, and could not be read. */
  readonly damaged: boolean;
}

/** How long copies are kept that nobody asked for. */
export const KEPT_DAYS = 30;

const NAME = /^\.(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-([a-z]+)(?:-\d+)?\.(backup|damaged)$/;
const HALF = /\.partial-(\d+)(?:-journal|-wal|-shm)?$/;

/** What a file is called until it is whole: with the process at the end, so that nobody's own `2026.partial` is taken for one. */
export const halfOf = (path: string): string => `${path}.partial-${process.pid}`;

/** Oldest first. */
export function copiesOf(archivePath: string): Copy[] {
  const kept = beside(archivePath).flatMap(({ path, rest }): Copy[] => {
    const [, year, month, day, hour, minute, second, word, kind] = NAME.exec(rest) ?? [];
    const reason = COPY_REASONS.find((known) => known === word);
    const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) / 1000;
    if (!reason || Number.isNaN(at)) return [];
    return [{ path, at, reason, size: sizeOf(path), kept: true, damaged: kind === 'damaged' }];
  });
  const elsewhere = readNote(archivePath).map(
    ({ path, at }): Copy => ({ path, at, reason: 'hand', size: sizeOf(path), kept: false, damaged: false }),
  );
  return [...kept, ...elsewhere].toSorted((a, b) => a.at - b.at || (a.path < b.path ? -1 : 1));
}

/** A name beside the archive that nothing has. */
export function keptName(archivePath: string, reason: CopyReason, now: Date, kind = 'backup'): string {
  const name = (turn: number) => `${archivePath}.${stampOf(now)}-${reason}${turn === 1 ? '' : `-${turn}`}.${kind}`;
  let turn = 1;
  while (lstatSync(name(turn), { throwIfNoEntry: false })) turn++;
  return name(turn);
}

/** Where a copy goes that was asked for, as `typed` in `folder`: within a folder it gets a name with the time. */
export function nameFor(archivePath: string, folder: string, typed: string, now: Date): string {
  const path = resolve(folder, typed);
  // With a slash it is meant for one, which may be missing: a disk that is not plugged in.
  const isFolder = /[/\\]$/.test(typed) || statSync(path, { throwIfNoEntry: false })?.isDirectory();
  const { name, ext } = parse(archivePath);
  return isFolder ? join(path, `${name}-${stampOf(now)}${ext}`) : path;
}

const stampOf = (now: Date) => now.toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** Removes automatic copies that are older than they are kept, but for one that is being put back. */
export function removeOldCopies(archivePath: string, now: Date, inUse?: string): void {
  const oldest = now.getTime() / 1000 - KEPT_DAYS * 86_400;
  for (const { path, at, reason, kept, damaged } of copiesOf(archivePath)) {
    // There is only one of what was set aside as damaged.
    if (!kept || damaged || reason === 'hand' || at >= oldest) continue;
    if (inUse === undefined || !isSameFile(path, inUse)) removeDatabase(path);
  }
}

/** Also under two names. */
export function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return one !== undefined && other !== undefined && one.ino === other.ino && one.dev === other.dev;
}

/** Under such a name a file is for SQLite, or this program, what belongs to the archive, and is soon removed or written over. */
export function isNameOfArchive(archivePath: string, path: string): boolean {
  const [name, own] = [basename(path), basename(archivePath)];
  if (!name.startsWith(own) || !isSameFile(dirname(path), dirname(archivePath))) return false;
  const rest = name.slice(own.length);
  return /^-(?:journal|wal|shm|writer)$|^\.copies$/.test(rest) || HALF.test(rest);
}

/** A database file and what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  rmSync(path, { force: true });
  removeLogs(path);
}

/** What SQLite keeps beside a database file. */
export function removeLogs(path: string): void {
  for (const suffix of ['-journal', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

/** What copying and restoring left half-done when it was killed; what a living process is at does not count. */
export function leftovers(archivePath: string): string[] {
  return beside(archivePath).flatMap(({ path, rest }) => {
    const writer = HALF.exec(rest)?.[1];
    return writer === undefined || isAlive(Number(writer)) ? [] : [path];
  });
}

export function removeLeftovers(archivePath: string): void {
  for (const path of leftovers(archivePath)) rmSync(path, { force: true });
}

interface Noted {
  readonly path: string;
  readonly at: number;
}

/**
 * Remembers a copy that was taken to another place; one under the same name before is gone with it. False
 * where nothing can be noted, as beside an archive that may only be read: the copy is good all the same.
 */
export function noteCopy(archivePath: string, path: string, now: Date): boolean {
  const others = readNote(archivePath).filter((noted) => noted.path !== path);
  return writeNote(archivePath, [...others, { path, at: Math.floor(now.getTime() / 1000) }]);
}

/** Strikes a copy that is gone from the note. */
export function forgetCopy(archivePath: string, path: string): void {
  const noted = readNote(archivePath);
  const others = noted.filter((one) => one.path !== path);
  if (others.length < noted.length) writeNote(archivePath, others);
}

function writeNote(archivePath: string, noted: readonly Noted[]): boolean {
  const half = halfOf(notePath(archivePath));
  try {
    writeFileSync(half, `${JSON.stringify(noted)}\n`, { mode: 0o600 });
    renameSync(half, notePath(archivePath));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    rmSync(half, { force: true });
    return false;
  }
}

export const notePath = (archivePath: string) => `${archivePath}.copies`;

/** A note that cannot be read is as good as none: the next copy begins it anew. */
function readNote(archivePath: string): readonly Noted[] {
  try {
    const noted: unknown = JSON.parse(readFileSync(notePath(archivePath), 'utf8'));
    return Array.isArray(noted) ? noted.filter(isNoted) : [];
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code !== undefined) return [];
    throw error;
  }
}

function isNoted(entry: unknown): entry is Noted {
  const { path, at } = (entry ?? {}) as { path?: unknown; at?: unknown };
  return typeof path === 'string' && Number.isSafeInteger(at);
}

function sizeOf(path: string): number | null {
  try {
    return lstatSync(path).size;
  } catch {
    // Gone, or in a place that cannot be looked into now.
    return null;
  }
}

/** Files in the archive's folder whose names begin with the archive's, and what follows it. */
export function beside(archivePath: string): { readonly path: string; readonly rest: string }[] {
  const [folder, name] = [dirname(archivePath), basename(archivePath)];
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => entry.startsWith(name))
    .toSorted()
    .map((entry) => ({ path: join(folder, entry), rest: entry.slice(name.length) }));
}
