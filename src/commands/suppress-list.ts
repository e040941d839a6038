import { command } from './command.ts';

export const suppressList = command({
  path: 'suppress list',
  summary: { en: 'who is never to be contacted', zh: '禁止联系名单' },
  examples: ['regulars suppress list', 'regulars suppress list --json'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { suppressions } = await import('../contacts/queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    return writeTable(context, {
      columns: [
        { name: 'suppression_id', kind: 'integer' },
        { name: 'kind', kind: 'text', term: true },
        { name: 'channel', kind: 'text', term: true },
        { name: 'hint', kind: 'text' },
        { name: 'customer_id', kind: 'integer' },
        { name: 'reason', kind: 'text' },
        { name: 'added_at', kind: 'instant' },
      ],
      rows: suppressions(archive).map((row) => [
        row.suppression_id,
        row.kind,
        row.channel,
        row.hint,
        row.customer_id,
        row.reason,
        row.added_at,
      ]),
    });
  },
});
