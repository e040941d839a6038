/** The one place where an error becomes a sentence, a next step and an exit code. */
import { tmpdir } from 'node:os';
import { ExitCode, KnownError, OrderUnreadable, type ErrorDetails } from '../errors.ts';
import { OutputFailed } from '../io.ts';
import type { Words } from '../messages/words.ts';
import { jsonText, visibleLines } from '../output/visible.ts';
import { CopyFailed } from '../store/backup.ts';
import { SuppressionKeyLost } from '../store/settings.ts';
import { ArchiveReplaced, currentWriter } from '../store/transaction.ts';

export interface Situation {
  readonly words: Words;
  /** The archive in use and how long it was waited for, where known. */
  readonly archivePath: string;
  readonly wait: number;
}

export interface Report extends ErrorDetails {
  readonly message: string;
  readonly exitCode: number;
  /** Where it happened, for errors nobody foresaw. */
  readonly stack?: string | undefined;
}

export function reportOf(error: unknown, situation: Situation): Report {
  const { words } = situation;
  if (error instanceof KnownError) return { message: error.message, exitCode: error.exitCode, ...error.details };
  const code = codeOf(error);
  if (error instanceof ArchiveReplaced) {
    const { store } = words;
    const message = store.replaced(situation.archivePath);
    return { code: 'archive_replaced', message, hint: store.replacedHint, exitCode: ExitCode.busy };
  }
  if (error instanceof OrderUnreadable)
    return failed('order_unreadable', words.doctor.unreadable(error.orderNumber), words.doctor.unreadableHint);
  if (error instanceof SuppressionKeyLost) {
    const { store } = words;
    return failed('suppression_key_lost', store.keyLost(situation.archivePath), store.keyLostHint);
  }
  if (error instanceof CopyFailed) return ofDatabase('SQLITE_CORRUPT', situation) ?? bug(error, words);
  if (error instanceof OutputFailed) {
    const reason = codeOf(error.cause) ?? error.message;
    return failed('output_failed', words.shell.outputFailed(reason), words.shell.outputFailedHint);
  }
  if (code?.startsWith('SQLITE_')) return ofDatabase(code, situation) ?? bug(error, words);
  const path = (error as { path?: unknown } | undefined)?.path;
  if (code !== undefined && typeof path === 'string') return ofFile(code, path, words);
  // Writing to an open file names none; what is written so goes to the temporary folder.
  if (code === 'ENOSPC' || code === 'EFBIG') return ofFile(code, tmpdir(), words);
  return bug(error, words);
}

/** As lines for a person, or as one JSON line for a program. */
export function reportText(
  report: Report,
  options: { readonly words: Words; readonly json: boolean; readonly debug: boolean },
): string {
  const { message, hint, code, file, line } = report;
  if (options.json) return `${jsonText({ error: { code, message, hint, file, line } })}\n`;
  const place = file === undefined ? '' : `${file}:${line === undefined ? '' : `${line}:`} `;
  const named = file !== undefined && message.startsWith(file);
  const lines = [`regulars: ${named ? '' : place}${message}`];
  if (hint !== undefined) lines.push(options.words.common.hint(hint));
  if (options.debug && report.stack !== undefined) lines.push(report.stack);
  return `${visibleLines(lines.join('\n'))}\n`;
}

function ofDatabase(code: string, { words, archivePath: path, wait }: Situation): Report | undefined {
  const { store } = words;
  const is = (name: string): boolean => code === name || code.startsWith(`${name}_`);
  if (is('SQLITE_BUSY') || is('SQLITE_LOCKED')) {
    const longer = Math.max(60, Math.ceil(wait) * 2);
    const message = store.busy(path, wait, currentWriter(path));
    return { code: 'busy', message, hint: store.busyHint(longer), exitCode: ExitCode.busy };
  }
  // The last is room that SQLite needs beside an archive, even to read it.
  if (is('SQLITE_FULL') || is('SQLITE_IOERR_SHMSIZE')) return failed('disk_full', store.full(path), store.fullHint);
  if (is('SQLITE_READONLY')) return failed('archive_read_only', store.readOnly(path), store.readOnlyHint);
  if (is('SQLITE_CANTOPEN')) return failed('archive_cannot_open', store.cannotOpen(path), store.readOnlyHint);
  if (is('SQLITE_NOTADB')) return failed('not_a_database', store.notADatabase(path), store.otherFileHint);
  if (is('SQLITE_CORRUPT')) return failed('archive_damaged', store.corrupt(path), store.corruptHint);
  if (is('SQLITE_IOERR')) return failed('disk_failed', store.inputOutput(path), store.inputOutputHint);
  return undefined;
}

function ofFile(code: string, path: string, { shell }: Words): Report {
  const sentences: Readonly<Record<string, (path: string) => string>> = {
    // Also of the folder a file was to be made in.
    ENOENT: shell.nothingThere,
    EACCES: shell.notAllowed,
    EPERM: shell.notAllowed,
    EISDIR: shell.isFolder,
    ENOTDIR: shell.notAFolder,
    ENOSPC: shell.diskFull,
    EDQUOT: shell.diskFull,
    EFBIG: shell.tooLarge,
    EROFS: shell.readOnlyDisk,
    EEXIST: shell.fileExists,
  };
  return failed('file_trouble', sentences[code]?.(path) ?? shell.fileTrouble(path, code));
}

function bug(error: unknown, { shell }: Words): Report {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  return { code: 'bug', message: shell.bug(message), hint: shell.bugHint, exitCode: ExitCode.failed, stack };
}

function failed(code: string, message: string, hint?: string): Report {
  return { code, message, hint, exitCode: ExitCode.failed };
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
