/** Takes those who were forgotten out of the copies of an archive as well: each is written anew without them. */
import { statSync } from 'node:fs';
import { carryErasures } from '../archive/carry-over.ts';
import { erasedPeople, type ErasedPeople } from '../archive/erasures.ts';
import { copiesOf, forgetCopy, removeDatabase, removeLeftovers } from '../store/copies.ts';
import { isDamage } from '../store/damage.ts';
import type { Key } from '../store/database.ts';
import { type Archive, sqliteCode } from '../store/open.ts';
import { relatedFiles } from '../store/related.ts';
import { rewriteCopy } from '../store/rewrite-copy.ts';
import { readSetting } from '../store/settings.ts';
import { erase } from './erase.ts';
import { finishErasures } from './erasure-queries.ts';
import type { Needles } from './needles.ts';
import { searchDatabase } from './search.ts';
import { forgottenIn } from './subject.ts';

export type CopyOutcome =
  /** Written anew without them. */
  | 'erased'
  /** It held none of them. */
  | 'clean'
  /** As was asked for. */
  | 'removed'
  /** Its disk may be unplugged. */
  | 'absent'
  /** It could not be opened, or not be written anew. */
  | 'not_done';

export interface CopyTreated {
  readonly path: string;
  readonly outcome: CopyOutcome;
  /** Why not, by a name that stays. */
  readonly problem: string | null;
  /** What is left in it; null where it was not searched. */
  readonly left: number | null;
}

export interface CopyErasing {
  readonly key: Key | undefined;
  readonly signal: AbortSignal;
  /** Copies that are to be removed as they are. */
  readonly remove: readonly string[];
  /** UTC seconds. */
  readonly at: number;
  /** What to look for afterwards, where it is known. */
  readonly needles: Needles | undefined;
}

export async function eraseCopies(archive: Archive, how: CopyErasing): Promise<CopyTreated[]> {
  const people = erasedPeople(archive);
  if (!people) return [];
  // What a killed run left half-done holds them like any other copy, and is of no use.
  removeLeftovers(archive.path);
  for (const { path } of relatedFiles(archive.path).files) removeLeftovers(path);
  const { files, absent } = relatedFiles(archive.path);
  const treated: CopyTreated[] = [];
  const tell = (path: string, outcome: CopyOutcome, problem: string | null = null, left: number | null = null) =>
    treated.push({ path, outcome, problem, left });
  for (const path of absent) {
    const gone = how.remove.includes(path);
    if (gone) forgetCopy(archive.path, path);
    tell(path, gone ? 'removed' : 'absent');
  }
  for (const { path, kept } of files) {
    if (how.remove.includes(path)) {
      removeDatabase(path);
      forgetCopy(archive.path, path);
      tell(path, 'removed');
      continue;
    }
    const { nlink } = statSync(path);
    const done = await eraseCopy(archive, people, path, how);
    if ('problem' in done) {
      // What another key opens, and nobody made as a copy, may be anything.
      if (kept || done.problem !== 'wrong_key') tell(path, 'not_done', done.problem);
    } else if (done.outcome !== 'foreign')
      // Under its other name the file is as it was.
      tell(path, done.outcome, done.outcome === 'erased' && nlink > 1 ? 'other_name' : null, done.left);
  }
  return treated.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

type Done =
  | { readonly outcome: 'erased' | 'clean' | 'foreign'; readonly left: number | null }
  | { readonly problem: string };

async function eraseCopy(archive: Archive, people: ErasedPeople, path: string, how: CopyErasing): Promise<Done> {
  const isCopy = copiesOf(archive.path).some((copy) => copy.path === path);
  let foreign = false;
  try {
    const done = await rewriteCopy(path, how, {
      change(copy) {
        // Beside an archive may lie another one whose name begins with its own.
        foreign = !isCopy && isForeign(archive, copy);
        if (foreign) return false;
        return copy.write(() => {
          carryErasures(archive.db, copy.db);
          const subject = forgottenIn(copy, people);
          if (subject) erase(copy, subject, { erasure: undefined, at: how.at });
          // As far as the copy itself goes.
          finishErasures(copy, how.at);
          return subject !== undefined;
        });
      },
      prove: (copy) => (how.needles && !copy.encrypted ? searchDatabase(copy, copy.path, how.needles).left : null),
    });
    if ('problem' in done) return done;
    if (foreign) return { outcome: 'foreign', left: null };
    return done.proved === undefined ? { outcome: 'clean', left: null } : { outcome: 'erased', left: done.proved };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    return { problem };
  }
}

function isForeign(archive: Archive, copy: Archive): boolean {
  const [key, other] = [archive, copy].map((one) => readSetting(one, 'suppression_key'));
  return other !== undefined && key !== other;
}

/** Of a disk, or of somebody else who uses it. */
function problemOf(error: unknown): string | undefined {
  if (isDamage(error)) return 'damaged';
  const code = String(sqliteCode(error) ?? (error as NodeJS.ErrnoException).code);
  if (/^SQLITE_(BUSY|LOCKED)|^EBUSY/.test(code)) return 'busy';
  if (/^SQLITE_FULL|^(ENOSPC|EDQUOT)/.test(code)) return 'full';
  return /^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)|^(EACCES|EPERM|EROFS|EIO)/.test(code) ? 'not_writable' : undefined;
}
