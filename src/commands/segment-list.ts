import { command } from './command.ts';
import { tellOtherCurrencies } from './other-currencies.ts';

export const segmentList = command({
  path: 'segment list',
  summary: {
    en: 'every segment, how many are in it and what they brought',
    zh: '所有分组、各有多少客户、带来多少金额',
  },
  examples: ['regulars segment list', 'regulars segment list --json', 'regulars segment list --as-of 2026-06-30'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { builtins } = await import('../segments/builtins.ts');
    const { compileWhere } = await import('../segments/compile.ts');
    const { sizeWhere } = await import('../segments/queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const { shortRule } = await import('./segment-rule.ts');
    const population = gather(archive, context.today(archive));
    // The rule is for a person: it changes with the day's cut points and the language.
    const withRule = context.format === 'table';
    const rows = builtins.map((builtin) => {
      const { customers, net } = sizeWhere(archive, compileWhere(archive, builtin.where, population));
      return [
        builtin.name,
        builtin.kind,
        customers,
        net,
        ...(withRule ? [shortRule(context.words, builtin, population)] : []),
      ];
    });
    const outcome = await writeTable(context, {
      columns: [
        { name: 'name', title: context.words.segments.show.segment, kind: 'text', whole: true },
        { name: 'kind', kind: 'text', term: true },
        { name: 'customers', kind: 'integer' },
        { name: 'net', kind: 'money', currency: { code: population.currency } },
        ...(withRule ? [{ name: 'rule', kind: 'text' } as const] : []),
      ],
      rows,
    });
    tellOtherCurrencies(context, population);
    return outcome;
  },
});
