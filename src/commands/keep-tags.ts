/**
 * Tags that follow segments, brought up to date after whatever wrote to the archive, so that nobody reads
 * them as they were before it.
 */
import type { Context } from '../context.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Archive } from '../store/open.ts';
import { archiveFlag } from './archive-flag.ts';
import { isAhead } from './is-ahead.ts';

/** Nothing where no tag follows anything. What was written stands, whatever keeps a tag from following. */
export async function keepTags(context: Context, archive: Archive): Promise<void> {
  const { follows } = await import('../tags/follow-queries.ts');
  if (follows(archive).length === 0 || isAhead(context)) return;
  (await import('./supply-fields.ts')).supplyFields();
  const { gather } = await import('../measures/gather.ts');
  const { refreshFollows } = await import('../tags/refresh-follows.ts');
  const { sqliteCode } = await import('../store/open.ts');
  const { followProblemInWords } = await import('./follow-words.ts');
  const at = Math.floor(context.now().getTime() / 1000);
  const { io, words } = context;
  try {
    const { changes, problems } = refreshFollows(archive, gather(archive, context.today(archive)), at);
    for (const { tag, segment, joined, left } of changes) io.say(words.tags.refreshed(tag, segment, joined, left));
    for (const problem of problems) io.warn(followProblemInWords(context, problem).message);
  } catch (error) {
    // Somebody else writes by now: the next one who does brings them up to date.
    if (sqliteCode(error) !== 'SQLITE_BUSY') throw error;
    io.warn(words.tags.notRefreshed(shellLine(['regulars', 'tag', 'refresh', ...archiveFlag(context)])));
  }
}
