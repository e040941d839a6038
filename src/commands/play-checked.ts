/** Plays and the policy held against the archive: of it, or of a file. */
import type { Context } from '../context.ts';
import type { FileFinding, PlayFile } from '../followups/plays/play-file.ts';
import type { Play } from '../followups/plays/play.ts';
import type { Policy } from '../followups/policy.ts';
import type { Archive } from '../store/open.ts';

/** How many there are in a play. */
export async function playMistakes(context: Context, archive: Archive, play: Play): Promise<number> {
  const { isMistake } = await import('../followups/plays/finding.ts');
  const { policyOf } = await import('../followups/policy-queries.ts');
  return (await findingsOn(context, archive, [play], policyOf(archive))).filter(isMistake).length;
}

/** Of a file what its schema says and what the archive does; in the order of their lines. */
export async function findingsInFile(context: Context, archive: Archive, file: PlayFile): Promise<FileFinding[]> {
  const { policyOf } = await import('../followups/policy-queries.ts');
  const found = await findingsOn(context, archive, file.plays, file.policy ?? policyOf(archive));
  const ofFile = found.filter(({ play }) => play !== undefined || file.policy);
  return [
    ...file.mistakes,
    ...ofFile.map((finding) => ({ ...finding, line: file.lineOf(finding.play, finding.key) })),
  ].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

export async function findingsOn(
  context: Context,
  archive: Archive,
  plays: readonly Play[],
  policy: Policy,
): Promise<FileFinding[]> {
  const { gather } = await import('../measures/gather.ts');
  const { checkPlay } = await import('../followups/plays/check-play.ts');
  const { checkPolicy } = await import('../followups/check-policy.ts');
  const population = gather(archive, context.today(archive));
  const findings: FileFinding[] = checkPolicy(policy);
  for (const play of plays)
    for (const finding of await checkPlay(play, { archive, population, policy }))
      findings.push({ ...finding, play: play.name });
  return findings;
}
