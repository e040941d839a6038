import { command } from './command.ts';

export const platformsList = command({
  path: 'platforms list',
  summary: { en: 'the exports that are understood without being told', zh: '无需说明就能识别的导出文件' },
  examples: ['regulars platforms list', 'regulars platforms list --json'],
  options: {},
  rows: true,
  async run(context) {
    const { platforms } = await import('../platforms/index.ts');
    const { writeTable } = await import('../output/write-table.ts');
    return writeTable(context, {
      columns: [
        { name: 'platform', kind: 'text' },
        { name: 'layout', kind: 'text' },
        { name: 'evidence', kind: 'text', term: true },
        { name: 'recognised_by', kind: 'list' },
        { name: 'currency', kind: 'text', machineOnly: true },
        { name: 'time_zone', kind: 'text', machineOnly: true },
      ],
      rows: platforms.flatMap((platform) =>
        platform.layouts.map((layout) => [
          platform.name,
          layout.name,
          layout.evidence,
          layout.requires,
          platform.currency ?? null,
          platform.timeZone ?? null,
        ]),
      ),
    });
  },
});
