/** Files that an earlier run left without a name: what has become of those on them since is looked at before they get one. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileHash } from '../contacts/list-hash.ts';
import { takeBack, type WaitingList, waitingLists } from '../contacts/waiting-queries.ts';
import type { Context } from '../context.ts';
import type { Archive } from '../store/open.ts';
import { readSetting } from '../store/settings.ts';
import { isAlive } from '../store/transaction.ts';

/** False where its hand-over was taken back, for somebody on it may not be written to any more. */
export async function mayBeNamed(context: Context, archive: Archive, waiting: WaitingList): Promise<boolean> {
  const { io, words } = context;
  const { list, people, awaited } = waiting;
  // On a disk that is not there at the moment.
  if (!existsSync(dirname(awaited.beside))) return true;
  if (!existsSync(awaited.beside)) {
    if (!isNamed(archive, waiting)) io.insist(words.handovers.fileGone(list, people, awaited.path));
    return true;
  }
  const { closedSince } = await import('../contacts/closed-since.ts');
  const { dayEnd } = await import('../measures/gather.ts');
  const closed = closedSince(archive, waiting, dayEnd(archive, context.today(archive)));
  if (closed.length === 0) return true;
  if (takeBackWithFile(archive, waiting)) io.insist(words.handovers.takenBack(list, people, closed));
  return false;
}

/** Nobody has seen the file by its name: they count as never written to, and come again as far as they still may. */
export const takeBackWithFile = (archive: Archive, waiting: WaitingList): boolean =>
  archive.write(() => {
    const isBack = takeBack(archive, waiting);
    // Last: where it cannot be removed the list stays as well.
    if (isBack) rmSync(waiting.awaited.beside, { force: true });
    return isBack;
  });

/** It was ended after it had given the name. */
function isNamed(archive: Archive, { hash, awaited: { path } }: WaitingList): boolean {
  if (!existsSync(path)) return false;
  const bytes = readFileSync(path);
  // The key may be of since.
  return ['', readSetting(archive, 'suppression_key') ?? ''].some((key) => fileHash(key, bytes) === hash);
}

/** What tells a file from those of other archives that are written to the same folder. */
export const unnamedBy = ({ archivePath }: Context, list: number): string => `list-${list}.${markOf(archivePath.path)}`;

const markOf = (path: string) => createHash('sha256').update(`${hostname()}:${path}`).digest('hex').slice(0, 8);

/** Removes what runs left in a folder that were killed before it was kept who is on it: nothing knows of it any more. */
export function removeUnkept({ archivePath }: Context, archive: Archive, folder: string): void {
  if (!existsSync(folder)) return;
  const known = new Set(waitingLists(archive).map(({ awaited }) => basename(awaited.beside)));
  const left = new RegExp(`\\.list-\\d+\\.${markOf(archivePath.path)}\\.partial-(\\d+)$`);
  for (const name of readdirSync(folder)) {
    const pid = left.exec(name)?.[1];
    if (pid !== undefined && !known.has(name) && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}
