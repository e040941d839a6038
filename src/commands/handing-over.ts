/**
 * A file of people gets its name once it stands in the archive that they are on it. What stops in between is made up for
 * by the next hand-over: nobody is on a file that the archive does not know of, and no file is lost.
 */
import { existsSync, rmSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { type Awaited, setAwaited, type WaitingList, waitingLists } from '../contacts/waiting-queries.ts';
import type { Context } from '../context.ts';
import { FileExists, nameFile } from '../output/private-file.ts';
import { type Named, writeWithoutName } from '../output/write-named.ts';
import { type Archive, sqliteCode } from '../store/open.ts';
import { isAlive } from '../store/transaction.ts';
import { mayBeNamed, removeUnkept, unnamedBy } from './waiting-files.ts';

/** Writes the file of a list, as the last of what is done; `again` where the list was handed over before. Throws DataError where a file of that name must stay. */
export type Give = (list: number, named: Named, bytes: Uint8Array, again?: boolean) => void;

export interface HandedOver<T> {
  readonly made: T;
  /** Where the file is, if what it was to be called was taken meanwhile; that has been told. */
  readonly instead: string | undefined;
}

/** `make` is done in one transaction. */
export async function handingOver<T>(
  context: Context,
  archive: Archive,
  make: (give: Give) => Promise<T>,
): Promise<HandedOver<T>> {
  const { dryRun } = context;
  if (!dryRun)
    for (const waiting of waitingLists(archive))
      if (!isUnderWay(waiting.awaited)) await makeUpFor(context, archive, waiting);
  const given = new Map<number, Awaited>();
  const give: Give = (list, named, bytes, again = false) => {
    if (!dryRun) removeUnkept(context, archive, dirname(resolve(context.folder, named.path)));
    const awaited = { ...writeWithoutName(context, named, unnamedBy(context, list), bytes), again, pid: process.pid };
    if (dryRun) return;
    given.set(list, awaited);
    setAwaited(archive, list, awaited);
  };
  try {
    const made = await archive.writeWaiting(() => make(give));
    let instead: string | undefined;
    for (const [list, awaited] of given) ({ instead } = giveName(context, archive, list, awaited) ?? { instead });
    return { made, instead };
  } catch (error) {
    // An interruption may have closed it: then the next one knows whether it stands.
    const kept = archive.db.open ? new Set(waitingLists(archive).map(({ list }) => list)) : given;
    for (const [list, awaited] of given)
      if (!kept.has(list)) rmSync(awaited.beside, { force: true });
      else if (archive.db.open) giveName(context, archive, list, awaited);
    throw error;
  }
}

/** By another run, at this moment. */
const isUnderWay = ({ pid }: Awaited): boolean => pid !== process.pid && isAlive(pid);

/** What keeps an earlier file from its name must not keep those who are due from theirs. */
async function makeUpFor(context: Context, archive: Archive, waiting: WaitingList): Promise<void> {
  const { contacts } = context.words;
  const { list, awaited } = waiting;
  try {
    if (!(await mayBeNamed(context, archive, waiting))) return;
    const given = giveName(context, archive, list, awaited);
    if (given && given.instead === undefined) context.io.insist(contacts.named(list, awaited.path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined || sqliteCode(error) !== undefined) throw error;
    context.io.insist(contacts.notNamed(list, awaited.path, awaited.beside, code));
  }
}

interface Given {
  /** Where it is, if its name is taken. */
  readonly instead: string | undefined;
}

/** Undefined where it has been given, or cannot be looked at. */
function giveName(
  context: Context,
  archive: Archive,
  list: number,
  { path, beside, replace }: Awaited,
): Given | undefined {
  // On a disk that is not there at the moment.
  if (!existsSync(dirname(beside))) return undefined;
  let given: Given | undefined;
  try {
    if (existsSync(beside)) {
      nameFile(beside, path, { replace, spare: context.archivePath.path });
      given = { instead: undefined };
    }
  } catch (error) {
    // Where runs do not see each other another may do the same.
    if (existsSync(beside)) {
      if (!(error instanceof FileExists)) throw error;
      // A name that stays.
      const aside = `${path}.list-${list}.${process.pid}${extname(path)}`;
      nameFile(beside, aside, { replace: false });
      context.io.insist(context.words.contacts.nameTaken(path, aside));
      given = { instead: aside };
    }
  }
  try {
    archive.write(() => setAwaited(archive, list, undefined));
  } catch (error) {
    // It has its name; the next one finds that out.
    if (sqliteCode(error) === undefined) throw error;
  }
  return given;
}
