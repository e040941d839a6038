/** Notes what came of follow-ups, found by their ids among everything the plays call for. */
import type { Context } from '../context.ts';
import { DataError, UsageError } from '../errors.ts';
import type { Candidate } from '../followups/candidate.ts';
import type { PlayChannel } from '../followups/plays/play.ts';
import type { Meaning } from '../followups/workday/outcome-layout.ts';
import { isAhead } from './is-ahead.ts';

interface Saying extends Meaning {
  readonly note: string | undefined;
  readonly channel?: PlayChannel | undefined;
  /** Of one that is put off: the day, given the one it is said on. */
  readonly until?: (today: string) => string;
}

/** All of them or, where one is not known, none. */
export async function settle(context: Context, ids: readonly string[], saying: Saying): Promise<undefined> {
  const { io, words } = context;
  const isObjection = saying.result === 'opted_out' || saying.result === 'complaint';
  const archive = await context.archive('write');
  if (isObjection && isAhead(context)) throw new UsageError(words.followupDay.futureObjection, { code: 'future_date' });
  const { gather } = await import('../measures/gather.ts');
  const { plannerOf } = await import('../followups/planner.ts');
  const { followupsWith } = await import('../followups/workday/find.ts');
  const { outcomeTaker } = await import('./outcome-taker.ts');
  const population = gather(archive, context.today(archive));
  const planner = plannerOf(archive, population);
  const until = saying.until?.(population.asOf) ?? null;
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const found = followupsWith(
    planner,
    wanted.map((id) => ({ id, outcome: saying.outcome })),
  );
  const all = wanted.map((id): [string, Candidate] => [id, theOne(context, id, found.get(id) ?? [])]);
  const { outcome, result, channel } = saying;
  const told = await archive.writeWaiting(async () => {
    const take = await outcomeTaker(context, planner, outcome === 'done' ? all.map(([, candidate]) => candidate) : []);
    return all.flatMap(([id, candidate]) => {
      const taken = take(id, candidate, { outcome, result, channel, until, note: saying.note ?? null });
      if ('problem' in taken)
        throw taken.problem === 'no_channel'
          ? new UsageError(words.followupDay.noChannel(id), {
              code: 'no_channel',
              hint: `--channel ${candidate.play.channels[0]}`,
            })
          : new UsageError(words.followupDay.parcelOptOut, {
              code: 'parcel_opt_out',
              hint: `--channel phone; regulars suppress add ${candidate.customer}`,
            });
      return taken.told;
    });
  });
  for (const line of told) io.say(line);
  if (context.dryRun) io.say(words.common.nothingChanged);
  return undefined;
}

function theOne({ words }: Context, id: string, found: readonly Candidate[]): Candidate {
  const [first] = found;
  if (found.length > 1) throw new DataError(words.followups.sameId(id, found.length), { code: 'ambiguous_followup' });
  if (first) return first;
  throw new DataError(words.followups.unknownId(id), {
    code: 'unknown_followup',
    hint: words.followups.unknownHint,
  });
}
