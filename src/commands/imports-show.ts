import { DataError } from '../errors.ts';
import { command } from './command.ts';

export const importsShow = command({
  path: 'imports show <import>',
  summary: 'the rows of an ingested file that were refused, and why',
  examples: ['regulars imports show 3', 'regulars imports show 3 --json'],
  description: 'To mend refused rows, ingest with --rejects FILE, correct that file and ingest it.',
  options: {},
  rows: true,
  async run(context, [id = '']) {
    const archive = await context.archive('read');
    const { findImport, refusalsOf } = await import('../ingest/facts/import-queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const { customers } = context.words;
    const { fileProblems } = context.rowWords;
    const found = findImport(archive, id);
    if (!found)
      throw new DataError(customers.unknownImport(id), { code: 'unknown_import', hint: customers.unknownImportHint });
    const refusals = refusalsOf(archive, found.import_id);
    return writeTable(context, {
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
        row.rows,
      ]),
    });
  },
});
