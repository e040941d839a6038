import { command } from './command.ts';

export const customersMerges = command({
  path: 'customers merges',
  summary: { en: 'what was merged and split by hand', zh: '手动合并和拆分过的客户' },
  examples: ['regulars customers merges', 'regulars customers merges --json'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { overrideRows } = await import('../customers/override-list-queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    return writeTable(
      context,
      {
        columns: [
          { name: 'override_id', kind: 'integer' },
          { name: 'what', kind: 'text', term: true },
          { name: 'customer_ids', kind: 'list' },
          { name: 'names', kind: 'list' },
          { name: 'reason', kind: 'text' },
          { name: 'said_at', kind: 'instant', whenRoom: true },
          { name: 'standing', kind: 'text', term: true },
        ],
        rows: overrideRows(archive).map((row) => [
          row.override_id,
          row.kind,
          row.customers.map(String),
          row.names,
          row.reason,
          row.said_at,
          row.state,
        ]),
      },
      { empty: context.words.overrides.none },
    );
  },
});
