import { command } from './command.ts';

export const exportFormats = command({
  path: 'export formats',
  summary: { en: 'the forms of contact list that other tools take', zh: '其他工具接受的联系名单格式' },
  examples: ['regulars export formats', 'regulars export formats --json'],
  description: {
    en: 'Evidence tells whether the headers stand in a file or page that was seen, or are what is remembered of them; recalled_headers (in CSV and JSON) are those of a seen form that are only remembered. Try a small list first where the other tool matters to you.',
    zh: '依据说明表头来自见过的文件或网页，还是凭记忆；recalled_headers（见 CSV 和 JSON）是其中仅凭记忆的表头。重要的导入请先用少量客户试一次。',
  },
  options: {},
  rows: true,
  async run(context) {
    const { listFormats } = await import('../contacts/lists/list-formats.ts');
    const { writeTable } = await import('../output/write-table.ts');
    return writeTable(context, {
      columns: [
        { name: 'format', kind: 'text', whole: true },
        { name: 'used_for', kind: 'text' },
        { name: 'channels', kind: 'list', term: true },
        { name: 'extension', kind: 'text' },
        { name: 'evidence', kind: 'text', term: true },
        { name: 'source', kind: 'text', whenRoom: true },
        { name: 'recalled_headers', kind: 'list', machineOnly: true },
      ],
      rows: listFormats.map(({ name, channels, extension, evidence, source, recalled = [] }) => [
        name,
        context.rowWords.lists.uses[name] ?? null,
        channels,
        extension,
        evidence,
        source,
        recalled,
      ]),
    });
  },
});
