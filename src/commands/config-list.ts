import { command } from './command.ts';

export const configList = command({
  path: 'config list',
  summary: { en: 'how the archive is set', zh: '档案的设置' },
  examples: ['regulars config list', 'regulars config list --json'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { settingsOf } = await import('../archive/settings.ts');
    const { writeTable } = await import('../output/write-table.ts');
    return writeTable(context, {
      columns: [
        { name: 'setting', kind: 'text', whole: true },
        { name: 'value', kind: 'text', whole: true },
        { name: 'meaning', kind: 'text' },
      ],
      rows: [...settingsOf(archive)].map(([name, value]) => [name, value, context.rowWords.config.meaning[name]]),
    });
  },
});
