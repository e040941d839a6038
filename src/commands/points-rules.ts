import { command } from './command.ts';

export const pointsRules = command({
  path: 'points rules',
  summary: { en: 'by which rules points are earned, and until when', zh: '积分规则及各版本' },
  examples: ['regulars points rules', 'regulars points rules set per_amount 1', 'regulars points rules --json'],
  options: {},
  rows: true,
  async run(context) {
    const { points } = context.words;
    const archive = await context.archive('read');
    const { ruleVersions } = await import('../points/queries.ts');
    const { rateOn } = await import('../rates/rate.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const asOf = context.today(archive);
    const versions = ruleVersions(archive);
    return writeTable(
      context,
      {
        columns: [
          { name: 'rule', kind: 'text', whole: true },
          { name: 'value', kind: 'text', whole: true },
          { name: 'from_day', kind: 'day' },
          { name: 'in_force', kind: 'boolean' },
          { name: 'meaning', kind: 'text' },
        ],
        rows: versions.map((version) => [
          version.name,
          version.value,
          version.day,
          rateOn(
            versions.filter(({ name }) => name === version.name),
            asOf,
          ) === version,
          context.rowWords.points.meanings[version.name](version.value),
        ]),
      },
      { empty: points.noRules },
    );
  },
});
