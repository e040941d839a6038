/** Answers that are one screen for a person and one document for a program, and no rows for either. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';

/** True for --json. Throws UsageError where rows were asked for; a pipe alone gets the screen. */
export function wantsDocument(context: Context): boolean {
  const asked = context.formatAsked;
  if (asked === 'csv' || asked === 'tsv')
    throw new UsageError(context.words.common.noRows(asked), { code: 'no_rows', hint: '--json' });
  return asked === 'json' || asked === 'ndjson';
}
