import { DataError } from '../errors.ts';
import type { Table } from '../output/table.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { command } from './command.ts';

export const importsShow = command({
  path: 'imports show <import>',
  summary: {
    en: 'what a file brought, and which of its rows were refused and why',
    zh: '某个文件带来了什么、哪些行被拒收及原因',
  },
  examples: ['regulars imports show 3', 'regulars imports show 3 --json'],
  description: {
    en: 'To mend refused rows, ingest the file (customers import for one of customers) with --rejects FILE, also when it was ingested before; correct that file and take it in by the same command.',
    zh: '要修正被拒收的行：导入时（客户文件用 customers import）加 --rejects 文件，导入过的也可以再这样导入一次；改好该文件后用同一命令导入它。',
  },
  options: {},
  rows: true,
  async run(context, [id = '']) {
    const archive = await context.archive('read');
    const { findImport, refusalsOf, summaryOf } = await import('../ingest/facts/import-queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const { customers } = context.words;
    const { fileProblems } = context.rowWords;
    const found = findImport(archive, id);
    if (!found)
      throw new DataError(customers.unknownImport(id), { code: 'unknown_import', hint: customers.unknownImportHint });
    const refusals = refusalsOf(archive, found.import_id);
    const summary = summaryOf(archive, found.import_id);
    if (context.format === 'table') {
      const { figures } = await import('./ingest-report.ts');
      context.io.sayStyled(figures(context, found.file_name, summary));
      if (found.undone_at !== null) context.io.say(customers.undoneSince(found.import_id));
    }
    const table = {
      columns: [
        { name: 'file', kind: 'text', machineOnly: true },
        {
          name: 'sheet',
          kind: 'text',
          ...(refusals.every(({ sheet }) => sheet === null) ? { machineOnly: true } : {}),
        },
        { name: 'line', kind: 'integer' },
        { name: 'order_number', kind: 'text', whole: true },
        { name: 'column', kind: 'text' },
        { name: 'value', kind: 'text' },
        { name: 'reason', kind: 'text', machineOnly: true },
        { name: 'explanation', kind: 'text' },
        { name: 'mended', kind: 'boolean', whenRoom: true },
        { name: 'row', kind: 'text', machineOnly: true },
      ],
      rows: refusals.map((row) => [
        found.file_name,
        row.sheet,
        row.line,
        row.order_number,
        row.column_name,
        row.value,
        row.reason,
        fileProblems.refusal[row.reason],
        row.mended === 1,
        row.rows,
      ]),
    } satisfies Table;
    const { ingest } = context.words;
    const outcome = await writeTable(context, table, { empty: ingest.noneRefused });
    if (found.undone_at === null && refusals.some(({ mended }) => mended === 0)) {
      const { takenBy } = await import('./ingest-rejects.ts');
      const line = (...typed: string[]) =>
        shellLine(['regulars', ...takenBy(summary), ...typed, ...archiveFlag(context)]);
      context.io.say(ingest.howToMend(line(found.file_name, '--rejects', 'mend.csv'), line('mend.csv')));
    }
    return outcome;
  },
});
