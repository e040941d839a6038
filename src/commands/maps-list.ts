import { command } from './command.ts';

export const mapsList = command({
  path: 'maps list',
  summary: { en: 'the saved maps of columns', zh: '保存的列对应' },
  examples: ['regulars maps list', 'regulars maps list --json'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { savedMaps } = await import('../ingest/facts/map-queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    return writeTable(context, {
      columns: [
        { name: 'map', kind: 'text' },
        { name: 'holds', kind: 'text', term: true },
        { name: 'fields', kind: 'list' },
        { name: 'files', kind: 'integer' },
      ],
      rows: savedMaps(archive).map(({ name, holds, columns, files }) => [name, holds, Object.keys(columns), files]),
    });
  },
});
