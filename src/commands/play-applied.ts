/** A file of plays, once all of it is found to be right, and what becomes of it. */
import type { Context } from '../context.ts';
import type { PlayFile } from '../followups/plays/play-file.ts';
import type { PlayPlan } from '../followups/plays/play-plan.ts';
import type { SaidOfPlay } from '../followups/plays/play-queries.ts';
import type { Archive } from '../store/open.ts';
import { findingsInFile } from './play-checked.ts';
import { aboutWhom, findingText } from './play-finding-words.ts';
import { caretAt, mistakesOfFile } from './segment-file-errors.ts';

/** Tells the hints. Throws DataError that tells every mistake. */
export async function checkedPlayFile(
  context: Context,
  archive: Archive,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<PlayFile> {
  const { isMistake } = await import('../followups/plays/finding.ts');
  const { readPlayFile } = await import('../followups/plays/play-file.ts');
  const { words, io } = context;
  const file = readPlayFile(text);
  const findings = await findingsInFile(context, archive, file);
  const told = findings.filter(isMistake).map((finding) => {
    const { line, column } = finding;
    const sentence = findingText(words, finding);
    const name = aboutWhom(words, finding) ?? undefined;
    if (line === undefined || column === undefined) return { line, name, told: sentence };
    return { line, name, told: `${words.savedSegments.column(column)}: ${sentence}\n${caretAt(text, line, column)}` };
  });
  if (told.length > 0) throw mistakesOfFile(context, path, told, 'bad_plays');
  for (const hint of findings) io.warn(`${aboutWhom(words, hint) ?? path}: ${findingText(words, hint)}`);
  return file;
}

/** All of it or nothing. */
export async function applyPlays(archive: Archive, plan: PlayPlan, said: SaidOfPlay): Promise<void> {
  const { savePlay, switchPlay } = await import('../followups/plays/play-queries.ts');
  const { setPolicy } = await import('../followups/policy-queries.ts');
  archive.write(() => {
    if (plan.policy) setPolicy(archive, plan.policy.policy);
    for (const { play } of plan.plays) {
      savePlay(archive, play, said);
      switchPlay(archive, play.name, play.on, said);
    }
  });
}
