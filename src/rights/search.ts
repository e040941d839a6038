/** The proof that nothing is left: files searched byte by byte for everything that was known of the people. */
import { existsSync } from 'node:fs';
import type { Archive } from '../store/open.ts';
import { textsNamed } from './name-queries.ts';
import { Needles } from './needles.ts';
import { textsOfPlays } from './play-queries.ts';
import { textsOfRows } from './row-queries.ts';
import { freeTexts } from './text-queries.ts';

export interface Searched {
  readonly path: string;
  /** Values that are there and have no row any more. */
  readonly left: number;
  /** Values that rows of others hold as well: a name, a house, a product. */
  readonly of_others: number;
  /** Of these, values that stand in what was written by hand of others, in names and in rules: a short word may be anybody's. */
  readonly in_texts: number;
}

/** A database with what lies beside it; `archive` is open on it, or on the one that stands at `path` now. */
export function searchDatabase(archive: Archive, path: string, needles: Needles): Searched {
  const found = new Set<string>();
  for (const file of [path, `${path}-wal`, `${path}-shm`, `${path}-journal`])
    if (existsSync(file)) for (const text of needles.in(file)) found.add(text);
  if (found.size === 0) return { path, left: 0, of_others: 0, in_texts: 0 };
  const looked = new Needles(found);
  const others = looked.inTexts(textsOfRows(archive)).size;
  const written = new Set(
    [freeTexts, textsNamed, textsOfPlays].flatMap((textsIn) => [...looked.inTexts(textsIn(archive))]),
  );
  return { path, left: found.size - others, of_others: others, in_texts: written.size };
}
