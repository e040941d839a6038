/** Why the archive could not be opened, as a sentence with its remedy. */
import { DataError } from '../errors.ts';
import type { Words } from '../messages/words.ts';
import { shellWord } from '../output/shell-word.ts';
import type { OpenProblem } from '../store/open.ts';

export function archiveProblem(problem: OpenProblem, path: string, { store: words, keys }: Words): DataError {
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
    case 'older':
      return error('archive_older', words.older(path, problem.version, problem.known), words.olderHint);
    case 'readable_by_others':
      return error(
        'archive_readable_by_others',
        words.readableByOthers(path, problem.mode),
        words.chmodHint(shellWord(path)),
      );
    case 'folder':
      return error('folder_unusable', words.folder(problem.folder, problem.reason), words.folderHint);
    case 'node_too_old':
      return error(
        'node_too_old',
        words.driverTooNew(problem.node, problem.name, problem.version),
        words.driverTooNewHint(problem.name),
      );
    case 'no_binary':
      return error('no_driver', words.noBinary(problem.name), words.noBinaryHint(problem.name));
    case 'no_cipher_driver':
      return error('no_cipher_driver', keys.noDriver, installLine());
    case 'encrypted':
      return error('needs_key', keys.needed(path), keys.giveHint);
    case 'wrong_key':
      return error('wrong_key', keys.wrong(path), keys.wrongHint);
    case 'not_encrypted':
      return error('not_encrypted', keys.notEncrypted(path), keys.notEncryptedHint);
  }
}

/** Release 13 does not run on Node 20, and npm would choose it. */
function installLine(): string {
  const release = Number.parseInt(process.versions.node, 10) < 22 ? '12' : '13';
  return `npm install -g better-sqlite3-multiple-ciphers@${release}`;
}
