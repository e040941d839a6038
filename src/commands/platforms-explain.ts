import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { ExitCode } from '../errors.ts';
import { command } from './command.ts';
import { wantsDocument } from './document.ts';
import { knownHere } from './known-here.ts';
import { readingOptions, readRequest } from './reading-options.ts';

export const platformsExplain = command({
  path: 'platforms explain <file>',
  summary: { en: 'how a file is read, and why so; nothing is stored', zh: '文件会怎样读取、为什么；不存入任何内容' },
  examples: [
    'regulars platforms explain ExportOrderList202610311200.csv',
    'regulars platforms explain till.csv --map order_id=Receipt --map order_date=Date --map order_total=Total',
    'regulars platforms explain orders.xlsx --json',
    'regulars platforms explain - < orders.csv.gz',
  ],
  description: {
    en: 'Reads the file as ingest would with the same flags, and tells what it found at each step, up to the first orders. A file that ingest would refuse is told as far as it was understood, with the same exit code. No archive is needed; where there is one, its shops and saved columns count.',
    zh: '像 ingest 用同样选项那样读取文件，逐步说明读出了什么，直到最前面的几个订单。ingest 不会接收的文件，能读懂多少就说明多少，退出码相同。不需要档案；有档案时，会用到其中的店铺和保存的列对应。',
  },
  options: readingOptions,
  rows: true,
  async run(context, [file = ''], options) {
    const document = wantsDocument(context);
    const request = await readRequest(context, options);
    const { explainFile } = await import('../ingest/explain/explain-file.ts');
    const progress = context.io.progress(context.words.ingest.reading(file));
    const explanation = await explainFile(
      file === '-' ? '-' : resolve(context.folder, file),
      request,
      await knownHere(context),
      { stdin: context.io.stdin, now: Math.floor(context.now().getTime() / 1000), signal: context.signal },
    ).finally(() => progress.stop());
    if (document) {
      const { explanationDocument } = await import('./explain-document.ts');
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, explanationDocument(file, explanation));
    } else if (explanation.size !== undefined) {
      const { explanationScreen } = await import('./explain-screen.ts');
      await context.io.write(explanationScreen(context, file, explanation));
    }
    const { stopped } = explanation;
    if (stopped && 'reason' in stopped && stopped.reason === 'customers') {
      // It is no trouble: ingest takes it.
      const [message] = context.words.fileProblems.fileRefused.customers(file, {});
      context.io.say(message);
      return undefined;
    }
    if (stopped) {
      const { wordFileError } = await import('./ingest-errors.ts');
      // Nothing is asked: the answer would be lost.
      await wordFileError({ ...context, interactive: false, typed: asIngest(context) }, file, request, stopped);
    }
    return explanation.built && explanation.built.rows.refused > 0 ? { exitCode: ExitCode.someRefused } : undefined;
  },
});

/** The line to paste takes the file in. */
function asIngest({ typed }: Context): readonly string[] {
  const at = typed.findIndex((word, index) => word === 'platforms' && typed[index + 1] === 'explain');
  return at < 0 ? typed : typed.toSpliced(at, 2, 'ingest');
}
