/** A file that is no table this command can take, in words. */
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import type { FileRefused } from '../ingest/refusal.ts';

interface Telling {
  /** Says what columns there have to be. */
  readonly noHeader?: (file: string) => readonly [message: string, hint?: string];
  /** Where it stands, for a table of which it can be told. */
  readonly line?: number | undefined;
}

export function fileRefused(
  { words }: Context,
  file: string,
  error: FileRefused,
  { noHeader, line }: Telling = {},
): DataError {
  const { reason, detail } = error;
  const [message, hint] =
    reason === 'no_header' && noHeader ? noHeader(file) : words.fileProblems.fileRefused[reason](file, detail);
  return new DataError(message, { code: reason, hint, file, line }, error);
}
