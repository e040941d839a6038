import { command } from './command.ts';
import { mapNamed } from './map-named.ts';

export const mapsShow = command({
  path: 'maps show <map>',
  summary: { en: 'which column a saved map reads each field from', zh: '保存的列对应：各字段取自哪一列' },
  examples: ['regulars maps show till'],
  options: {},
  rows: true,
  async run(context, [name = '']) {
    const archive = await context.archive('read');
    const { columns } = await mapNamed(context, archive, name);
    const { writeTable } = await import('../output/write-table.ts');
    return writeTable(context, {
      columns: [
        { name: 'field', kind: 'text' },
        { name: 'column', kind: 'text' },
      ],
      rows: Object.entries(columns),
    });
  },
});
