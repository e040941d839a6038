import type { Context } from '../context.ts';
import type { WhyRow } from '../followups/why.ts';
import { command } from './command.ts';

export const followupWhy = command({
  path: 'followup why <who>',
  summary: {
    en: 'for each play: when a customer is due, or what keeps them out',
    zh: '逐个玩法说明：客户何时该联系，或为何没有列入',
  },
  examples: ['regulars followup why 淘小茶', 'regulars followup why ann@example.com --json'],
  options: {},
  rows: true,
  async run(context, [who = '']) {
    const archive = await context.archive('read');
    const { requireCustomer } = await import('./who.ts');
    const { dayPlanner } = await import('../followups/day-planner.ts');
    const { playsOf } = await import('../followups/plays/play-queries.ts');
    const { whyOf } = await import('../followups/why.ts');
    const { whyCells, WHY_COLUMNS } = await import('./followup-why-rows.ts');
    const { tellUnseenMoves } = await import('./followup-others.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars followup why ${number}`);
    const planner = await dayPlanner(archive, context.today(archive), context.moment());
    const rows = whyOf(planner, playsOf(archive, planner.population.asOf), customer);
    const isScreen = context.format === 'table';
    const shown = isScreen ? rows.filter(({ why }) => !(why.state in BARE)) : rows;
    const outcome = await writeTable(context, {
      columns: WHY_COLUMNS,
      rows: shown.map((row) => whyCells(context.rowWords, row)),
    });
    if (isScreen) tellRest(context, rows);
    await tellUnseenMoves(context, archive, planner.plays);
    return outcome;
  },
});

/** Of which there is nothing to tell but that; on a screen they are a line each, not a row for every play. */
const BARE = { not_applicable: true, off: true } as const;

function tellRest({ io, words }: Context, rows: readonly WhyRow[]): void {
  const { followups, contacts, followupDay, common } = words;
  const changes: Readonly<Record<string, ((channel: string) => string) | undefined>> = contacts.changes;
  const reasons = rows.flatMap(({ why }) => (why.state === 'left_out' ? [why.reason] : []));
  for (const reason of new Set(reasons)) {
    const change = changes[reason]?.(followups.anyChannel);
    if (change !== undefined) io.say(followups.withCommand(followups.leftOutReasons[reason], change));
  }
  for (const state of Object.keys(BARE) as (keyof typeof BARE)[]) {
    const plays = rows.filter(({ why }) => why.state === state).map(({ play }) => play.name);
    if (plays.length > 0) io.say(followupDay.bare(followups.whyStates[state], plays.join(common.listed)));
  }
}
