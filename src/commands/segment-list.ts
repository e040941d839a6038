import { command } from './command.ts';
import { orTold } from './or-told.ts';
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
    const { definitions } = await import('../segments/definitions.ts');
    const { builtinNamed } = await import('../segments/builtins.ts');
    const { compileSegment } = await import('../segments/choose.ts');
    const { sizeWhere } = await import('../segments/queries.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const { shortRule } = await import('./segment-rule.ts');
    const population = gather(archive, context.today(archive));
    // The rule in words is for a person: it changes with the day's cut points and the language.
    const withRule = context.format === 'table';
    const rows = [];
    for (const definition of definitions(archive)) {
      const { name, kind, where, version = null, aim = null } = definition;
      const size = await orTold(context, definition, () =>
        sizeWhere(archive, compileSegment(archive, name, population)),
      );
      const builtin = builtinNamed(name);
      const rule = builtin ? shortRule(context.words, builtin, population) : where.replaceAll(/\s+/g, ' ');
      rows.push([
        name,
        kind,
        size?.customers ?? null,
        size?.net ?? null,
        ...(withRule ? [rule] : [where]),
        version,
        aim,
      ]);
    }
    const outcome = await writeTable(context, {
      columns: [
        { name: 'name', title: context.words.segments.show.segment, kind: 'text', whole: true },
        { name: 'kind', kind: 'text', term: true },
        { name: 'customers', kind: 'integer' },
        { name: 'net', kind: 'money', currency: { code: population.currency } },
        { name: withRule ? 'rule' : 'where', kind: 'text' },
        { name: 'version', kind: 'integer', machineOnly: true },
        { name: 'aim', kind: 'text', machineOnly: true },
      ],
      rows,
    });
    tellOtherCurrencies(context, population);
    return outcome;
  },
});
