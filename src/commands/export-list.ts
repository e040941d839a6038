import { command } from './command.ts';

export const exportList = command({
  path: 'export list',
  summary: { en: 'the contact lists that were handed over', zh: '已交出的联系名单' },
  examples: ['regulars export list', 'regulars export list --json'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { handOvers } = await import('../contacts/list-queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    return writeTable(
      context,
      {
        columns: [
          { name: 'list_id', kind: 'integer' },
          { name: 'day', kind: 'day' },
          { name: 'channel', kind: 'text', term: true },
          { name: 'kind', kind: 'text', term: true },
          { name: 'format', kind: 'text' },
          { name: 'only', kind: 'text', term: true, whenRoom: true },
          { name: 'people', kind: 'integer' },
          { name: 'held_out', kind: 'integer' },
          { name: 'left_out', kind: 'text', machineOnly: true },
          { name: 'recipient', kind: 'text', whenRoom: true },
          { name: 'expires_day', kind: 'day' },
          { name: 'asked_for', kind: 'text', machineOnly: true },
          { name: 'hash', kind: 'text', machineOnly: true },
          { name: 'made_at', kind: 'instant', machineOnly: true },
        ],
        rows: handOvers(archive, context.today(archive)).map((row) => [
          row.list_id,
          row.day,
          row.channel,
          row.kind,
          row.format,
          row.only,
          row.people,
          row.held_out,
          row.left_out,
          row.recipient,
          row.expires_day,
          row.series,
          row.hash,
          row.made_at,
        ]),
      },
      { empty: context.words.contacts.noLists },
    );
  },
});
