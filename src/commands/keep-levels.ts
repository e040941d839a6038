/** What is kept of the days before for the grace of levels, brought up to date where that takes no time worth speaking of. */
import type { Context } from '../context.ts';
import type { Archive } from '../store/open.ts';
import { isAhead } from './is-ahead.ts';

/** So many customers on so many days. */
const AT_ONCE = 200_000;

export async function keepLevels(context: Context, archive: Archive): Promise<void> {
  const { levels } = await import('../levels/queries.ts');
  if (!levels(archive).some((level) => level.grace_days > 0) || isAhead(context)) return;
  (await import('./supply-fields.ts')).supplyFields();
  const { missingDays, refreshLevels } = await import('../levels/refresh-levels.ts');
  const { lastCustomer } = await import('../ingest/facts/queries.ts');
  const { BrokenLevel } = await import('../levels/rule-of-level.ts');
  const asOf = context.today(archive);
  const { days } = missingDays(archive, asOf);
  // Whoever asks for levels is told that days are missing.
  if (days.length * lastCustomer(archive) > AT_ONCE) return;
  const { sqliteCode } = await import('../store/open.ts');
  const { hear } = await import('../store/hear.ts');
  try {
    await refreshLevels(archive, asOf, () => hear(context.signal));
  } catch (error) {
    // Likewise of a rule that cannot be asked; and somebody who writes just now does it themselves.
    if (!(error instanceof BrokenLevel) && sqliteCode(error) !== 'SQLITE_BUSY') throw error;
  }
}
