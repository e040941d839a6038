import { command } from './command.ts';

export const ratesList = command({
  path: 'rates list',
  summary: { en: 'the exchange rates you gave', zh: '已导入的汇率' },
  examples: ['regulars rates list', 'regulars rates list --csv'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { listRates } = await import('../rates/queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    return writeTable(context, {
      columns: [
        { name: 'currency', kind: 'text' },
        { name: 'target', kind: 'text' },
        { name: 'day', kind: 'day' },
        { name: 'rate', kind: 'text', whole: true },
      ],
      rows: listRates(archive).map(({ currency, target, day, rate }) => [currency, target, day, rate]),
    });
  },
});
