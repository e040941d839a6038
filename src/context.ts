/** What a command is handed: the streams, the clock, the words and the archive. Tests build their own. */
import type { Archive } from './store/open.ts';
import type { Io } from './io.ts';
import type { Words } from './messages/words.ts';

export type Format = 'table' | 'csv' | 'tsv' | 'json' | 'ndjson' | 'xlsx';

export interface Context {
  readonly io: Io;
  readonly words: Words;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Now as an instant: `--as-of` where given, else the clock. */
  readonly now: () => Date;
  /** The day the question is asked for, in the archive's zone: `--as-of` where given, else today there. */
  readonly today: (archive: Archive) => string;
  /** How rows are to be written; decided from flags and the stdout stream. */
  readonly format: Format;
  /** False where a prompt is impossible or unwanted. */
  readonly interactive: boolean;
  /** -n: do everything, then roll it back. */
  readonly dryRun: boolean;
  /** --yes: do not ask. */
  readonly yes: boolean;
  /** --fail-if-empty: nothing found is exit 4. */
  readonly failIfEmpty: boolean;
  /** Where the archive is, and what decided that. */
  readonly archivePath: { readonly path: string; readonly origin: 'flag' | 'environment' | 'default' };
  /**
   * Opens the archive once per process. 'read' and 'write' need one that exists; 'create' makes it.
   * The command line closes it after the command.
   */
  archive(mode: 'read' | 'write' | 'create'): Promise<Archive>;
}
