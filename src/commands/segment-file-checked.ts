/** The segments of a file, once all of it is found to be right. */
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import type { Population } from '../measures/population.ts';
import type { FileSegment } from '../segments/segment-file.ts';
import type { Archive } from '../store/open.ts';
import { fileRefused } from './file-refused.ts';
import { mistakeInWords, ruleMistake, segmentFileError } from './segment-file-errors.ts';

/** Throws DataError that tells every mistake of the file. */
export async function checkedSegments(
  context: Context,
  archive: Archive,
  population: Population,
  { file, text }: { readonly file: string; readonly text: string },
): Promise<readonly FileSegment[]> {
  const { readSegmentFile } = await import('../segments/segment-file.ts');
  const { compileWhere } = await import('../segments/compile.ts');
  const { definitionsWith } = await import('../segments/definitions.ts');
  const { circleFrom } = await import('../segments/references.ts');
  const { SegmentError } = await import('../segments/segment-error.ts');
  const { segments, mistakes } = readSegmentFile(text);
  const told = mistakes.map((mistake) => mistakeInWords(context, text, mistake));
  const named = definitionsWith(archive, segments);
  for (const { name, where, line } of segments) {
    const circle = circleFrom(name, named);
    if (circle) told.push({ line, name, told: context.words.savedSegments.circle(circle) });
    if (circle) continue;
    try {
      compileWhere(archive, where, population, named);
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
      // A mistake in the rule of another segment of the file is told there.
      const other = error.source !== where && segments.some((segment) => segment.where === error.source);
      if (!other) told.push({ line, name, told: ruleMistake(context, error) });
    }
  }
  if (told.length > 0) throw segmentFileError(context, file, told);
  return segments;
}

export async function segmentFileText(context: Context, file: string): Promise<string> {
  const { resolve } = await import('node:path');
  const { readFileSync } = await import('node:fs');
  const { openSource } = await import('../ingest/bytes/source.ts');
  const { FileRefused } = await import('../ingest/refusal.ts');
  const path = file === '-' ? '-' : resolve(context.folder, file);
  const source = await openSource(path, context.io.stdin, context.signal).catch((error: unknown) => {
    if (!(error instanceof FileRefused)) throw error;
    throw fileRefused(context, file, error);
  });
  try {
    if (!source.utf8) throw new DataError(context.words.savedSegments.notUtf8(file), { code: 'not_utf8', file });
    return readFileSync(source.path, 'utf8').replace(/^\ufeff/, '');
  } finally {
    source.dispose();
  }
}
