/**
 * Whatever may hold what an archive holds: its copies and theirs, and databases beside one of them whose names
 * begin with its own, as a file manager or cp would give them.
 */
import { lstatSync, realpathSync } from 'node:fs';
import { beside, copiesOf, isSameFile } from './copies.ts';
import { kindIfReadable } from './header.ts';

export interface Related {
  /** Of a link, the file it leads to. */
  readonly path: string;
  /** A copy beside the archive, or beside one that is, which the program made and named. */
  readonly kept: boolean;
  /** Set aside as it was, because it could not be read. */
  readonly damaged: boolean;
}

export interface RelatedFiles {
  readonly files: readonly Related[];
  /** Where copies were taken that cannot be looked at: their disk may be unplugged. */
  readonly absent: readonly string[];
}

export function relatedFiles(archivePath: string): RelatedFiles {
  const files = new Map<string, Related>();
  const absent = new Set<string>();
  const look = (at: string, near: boolean): void => {
    for (const { path, kept, damaged, size } of copiesOf(at)) {
      if (size === null) absent.add(path);
      else add(path, { kept: near && kept, damaged });
    }
    for (const { path, rest } of beside(at))
      if (/^[^\p{L}\p{N}]/u.test(rest)) add(path, { kept: false, damaged: false });
  };
  const add = (name: string, { kept, damaged }: Omit<Related, 'path'>): void => {
    const isLink = lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
    const path = isLink ? targetOf(name) : name;
    if (path === undefined || files.has(path) || isSameFile(path, archivePath)) return;
    const { size, isFile } = fileAt(path);
    // What is under the name of a copy taken elsewhere may be something else by now.
    if (!isFile || size === 0 || !(kept || /^(ours|encrypted)$/.test(kindIfReadable(path) ?? ''))) return;
    files.set(path, { path, kept: kept && !isLink, damaged });
    look(path, kept && !isLink);
  };
  look(archivePath, true);
  return { files: [...files.values()], absent: [...absent] };
}

function fileAt(path: string): { readonly size: number; readonly isFile: boolean } {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return { size: stat?.size ?? 0, isFile: stat?.isFile() ?? false };
}

function targetOf(link: string): string | undefined {
  try {
    return realpathSync(link);
  } catch {
    // It leads to nothing, or to where nobody may look.
    return undefined;
  }
}
