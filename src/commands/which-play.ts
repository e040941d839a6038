import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { StandingPlay } from '../followups/plays/play-queries.ts';
import type { Archive } from '../store/open.ts';

/** In any case. Throws UsageError for a name no play has. */
export async function requirePlay(context: Context, archive: Archive, name: string): Promise<StandingPlay> {
  const { playNamed, playsOf } = await import('../followups/plays/play-queries.ts');
  const today = context.today(archive);
  const found = playNamed(archive, name, today);
  if (found) return found;
  const known = playsOf(archive, today).map((play) => play.name);
  throw new UsageError(context.words.followups.unknownPlay(name, known.join(', ')), { code: 'unknown_play' });
}
