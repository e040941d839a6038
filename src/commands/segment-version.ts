/** What was said of a saved segment: the whole history in lines, one version in full. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { archiveZone } from '../measures/queries.ts';
import type { SegmentAct } from '../segments/saved-queries.ts';
import type { Archive } from '../store/open.ts';
import { isoInstant } from '../values/iso-instant.ts';
import { dayIn } from '../values/zones.ts';
import { wantsDocument } from './document.ts';

export const actDocument = ({ act, version, name, where, aim, who, why, at }: SegmentAct) => ({
  act,
  version,
  name,
  where,
  aim,
  who,
  why,
  said_at: isoInstant(at),
});

/** The newest first: what, when, by whom, why. */
export function historyText({ words }: Context, archive: Archive, acts: readonly SegmentAct[]): string {
  const zone = archiveZone(archive);
  return acts
    .toReversed()
    .map((act) =>
      [words.savedSegments.acts[act.act](act.version, act.name), dayIn(act.at, zone), act.who, act.why]
        .filter(Boolean)
        .join(' · '),
    )
    .join('\n');
}

/** The last one where none is asked for, of a segment that was removed. Throws UsageError for one there never was. */
export async function showVersion(
  context: Context,
  archive: Archive,
  acts: readonly SegmentAct[],
  asked: string | undefined,
): Promise<void> {
  const { segments, savedSegments } = context.words;
  const last = acts.at(-1);
  const shown =
    asked === undefined
      ? last
      : acts.findLast(({ act, version }) => act === 'saved' && String(version) === asked.trim());
  if (!last || !shown)
    throw new UsageError(savedSegments.unknownVersion(last?.name ?? '', asked ?? '', last?.version ?? 0), {
      code: 'unknown_version',
    });
  if (wantsDocument(context)) {
    const { writeJson } = await import('../output/write-json.ts');
    await writeJson(context, { ...actDocument(shown), history: acts.map(actDocument) });
    return;
  }
  const { renderFields } = await import('../output/fields.ts');
  const labels = segments.show;
  await context.io.write(
    renderFields(
      [
        [labels.segment, shown.name],
        [labels.kind, segments.kinds['saved']],
        [labels.aim, shown.aim ?? undefined],
        [labels.query, shown.where],
        [labels.version, `${shown.version}/${last.version}`],
        [labels.history, historyText(context, archive, asked === undefined ? acts : [shown])],
      ],
      context.io.out,
    ),
  );
  const zone = archiveZone(archive);
  if (last.act === 'removed') context.io.warn(savedSegments.wasRemoved(last.name, dayIn(last.at, zone)));
}
