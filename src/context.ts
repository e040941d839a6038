/** What a command is handed: the streams, the clock, the words and the archive. Tests build their own. */
import type { DataError } from './errors.ts';
import type { Io } from './io.ts';
import type { Words } from './messages/words.ts';
import { createKeyRing, type KeyRing } from './shell/archive-key.ts';
import { archiveProblem } from './shell/archive-problem.ts';
import { type Environment, findArchivePath } from './shell/archive-path.ts';
import { type Globals, chosenFormat } from './shell/global-options.ts';
import type { Archive, OpenProblem } from './store/open.ts';

export type Format = 'table' | 'csv' | 'tsv' | 'json' | 'ndjson';
/** Formats that are no text. */
export type BinaryFormat = 'xlsx' | 'parquet';

export interface Context {
  readonly io: Io;
  readonly words: Words;
  /** The words of rows on stdout: English in every format made for programs. */
  readonly rowWords: Words;
  readonly env: Environment;
  /** Now as an instant: `--as-of` where given (noon of a day), else the clock. */
  readonly now: () => Date;
  /** What the clock says, whatever day is asked for. */
  readonly clock: () => Date;
  /** Now in UTC seconds, where a time of day is known: undefined where `--as-of` is a day alone. */
  readonly moment: () => number | undefined;
  /** The day the question is asked for, in the archive's zone: `--as-of` where given, else today there. */
  readonly today: (archive: Archive) => string;
  /** How rows are to be written; decided from flags and the stdout stream. */
  readonly format: Format;
  /** The format the user asked for, undefined where the stream decided. */
  readonly formatAsked: Format | undefined;
  /** Where rows are asked for in a form that is no text; only commands that say `binary` are. */
  readonly binaryFormat: BinaryFormat | undefined;
  /** False where a prompt is impossible or unwanted. */
  readonly interactive: boolean;
  /** -n: do everything, then roll it back. */
  readonly dryRun: boolean;
  /** --yes: do not ask. */
  readonly yes: boolean;
  /** --fail-if-empty: nothing found is exit 4. */
  readonly failIfEmpty: boolean;
  /** Seconds to wait for another writer. */
  readonly wait: number;
  /** The folder relative paths are seen from. */
  readonly folder: string;
  /** Aborted by SIGINT, SIGTERM and SIGHUP: long work that holds temporary files should stop and clean up. */
  readonly signal: AbortSignal;
  /** Lets a signal end the process by itself: for work that leaves nothing behind, and may never let one be heard. */
  readonly endAtOnce: () => void;
  /** The command line as typed, without the program's name: lines to paste repeat it. */
  readonly typed: readonly string[];
  /** Where the archive is, and what decided that. */
  readonly archivePath: { readonly path: string; readonly origin: 'flag' | 'environment' | 'default' };
  /** The keys of encrypted archives. */
  readonly keys: KeyRing;
  /**
   * Opens the archive once per process. 'read' and 'write' need one that exists; 'create' makes it. One of an
   * earlier version is only read where it is to be copied.
   * The command line closes it after the command.
   */
  archive(mode: 'read' | 'write' | 'create', of?: { readonly anyVersion: boolean }): Promise<Archive>;
  /** Why a file cannot be opened as an archive, in words. */
  unusable(problem: OpenProblem, path: string): DataError;
  /** Runs another command line in this process, on the same streams and seen from a folder, with no key at hand; gives its exit code. */
  run(args: readonly string[], folder: string): Promise<number>;
}

export interface ContextOptions {
  readonly io: Io;
  readonly words: Words;
  readonly machineWords: Words;
  readonly env: Environment;
  readonly clock: () => Date;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly endAtOnce: () => void;
  readonly globals: Globals;
  readonly interactive: boolean;
  readonly typed: readonly string[];
  readonly run: Context['run'];
  /** Awaited once the archive is open, before anybody is handed it. */
  readonly opened: () => Promise<void>;
}

export const DEFAULT_WAIT = 10;

/**
 * A context and what only its maker does: seeing to what follows from what was written, and closing the archive,
 * whatever happened. `written` is the archive that may have been changed, while it is open.
 */
export async function createContext(
  options: ContextOptions,
): Promise<{ context: Context; written: () => Archive | undefined; close: () => void }> {
  const { globals, io, words, env, signal } = options;
  const chosen = chosenFormat(globals, words);
  const binaryFormat = chosen === 'xlsx' || chosen === 'parquet' ? chosen : undefined;
  const asked = chosen === 'xlsx' || chosen === 'parquet' ? undefined : chosen;
  const archivePath = await findArchivePath(globals.db, env, options.folder);
  const wait = globals.wait ?? DEFAULT_WAIT;
  const { asOf } = globals;
  const keys = createKeyRing({ ...options, flag: globals.keyFile });
  let opened: { readonly archive: Archive; readonly mode: 'read' | 'write'; readonly close: () => void } | undefined;
  // Loaded with the archive, whose zone is what it is needed for; read anew each time, for the first ingest sets it.
  let zones: typeof import('./values/zones.ts') | undefined;
  let zoneOf: (archive: Archive) => string = () => 'UTC';

  const now = (): Date => {
    if (asOf === undefined) return options.clock();
    const time = { wall: `${asOf.day}T${asOf.time ?? '12:00:00'}`, offset: asOf.offset ?? null, dateOnly: false };
    if (zones && opened) return new Date(zones.toInstant(time, zoneOf(opened.archive)).at * 1000);
    return new Date(Date.parse(`${time.wall}Z`) - (asOf.offset ?? 0) * 60_000);
  };

  const open: Context['archive'] = async (mode, of) => {
    signal.throwIfAborted();
    if (opened) {
      if (opened.mode === 'read' && mode !== 'read') throw new Error('the archive was opened for reading only');
      return opened.archive;
    }
    const { openArchive } = await import('./store/open.ts');
    const { closeOrRemove } = await import('./store/remove.ts');
    const { readSetting } = await import('./store/settings.ts');
    zones = await import('./values/zones.ts');
    const { path } = archivePath;
    const settings = {
      mode,
      wait,
      dryRun: globals.dryRun,
      ofAnyVersion: of?.anyVersion ?? false,
      now: options.clock(),
    };
    let result = await openArchive(path, { ...settings, key: await keys.given() });
    if ('problem' in result && result.problem === 'encrypted')
      result = await openArchive(path, { ...settings, key: await keys.of(path) });
    if ('problem' in result) throw archiveProblem(result, path, words);
    const { archive, created } = result;
    // An archive that was made for nothing, as by a dry run or an ingest that failed, does not stay.
    const end = () => {
      if (!created) archive.close();
      else if (closeOrRemove(archive) && !globals.dryRun) io.say(words.store.created(archivePath.path));
    };
    opened = { archive, mode: mode === 'read' ? 'read' : 'write', close: end };
    if (signal.aborted) close();
    signal.throwIfAborted();
    zoneOf = (archive) => readSetting(archive, 'time_zone') ?? 'UTC';
    const { migrated } = result;
    if (migrated?.backup) io.say(words.store.migrated(migrated.from, migrated.to, migrated.backup));
    await options.opened();
    return archive;
  };

  const today = (archive: Archive): string => {
    if (asOf && asOf.offset === undefined) return asOf.day;
    if (!zones) throw new Error('the day is asked for before the archive was opened');
    return zones.dayIn(Math.floor(now().getTime() / 1000), zoneOf(archive));
  };

  const close = (): void => {
    try {
      opened?.close();
    } catch (error) {
      // A statement still being stepped through keeps the handle; the end of the process rolls back the same.
      if (!(error instanceof TypeError)) throw error;
    }
    opened = undefined;
  };

  const format = asked ?? (io.out.isTerminal ? 'table' : 'csv');
  const context: Context = {
    io,
    words,
    rowWords: format === 'table' ? words : options.machineWords,
    env,
    now,
    clock: options.clock,
    moment: () => (asOf && asOf.time === undefined ? undefined : Math.floor(now().getTime() / 1000)),
    today,
    format,
    formatAsked: asked,
    binaryFormat,
    interactive: options.interactive,
    dryRun: globals.dryRun,
    yes: globals.yes,
    failIfEmpty: globals.failIfEmpty,
    wait,
    folder: options.folder,
    signal,
    endAtOnce: options.endAtOnce,
    typed: options.typed,
    archivePath,
    keys,
    archive: open,
    unusable: (problem, path) => archiveProblem(problem, path, words),
    run: options.run,
  };
  const written = (): Archive | undefined =>
    opened?.mode === 'write' && !globals.dryRun && opened.archive.db.open ? opened.archive : undefined;
  return { context, written, close };
}
