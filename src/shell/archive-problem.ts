/** Why the archive could not be opened, as a sentence with its remedy. */
import { DataError } from '../errors.ts';
import type { en } from '../messages/store.ts';
import { shellWord } from '../output/shell-word.ts';
import type { OpenProblem } from '../store/open.ts';

export function archiveProblem(problem: OpenProblem, path: string, words: typeof en): DataError {
  const error = (code: string, message: string, hint?: string): DataError => new DataError(message, { code, hint });
  switch (problem.problem) {
    case 'missing':
      return error('no_archive', words.missing(path), words.missingHint);
    case 'not_ours':
      return error('not_our_database', words.notOurs(path), words.otherFileHint);
    case 'not_a_database':
      return error('not_a_database', words.notADatabase(path), words.otherFileHint);
    case 'is_directory':
      return error('archive_is_folder', words.isFolder(path), words.folderHint);
    case 'is_link':
      return error('archive_is_link', words.isLink(path), words.isLinkHint);
    case 'newer':
      return error('archive_newer', words.newer(path, problem.version, problem.known), words.newerHint);
    case 'readable_by_others':
      return error(
        'archive_readable_by_others',
        words.readableByOthers(path, problem.mode),
        words.chmodHint(shellWord(path)),
      );
    case 'folder':
      return error('folder_unusable', words.folder(problem.folder, problem.reason), words.folderHint);
    case 'node_too_old':
      return error('node_too_old', words.driverTooNew(problem.node, problem.driver), words.driverTooNewHint);
    case 'no_binary':
      return error('no_driver', words.noBinary, words.noBinaryHint);
  }
}
