/** Snapshots follow one another as days do, and none is of a day to come, which would be later than all that follow. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Definition } from '../segments/definitions.ts';
import type { Archive } from '../store/open.ts';
import { archiveFlag } from './archive-flag.ts';
import { isAhead } from './is-ahead.ts';

/** Throws UsageError for a day that has not come. */
export function assertCome(context: Context, day: string): void {
  if (isAhead(context)) throw new UsageError(context.words.snapshots.future(day), { code: 'future_date' });
}

/** Throws UsageError where there is a snapshot of a later day. */
export async function assertLatest(
  context: Context,
  archive: Archive,
  definition: Definition,
  day: string,
): Promise<void> {
  const { lastSnapshot } = await import('../segments/snapshot-queries.ts');
  const last = lastSnapshot(archive, definition);
  if (!last || last.asOf <= day) return;
  const { snapshots } = context.words;
  const line = shellLine(['regulars', 'segment', 'diff', definition.name, '--since', day, ...archiveFlag(context)]);
  throw new UsageError(snapshots.tooEarly(definition.name, last.asOf), {
    code: 'later_snapshot',
    hint: snapshots.tooEarlyHint(line),
  });
}
