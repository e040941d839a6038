/** What follows from the archive over time and is kept in it, brought up to date after whatever wrote. */
import type { Context } from '../context.ts';
import type { Archive } from '../store/open.ts';
import { keepLevels } from './keep-levels.ts';
import { keepTags } from './keep-tags.ts';

export async function keepUpToDate(context: Context, archive: Archive): Promise<void> {
  await keepLevels(context, archive);
  await keepTags(context, archive);
}
