import { command } from './command.ts';
import { daysOption } from './days-option.ts';

export const followupPlan = command({
  path: 'followup plan',
  summary: { en: 'whom to contact in the coming days', zh: '未来几天要联系谁' },
  examples: [
    'regulars followup plan --days 7',
    'regulars followup plan --days 30 --csv > november.csv',
    'regulars followup plan --as-of 2026-11-01 --json',
  ],
  description: {
    en: 'Assumes that nobody orders in the meantime. How much one customer is contacted, and how much the shop does a day, is for the contact policy to say; who has to wait is deferred. Writes nothing.',
    zh: '假设这段时间里没有人下单。每位客户联系多少、店铺每天做多少，由联系规则决定；需要等待的会推迟。不写入任何内容。',
  },
  options: {
    days: daysOption({ en: 'how many days, today included (default 7)', zh: '多少天，含今天（默认 7）' }),
  },
  rows: true,
  async run(context, _, options) {
    const archive = await context.archive('read');
    const { dayPlanner } = await import('../followups/day-planner.ts');
    const planner = await dayPlanner(archive, context.today(archive), context.moment());
    const { planFor } = await import('../followups/planner.ts');
    const { addDays } = await import('../values/days.ts');
    const { followupTable } = await import('./followup-rows.ts');
    const { tellOthers, tellUncovered, tellUnseenMoves } = await import('./followup-others.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const { population } = planner;
    const range = { from: population.asOf, to: addDays(population.asOf, (options.days ?? 7) - 1) };
    const plan = planFor(planner, range);
    const outcome = await writeTable(context, await followupTable(context, archive, population, plan.planned));
    context.io.say(context.words.followups.planned(plan.planned.length, range.from, range.to));
    tellOthers(context, plan);
    tellUncovered(context, plan.planned);
    await tellUnseenMoves(context, archive, planner.plays);
    return outcome;
  },
});
