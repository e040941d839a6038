/** Plans the day, keeps what is handed over and writes the file: all within the transaction there is. */
import type { Context } from '../context.ts';
import { ExitCode, UsageError } from '../errors.ts';
import type { HandOver } from '../followups/handover.ts';
import type { Archive } from '../store/open.ts';
import type { Outcome } from './command.ts';
import type { HandOverAsked } from './handover-file.ts';
import type { Give } from './handing-over.ts';
import { requirePlay } from './play-named.ts';
import { segmentErrorInWords } from './segment-error-words.ts';
import { tellHandedOver } from './told-handover.ts';

/** What is to be said of it comes back, for when it stands. Throws UsageError, or DataError where a file of that name must stay. */
export async function handOverFollowups(
  context: Context,
  archive: Archive,
  asked: HandOverAsked,
  give: Give,
): Promise<{ readonly outcome: Outcome | undefined; readonly tell: (instead: string | undefined) => void }> {
  const { gather } = await import('../measures/gather.ts');
  const { plannerOf } = await import('../followups/planner.ts');
  const { policyOf } = await import('../followups/policy-queries.ts');
  const { handOverOf } = await import('../followups/handover.ts');
  const { takeMoveSnapshots } = await import('../followups/move-snapshots.ts');
  const { writer } = await import('../followups/writing/written.ts');
  const { recordHeldOut } = await import('../followups/record-handover.ts');
  const { formOf, writeHandOver } = await import('./handover-file.ts');
  const { words } = context;
  const { channel } = asked;
  const day = context.today(archive);
  await assertNoneLater(context, archive, day);
  const play = asked.play === undefined ? undefined : (await requirePlay(context, archive, asked.play)).name;
  const population = gather(archive, day);
  const form = await formOf(context, population, asked);
  const planner = plannerOf(archive, population, { moment: context.moment() });
  const policy = policyOf(archive);
  const at = Math.floor(context.now().getTime() / 1000);
  const unasked = takeMoveSnapshots(archive, planner.plays, population, at);
  const write = writer(archive, population, policy, words.calendar.festivalsIn);
  const isText = form === undefined;
  const found = await handOverOf(planner, { channel, play, isText, withTomorrow: true, write });
  const isAny = found.ready.length > 0;
  const list = isAny ? await writeHandOver(context, planner, found, { ...asked, play, form, at, give }) : null;
  if (!isAny) recordHeldOut(archive, found.heldOut, { at, day, list });
  return {
    outcome: outcomeOf(context, found),
    tell: (instead) => {
      for (const { play: broken, error } of [...unasked, ...found.plan.broken])
        context.io.insist(words.followups.broken(broken.name, segmentErrorInWords(error, words).message));
      tellHandedOver(context, found, {
        channel,
        to: instead ?? asked.to,
        list,
        isText,
        policy,
        population,
      });
    },
  };
}

/** What was handed over after the day does not count in a plan of it. */
async function assertNoneLater({ words }: Context, archive: Archive, day: string): Promise<void> {
  const { lastHandOver } = await import('../followups/outcome-queries.ts');
  const last = lastHandOver(archive);
  if (last !== undefined && last > day)
    throw new UsageError(words.handovers.tooEarly(day, last), { code: 'later_handover', hint: `--as-of ${last}` });
}

function outcomeOf({ failIfEmpty }: Context, { ready, refused }: HandOver): Outcome | undefined {
  if (refused.length > 0) return { exitCode: ExitCode.someRefused };
  return ready.length === 0 && failIfEmpty ? { exitCode: ExitCode.nothingFound } : undefined;
}
