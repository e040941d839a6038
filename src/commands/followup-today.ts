import { command } from './command.ts';

export const followupToday = command({
  path: 'followup today',
  summary: {
    en: 'the list to work through today: who, why now, what to say',
    zh: '今天要处理的清单：联系谁、为什么、说什么',
  },
  examples: ['regulars followup today', 'regulars followup today --csv > calls.csv', 'regulars followup done a7k2m9xq'],
  options: {},
  rows: true,
  async run(context) {
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { planFor } = await import('../followups/planner.ts');
    const { followupTable, tellOthers } = await import('./followup-rows.ts');
    const population = gather(archive, context.today(archive));
    const plan = planFor(archive, population, { from: population.asOf, to: population.asOf });
    const { followups } = context.words;
    if (context.format === 'table' && plan.planned.length > 0) {
      const { callSheet } = await import('./call-sheet.ts');
      await context.io.write(await callSheet(context, archive, population, plan.planned));
      tellOthers(context, plan);
      return undefined;
    }
    const { writeTable } = await import('../output/write-table.ts');
    const outcome = await writeTable(context, await followupTable(context, archive, population, plan.planned), {
      empty: followups.nothingToday(population.asOf),
    });
    tellOthers(context, plan);
    return outcome;
  },
});
