/** Takes the files that were named into the archive, one transaction each, and tells what became of them. */
import type { Context } from '../context.ts';
import { DataError, ExitCode, KnownError } from '../errors.ts';
import type { Ingested, IngestRequest, Surroundings } from '../ingest/ingest-file.ts';
import type { Archive } from '../store/open.ts';
import type { Outcome } from './command.ts';
import type { TakenFile } from './ingest-table.ts';

export interface HowToTake {
  /** Where refused rows are written. */
  readonly rejects: string | undefined;
  /** Only files not met before. */
  readonly watchOnce: boolean;
}

export async function takeFiles(
  context: Context,
  named: readonly string[],
  request: IngestRequest,
  { rejects: rejectsPath, watchOnce }: HowToTake,
): Promise<Outcome | undefined> {
  const { words } = context;
  const { namedFiles } = await import('./ingest-files.ts');
  const { files: all, several } = namedFiles(context, named, {
    leaveOut: rejectsPath,
    mayBeNone: watchOnce,
  });
  const { existsSync } = await import('node:fs');
  const { removeLeftovers } = await import('../store/copies.ts');
  if (!context.dryRun) removeLeftovers(context.archivePath.path);
  const fresh = !existsSync(context.archivePath.path);
  const session: Session = { archive: fresh ? undefined : await context.archive('create') };
  const { Unseen } = await import('./ingest-unseen.ts');
  const unseen = watchOnce ? new Unseen(context, request, () => session.archive) : undefined;
  const files = unseen ? await unseen.of(all) : all;
  const { RejectsFiles } = await import('./ingest-rejects.ts');
  const { summaryOf } = await import('../ingest/facts/import-queries.ts');
  const rejects = rejectsPath === undefined ? undefined : new RejectsFiles(context, rejectsPath);
  await rejects?.assertWritable();
  const report = await import('./ingest-report.ts');
  const taken: TakenFile[] = [];
  let exitCode: ExitCode = ExitCode.done;
  for (const file of files) {
    if (unseen && !unseen.settled(file)) continue;
    try {
      const ingested = await take(
        onlyOf(context, named, file),
        file,
        { ...request, fillOnly: several && request.shop === undefined },
        session,
      );
      taken.push({ file, ingested });
      report.tell(context, file, ingested, { brief: several });
      if (ingested.outcome === 'known') {
        if (rejects && session.archive) rejects.note(request, summaryOf(session.archive, ingested.import));
        continue;
      }
      if (ingested.summary.rows.refused > 0) exitCode = exitCode === ExitCode.failed ? exitCode : ExitCode.someRefused;
      rejects?.note(request, ingested.summary);
    } catch (error) {
      // A file that needs another flag is that file's trouble; the others were stored and are told.
      if (!several || !(error instanceof KnownError)) throw error;
      taken.push({ file, ingested: undefined });
      exitCode = ExitCode.failed;
      unseen?.refused(file, error);
      context.io.insist(
        [error.message, ...(error.details.hint ? [words.common.hint(error.details.hint)] : [])].join('\n'),
      );
    }
  }
  const failed = taken.filter(({ ingested }) => !ingested).length;
  if (fresh && failed > 0 && failed === taken.length && !unseen)
    throw new DataError(words.ingest.someRefused(failed, files.length), { code: 'files_refused' });
  if (session.archive) await rejects?.write(session.archive);
  if (!context.dryRun) await unseen?.remember(async () => (session.archive ??= await context.archive('create')));
  if (context.formatAsked === 'json' || context.formatAsked === 'ndjson') {
    const documents = taken.flatMap(({ file, ingested }) =>
      ingested ? [report.document(context, file, ingested)] : [],
    );
    const { writeJson } = await import('../output/write-json.ts');
    await writeJson(context, several ? documents : documents[0]);
  }
  if (several && taken.length > 0) (await import('./ingest-table.ts')).tellTable(context, taken);
  if (failed > 0) context.io.insist(words.ingest.someRefused(failed, files.length));
  if (context.dryRun && !(unseen && files.length === 0)) context.io.say(words.common.nothingChanged);
  return exitCode === ExitCode.done ? undefined : ({ exitCode } satisfies Outcome);
}

/** A line to paste for one file is not to say anything of the others. */
function onlyOf(context: Context, named: readonly string[], file: string): Context {
  const [first] = named;
  const typed = context.typed.flatMap((word) => (word === first ? [file] : named.includes(word) ? [] : [word]));
  return { ...context, typed };
}

interface Session {
  archive: Archive | undefined;
}

async function take(context: Context, file: string, request: IngestRequest, session: Session): Promise<Ingested> {
  const { resolve } = await import('node:path');
  const { ingestFile } = await import('../ingest/ingest-file.ts');
  const { wordFileError } = await import('./ingest-errors.ts');
  const { words, io } = context;
  const path = file === '-' ? '-' : resolve(context.folder, file);
  const progress = io.progress(words.ingest.reading(file));
  const around: Surroundings = {
    stdin: io.stdin,
    now: Math.floor(context.now().getTime() / 1000),
    existing: session.archive,
    open: async () => (session.archive ??= await context.archive('create')),
    signal: context.signal,
    onStoring: () => progress.update(words.ingest.storing(file)),
  };
  try {
    return await ingestFile(path, request, around);
  } catch (error) {
    progress.stop();
    const answer = await wordFileError(context, file, request, error);
    return await take(context, file, { ...request, ...answer }, session);
  } finally {
    progress.stop();
  }
}
