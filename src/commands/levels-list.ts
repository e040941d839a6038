import { command } from './command.ts';
import { wordingBrokenLevels } from './levels-of.ts';
import { tellStaleLevels } from './stale-levels.ts';

export const levelsList = command({
  path: 'levels list',
  summary: { en: 'the levels, lowest first, and how many have each', zh: '会员等级（从低到高）及人数' },
  examples: ['regulars levels list', 'regulars levels list --as-of 2026-06-30 --csv'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { levels } = await import('../levels/queries.ts');
    const { ruleText } = await import('../levels/rule-of-level.ts');
    const { standings } = await import('../levels/standing.ts');
    const { gather } = await import('../measures/gather.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const all = levels(archive);
    const population = gather(archive, context.today(archive));
    const counts = new Map<string, { all: number; graced: number }>();
    for (const { level, until } of (
      await wordingBrokenLevels(context, () => standings(archive, population))
    ).values()) {
      const count = counts.get(level) ?? { all: 0, graced: 0 };
      counts.set(level, { all: count.all + 1, graced: count.graced + Number(until !== null) });
    }
    await tellStaleLevels(context, archive);
    return writeTable(
      context,
      {
        columns: [
          { name: 'level', kind: 'text' },
          { name: 'order', kind: 'integer' },
          { name: 'rule', kind: 'text' },
          { name: 'grace_days', kind: 'integer' },
          { name: 'customers', kind: 'integer' },
          { name: 'in_grace', kind: 'integer' },
        ],
        rows: all.map(({ name, position, segment, condition, grace_days: grace }) => [
          name,
          position,
          ruleText({ segment, condition }),
          grace,
          counts.get(name)?.all ?? 0,
          counts.get(name)?.graced ?? 0,
        ]),
      },
      { empty: context.words.levels.none },
    );
  },
});
