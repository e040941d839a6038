import { command } from './command.ts';

export const platformsWords = command({
  path: 'platforms words [platform]',
  summary: {
    en: 'the status words of the orders, and what they are taken for',
    zh: '订单中的状态词，以及各按什么处理',
  },
  examples: ['regulars platforms words', 'regulars platforms words woocommerce --json'],
  description: {
    en: 'Words nobody understands come first: orders that say them do not count. `platforms map-status` gives them a meaning.',
    zh: '不认识的词排在最前：用到它们的订单不计入统计。用 `platforms map-status` 说明含义。',
  },
  options: {},
  rows: true,
  async run(context, [platform]) {
    if (platform !== undefined) {
      const { checkSettings } = await import('./check-settings.ts');
      checkSettings(context, { platform });
    }
    const archive = await context.archive('read');
    const { statusWordsIn } = await import('../archive/status-meanings.ts');
    const { writeTable } = await import('../output/write-table.ts');
    return writeTable(context, {
      columns: [
        { name: 'platform', kind: 'text' },
        { name: 'column', kind: 'text', term: true },
        { name: 'word', kind: 'text' },
        { name: 'orders', kind: 'integer' },
        { name: 'means', kind: 'text', term: true },
        { name: 'by', kind: 'text', term: true },
      ],
      rows: statusWordsIn(archive, platform).map(({ platform: name, role, word, orders, means, by }) => [
        name,
        role,
        word,
        orders,
        means,
        by,
      ]),
    });
  },
});
