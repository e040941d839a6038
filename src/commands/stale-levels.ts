/** Says where the grace of levels cannot be told for sure, and the line that makes it so. */
import type { Context } from '../context.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Archive } from '../store/open.ts';
import { archiveFlag } from './archive-flag.ts';

export async function tellStaleLevels(context: Context, archive: Archive): Promise<void> {
  const { missingDays } = await import('../levels/refresh-levels.ts');
  const { archiveZone } = await import('../measures/queries.ts');
  const { dayIn } = await import('../values/zones.ts');
  const asOf = context.today(archive);
  const days = missingDays(archive, asOf).days.filter((day) => day < asOf).length;
  // Refreshing today does not look at the days before another one.
  const asked =
    asOf === dayIn(Math.floor(context.clock().getTime() / 1000), archiveZone(archive)) ? [] : ['--as-of', asOf];
  const line = shellLine(['regulars', 'levels', 'refresh', ...asked, ...archiveFlag(context)]);
  if (days > 0) context.io.say(context.words.levels.stale(days, line));
}
