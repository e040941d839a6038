/** Why a file cannot be restored, as a sentence with its remedy. */
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import type { CopyProblem } from '../store/fetch.ts';
import { archiveFlag, keyFlagOf } from './archive-flag.ts';

/** `file` as it was typed. */
export function copyProblem(problem: CopyProblem, file: string, context: Context): DataError {
  const { backups, shell } = context.words;
  const list = shellLine(['regulars', 'backup', 'list', ...archiveFlag(context)]);
  const error = (code: string, message: string, hint: string) => new DataError(message, { code, hint, file });
  switch (problem.problem) {
    case 'missing':
      return new DataError(shell.noSuchFile(file), { code: 'no_copy', hint: list });
    case 'unfinished': {
      // What it lies beside, where the copy was named by a link.
      const db = problem.companion.replace(/-(?:wal|journal)$/, '');
      const line = shellLine(['regulars', 'backup', '--db', db, `${db}.whole`, ...keyFlagOf(db, context)]);
      return error('copy_unfinished', backups.unfinished(file, problem.companion), backups.unfinishedHint(line));
    }
    case 'damaged':
      return error('copy_damaged', backups.damaged(file, problem.detail), list);
    case 'is_directory':
    case 'not_ours':
    case 'not_a_database': {
      const { message, details } = context.unusable(problem, file);
      return error(details.code, message, list);
    }
    default:
      return context.unusable(problem, file);
  }
}
