/** What an erasure needs beside the rows: freed pages, the log, the copies; and the proof that nothing is left in them. */
import { compact, type CompactProblem } from '../store/compact.ts';
import type { Key } from '../store/database.ts';
import type { Archive } from '../store/open.ts';
import { type CopyTreated, eraseCopies } from './erase-copies.ts';
import { finishErasures } from './erasure-queries.ts';
import { Needles } from './needles.ts';
import { searchDatabase } from './search.ts';

export interface Finishing {
  readonly key: Key | undefined;
  readonly signal: AbortSignal;
  readonly remove: readonly string[];
  /** UTC seconds. */
  readonly at: number;
  /** How what went was written; undefined where nobody knows any more. */
  readonly texts: readonly string[] | undefined;
}

export interface Finished {
  /** Why the archive's file may still hold what was deleted from it. */
  readonly problem: CompactProblem | null;
  readonly copies: readonly CopyTreated[];
  readonly search: {
    /** in_texts: nowhere but in what was written of others. ciphertext: in an encrypted file nothing can be found. */
    readonly outcome: 'none_found' | 'in_texts' | 'found' | 'ciphertext' | 'nothing_known';
    /** How many values were looked for, and are left: in the archive's files, and in each copy. */
    readonly values: number;
    readonly archive: number;
    readonly of_others: number;
    readonly in_texts: number;
  };
  /** Nothing is left anywhere, as far as this program reaches. */
  readonly done: boolean;
}

export async function finish(archive: Archive, how: Finishing): Promise<Finished> {
  const { db, path, encrypted } = archive;
  const needles = how.texts && new Needles(how.texts);
  const problem = compact(db, encrypted) ?? null;
  how.signal.throwIfAborted();
  const copies = await eraseCopies(archive, { ...how, needles });
  const searched = needles && !encrypted ? searchDatabase(archive, path, needles) : undefined;
  const left = (searched?.left ?? 0) + copies.reduce((sum, copy) => sum + (copy.left ?? 0), 0);
  const missed = copies.some(
    ({ outcome, problem: why }) => outcome === 'absent' || outcome === 'not_done' || why !== null,
  );
  const done = problem === null && !missed && left === 0;
  if (done) finishErasures(archive, how.at);
  const inTexts = searched?.in_texts ?? 0;
  const outcome = encrypted
    ? 'ciphertext'
    : !needles
      ? 'nothing_known'
      : left > 0
        ? 'found'
        : inTexts > 0
          ? 'in_texts'
          : 'none_found';
  return {
    problem,
    copies,
    search: {
      outcome,
      values: needles?.count ?? 0,
      archive: searched?.left ?? 0,
      of_others: searched?.of_others ?? 0,
      in_texts: inTexts,
    },
    done,
  };
}
