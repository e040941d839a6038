/** A play by its name, for the commands that show or change one. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { SaidOfPlay, StandingPlay } from '../followups/plays/play-queries.ts';
import type { Archive } from '../store/open.ts';
import type { Values } from './command.ts';
import { saidBy, type saying } from './saying.ts';

/** As it stands on the day that is asked for. Throws UsageError, with the nearest name there is. */
export async function requirePlay(context: Context, archive: Archive, name: string): Promise<StandingPlay> {
  const { playKey, playsOf } = await import('../followups/plays/play-queries.ts');
  const { nearest } = await import('../values/nearest.ts');
  const plays = playsOf(archive, context.today(archive));
  const found = plays.find((play) => playKey(play.name) === playKey(name));
  if (found) return found;
  const near = nearest(
    name,
    plays.map((play) => play.name),
  );
  throw new UsageError(context.words.plays.unknown(name), {
    code: 'unknown_play',
    hint: near === undefined ? 'regulars play list' : context.words.shell.didYouMean(near),
  });
}

export async function saidOfPlay(
  context: Context,
  archive: Archive,
  options: Values<typeof saying>,
): Promise<SaidOfPlay> {
  return { ...(await saidBy(context, options)), day: context.today(archive) };
}
