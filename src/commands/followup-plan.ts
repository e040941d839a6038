import { UsageError } from '../errors.ts';
import { command, parsed } from './command.ts';

export const followupPlan = command({
  path: 'followup plan',
  summary: { en: 'whom to contact in the coming days', zh: '未来几天要联系谁' },
  examples: [
    'regulars followup plan --days 7',
    'regulars followup plan --days 30 --csv > november.csv',
    'regulars followup plan --as-of 2026-11-01 --json',
  ],
  description: {
    en: 'Assumes that nobody orders in the meantime. At most three promotional messages to one customer in thirty days, never two messages on one day; who has to wait is deferred.',
    zh: '假设这段时间里没有人下单。每位客户三十天内最多三条营销信息，一天之内绝不发两条；需要等待的会推迟。',
  },
  options: {
    days: parsed(
      '--days <n>',
      { en: 'how many days, today included (default 7)', zh: '多少天，含今天（默认 7）' },
      (value, words) => {
        const days = Number(value);
        if (Number.isInteger(days) && days >= 1 && days <= 366) return days;
        throw new UsageError(words.followups.badDays(value), { code: 'bad_days' });
      },
    ),
  },
  rows: true,
  async run(context, _, options) {
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { planFor } = await import('../followups/planner.ts');
    const { addDays } = await import('../values/days.ts');
    const { followupTable, tellOthers } = await import('./followup-rows.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const population = gather(archive, context.today(archive));
    const range = { from: population.asOf, to: addDays(population.asOf, (options.days ?? 7) - 1) };
    const plan = planFor(archive, population, range);
    const outcome = await writeTable(context, await followupTable(context, archive, population, plan.planned));
    context.io.say(context.words.followups.planned(plan.planned.length, range.from, range.to));
    tellOthers(context, plan);
    return outcome;
  },
});
