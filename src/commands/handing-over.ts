/**
 * A file of people gets its name once it stands in the archive that they are on it. What stops in between is made up for
 * by the next hand-over: nobody is on a file that the archive does not know of, and no file is lost.
 */
import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Awaited, awaitedNames, setAwaited } from '../contacts/list-queries.ts';
import type { Context } from '../context.ts';
import { FileExists, nameFile } from '../output/private-file.ts';
import { type Named, writeWithoutName } from '../output/write-named.ts';
import { type Archive, sqliteCode } from '../store/open.ts';
import { isAlive } from '../store/transaction.ts';

/** Writes the file of a list, as the last of what is done. Throws DataError where a file of that name must stay. */
export type Give = (list: number, named: Named, bytes: Uint8Array) => void;

/** `make` is done in one transaction. */
export async function handingOver<T>(context: Context, archive: Archive, make: (give: Give) => Promise<T>): Promise<T> {
  const { io, words, dryRun } = context;
  if (!dryRun)
    for (const { list, awaited } of awaitedNames(archive))
      if (!isUnderWay(awaited) && giveName(context, archive, list, awaited))
        io.insist(words.contacts.named(list, awaited.path));
  const given = new Map<number, Awaited>();
  const give: Give = (list, named, bytes) => {
    const awaited = { ...writeWithoutName(context, named, `list-${list}`, bytes), pid: process.pid };
    if (dryRun) return;
    given.set(list, awaited);
    setAwaited(archive, list, awaited);
  };
  try {
    const made = await archive.writeWaiting(() => make(give));
    for (const [list, awaited] of given) giveName(context, archive, list, awaited);
    return made;
  } catch (error) {
    // An interruption may have closed it: then the next one knows whether it stands.
    const kept = archive.db.open ? new Set(awaitedNames(archive).map(({ list }) => list)) : given;
    for (const [list, awaited] of given)
      if (!kept.has(list)) rmSync(awaited.beside, { force: true });
      else if (archive.db.open) giveName(context, archive, list, awaited);
    throw error;
  }
}

/** By another run, at this moment. */
const isUnderWay = ({ pid }: Awaited): boolean => pid !== process.pid && isAlive(pid);

/** False where it has been given, or is taken. */
function giveName(context: Context, archive: Archive, list: number, { path, beside, replace }: Awaited): boolean {
  // On a disk that is not there at the moment.
  if (!existsSync(dirname(beside))) return false;
  let isNamed = false;
  try {
    if (existsSync(beside)) {
      nameFile(beside, path, { replace, spare: context.archivePath.path });
      isNamed = true;
    }
  } catch (error) {
    // Where runs do not see each other another may do the same.
    if (existsSync(beside)) {
      if (!(error instanceof FileExists)) throw error;
      context.io.insist(context.words.contacts.nameTaken(path, beside));
    }
  }
  try {
    archive.write(() => setAwaited(archive, list, undefined));
  } catch (error) {
    // It has its name; the next one finds that out.
    if (sqliteCode(error) === undefined) throw error;
  }
  return isNamed;
}
