/** Notes what came of a follow-up, found by its id among everything the plays call for. */
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';

export async function settle(
  context: Context,
  id: string,
  outcome: 'done' | 'skipped',
  note: string | undefined,
): Promise<undefined> {
  const archive = await context.archive('write');
  const { gather } = await import('../measures/gather.ts');
  const { allCandidates, reachThrough, settledOutcome } = await import('../followups/planner.ts');
  const { personRow, stateOutcome } = await import('../followups/queries.ts');
  const { followups, common } = context.words;
  const population = gather(archive, context.today(archive));
  const candidate = allCandidates(archive, population).find((open) => open.id === id.toLowerCase());
  if (!candidate)
    throw new DataError(followups.unknownId(id), {
      code: 'unknown_followup',
      hint: 'regulars followup plan --days 30',
    });
  const before = settledOutcome(archive, population, candidate);
  if (before) {
    context.io.say(followups.already(id, followups.outcomes[before.outcome] ?? before.outcome, before.day));
    return undefined;
  }
  const reach = reachThrough(archive, population)(candidate);
  const { play, occurrence, customer } = candidate;
  // Done is a contact that was made, whatever the gate says of it now; it counts against the budget.
  const channel = 'channel' in reach ? reach.channel : (play.channels[0] ?? 'phone');
  const stated = stateOutcome(archive, {
    play: play.name,
    occurrence,
    customer,
    outcome,
    day: population.asOf,
    note: note ?? null,
    at: Math.floor(context.now().getTime() / 1000),
    touch: outcome === 'done' ? { channel, kind: play.kind } : undefined,
  });
  if (stated) {
    // Stated for a later day than the question is asked for.
    context.io.say(followups.already(id, followups.outcomes[stated.outcome] ?? stated.outcome, stated.day));
    return undefined;
  }
  const name = personRow(archive, customer, population.asOf)?.name ?? `#${customer}`;
  context.io.say(outcome === 'done' ? followups.done(id, name) : followups.skipped(id, name));
  if (context.dryRun) context.io.say(common.nothingChanged);
  return undefined;
}
