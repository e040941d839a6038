import type { Context } from '../context.ts';
import { DataError, ExitCode, KnownError, UsageError } from '../errors.ts';
import type { Ingested, IngestRequest, Surroundings } from '../ingest/ingest-file.ts';
import type { Archive } from '../store/open.ts';
import { command, flag, type Outcome, parsed, text } from './command.ts';
import type { TakenFile } from './ingest-table.ts';
import { readingOptions, readRequest } from './reading-options.ts';

export const ingest = command({
  path: 'ingest [files...]',
  summary: { en: 'take orders from export files into the archive', zh: '把导出文件里的订单导入档案' },
  examples: [
    'regulars ingest ExportOrderList202610311200.csv orders_export_1.csv',
    "regulars ingest 2026-10.csv --shop '山月茶铺' --rejects mend.csv",
    'regulars ingest till.csv --map order_id=Receipt --map order_date=Date --map order_total=Total --timezone Europe/Berlin --currency EUR --save-map till',
    'gunzip -c orders.csv.gz | regulars ingest -',
    'regulars ingest exports/ --watch-once -q',
  ],
  description: {
    en: 'Reads CSV, TSV and Excel (.xlsx, .xls) as the platform wrote them, also in a .gz or .zip: encoding, delimiter, sheet, header and platform are recognised. One file is one transaction; ingesting anything twice changes nothing. Rows that cannot be read are refused and listed, good ones are kept. Of a folder every file is taken that may be an export; a bad one does not stop the others.',
    zh: '按平台导出的原样读取 CSV、TSV 和 Excel（.xlsx、.xls），放在 .gz 或 .zip 里也行：编码、分隔符、工作表、表头和平台都自动识别。一个文件要么全部存入，要么完全不存；同一个文件导入两次不会有任何变化。读不懂的行会被拒收并列出，其余照常保存。指定文件夹时，导入其中所有可能是导出文件的文件；个别文件有问题不影响其他文件。',
  },
  options: {
    ...readingOptions,
    saveMap: text('--save-map <name>', {
      en: 'keep the --map columns for later files with the same header',
      zh: '保存 --map 的列对应，供以后表头相同的文件使用',
    }),
    expectOrders: parsed(
      '--expect-orders <n>',
      { en: 'store nothing unless the file holds so many orders', zh: '文件的订单数不是这么多时，什么都不存入' },
      (value, words) => {
        if (/^\d{1,9}$/.test(value)) return Number(value);
        throw new UsageError(words.ingest.badValue('--expect-orders', value, '')[0], { code: 'bad_value' });
      },
    ),
    expectTotal: parsed(
      '--expect-total <amount>',
      { en: 'store nothing unless the order totals come to this', zh: '订单总额合计不是这个数时，什么都不存入' },
      (value, words) => {
        if (/^-?\d{1,15}(\.\d{1,4})?$/.test(value)) return value;
        throw new UsageError(words.ingest.badValue('--expect-total', value, '')[0], { code: 'bad_value' });
      },
    ),
    watchOnce: flag('--watch-once', {
      en: 'take only files not met before, and say nothing where there are none: for cron',
      zh: '只导入没见过的文件，没有新文件时不输出任何内容：用于定时任务',
    }),
    rejects: text('--rejects <file>', {
      en: 'write refused rows there, to mend and ingest again',
      zh: '把被拒收的行写入该文件，改好后可再导入',
    }),
  },
  async run(context, named, options) {
    const { words } = context;
    if (named.length === 0)
      throw new UsageError(words.ingest.noFiles, { code: 'no_files', hint: words.ingest.noFilesHint });
    const request = await requestOf(context, options);
    const { namedFiles } = await import('./ingest-files.ts');
    const { files: all, several } = namedFiles(context, named, {
      leaveOut: options.rejects,
      mayBeNone: options.watchOnce,
    });
    const { existsSync } = await import('node:fs');
    const { removeLeftovers } = await import('../store/copies.ts');
    if (!context.dryRun) removeLeftovers(context.archivePath.path);
    const fresh = !existsSync(context.archivePath.path);
    const session: Session = { archive: fresh ? undefined : await context.archive('create') };
    const { Unseen } = await import('./ingest-unseen.ts');
    const unseen = options.watchOnce ? new Unseen(context, request, () => session.archive) : undefined;
    const files = unseen ? await unseen.of(all) : all;
    const { RejectsFiles } = await import('./ingest-rejects.ts');
    const { summaryOf } = await import('../ingest/facts/import-queries.ts');
    const rejects = options.rejects === undefined ? undefined : new RejectsFiles(context, options.rejects);
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
        if (ingested.summary.rows.refused > 0)
          exitCode = exitCode === ExitCode.failed ? exitCode : ExitCode.someRefused;
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
  },
});

/** A line to paste for one file is not to say anything of the others. */
function onlyOf(context: Context, named: readonly string[], file: string): Context {
  const [first] = named;
  const typed = context.typed.flatMap((word) => (word === first ? [file] : named.includes(word) ? [] : [word]));
  return { ...context, typed };
}

type IngestOptions = Parameters<typeof ingest.run>[2];

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

async function requestOf(context: Context, options: IngestOptions): Promise<IngestRequest> {
  const { saveMap, expectOrders, expectTotal } = options;
  return { ...(await readRequest(context, options)), saveMap, expectOrders, expectTotal };
}
