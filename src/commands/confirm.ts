/** The one question before much is changed, and what an answer other than yes ends in. */
import type { Context } from '../context.ts';
import { DataError, UsageError } from '../errors.ts';

export interface Confirmation {
  readonly question: string;
  /** Where nobody can be asked: what --yes would confirm, and the line with it. */
  readonly needed: string;
  readonly line: string;
}

/** Throws where a person says no or nothing, and where there is nobody to ask. A dry run needs no yes. */
export async function confirm(context: Context, { question, needed, line }: Confirmation): Promise<void> {
  if (context.yes || context.dryRun) return;
  if (!context.interactive) throw new UsageError(needed, { code: 'needs_yes', hint: line });
  if (!/^(y|yes|是)$/i.test(await context.io.ask(question)))
    throw new DataError(context.words.common.notConfirmed, { code: 'not_confirmed' });
}
