import { command } from './command.ts';

export const importsList = command({
  path: 'imports list',
  summary: { en: 'the files that were ingested', zh: '导入过的文件' },
  examples: ['regulars imports list', 'regulars imports list --json'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { listImports } = await import('../ingest/facts/import-queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const imports = listImports(archive);
    return writeTable(context, {
      columns: [
        { name: 'import_id', kind: 'integer' },
        { name: 'file', kind: 'text' },
        { name: 'platform', kind: 'text', whenRoom: true },
        { name: 'shops', kind: 'list' },
        { name: 'imported_at', kind: 'instant' },
        { name: 'orders', kind: 'integer' },
        { name: 'refusals', kind: 'integer' },
        { name: 'mended', kind: 'integer', whenRoom: true },
        { name: 'undone_at', kind: 'instant', machineOnly: imports.every(({ undone_at: at }) => at === null) },
      ],
      rows: imports.map((row) => [
        row.import_id,
        row.file_name,
        row.platform,
        row.shops,
        row.imported_at,
        row.orders,
        row.refusals,
        row.mended,
        row.undone_at,
      ]),
    });
  },
});
