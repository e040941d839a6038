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
    const { gather } = await import('../measures/gather.ts');
    const { allCandidates, planFor, settledOutcome } = await import('../followups/planner.ts');
    const { plays } = await import('../followups/plays.ts');
    const { addDays } = await import('../values/days.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars followup why ${number}`);
    const population = gather(archive, context.today(archive));
    const { asOf } = population;
    const { followups } = context.rowWords;
    const { whyStates } = followups;
    const candidates = allCandidates(archive, population).filter((candidate) => candidate.customer === customer);
    const plan = planFor(archive, population, { from: asOf, to: addDays(asOf, 60) });
    const rows = plays.map((play): [string, string, string, string | null] => {
      const candidate = candidates.find((open) => open.play === play);
      if (!candidate) return [play.name, 'not_applicable', whyStates.not_applicable, null];
      const settled = settledOutcome(archive, population, candidate);
      if (settled)
        return [
          play.name,
          settled.outcome,
          whyStates.settled(followups.outcomes[settled.outcome] ?? settled.outcome, settled.day),
          candidate.id,
        ];
      if (candidate.until < asOf) return [play.name, 'expired', whyStates.expired(candidate.until), candidate.id];
      const planned = plan.planned.find((row) => row.id === candidate.id);
      if (planned?.deferredBy)
        return [
          play.name,
          'deferred',
          whyStates.deferred(candidate.due, planned.day, followups.deferReasons[planned.deferredBy]),
          candidate.id,
        ];
      if (planned)
        return [
          play.name,
          planned.due > asOf ? 'later' : 'planned',
          planned.due > asOf ? whyStates.later(planned.day) : whyStates.planned(planned.day),
          candidate.id,
        ];
      const out = plan.leftOut.find((entry) => entry.candidate.id === candidate.id);
      if (out) return [play.name, 'left_out', whyStates.left_out(followups.gateReasons[out.reason]), candidate.id];
      return [play.name, 'later', whyStates.due(candidate.due, candidate.until), candidate.id];
    });
    return writeTable(context, {
      columns: [
        { name: 'play', kind: 'text' },
        { name: 'state', kind: 'text', machineOnly: true },
        { name: 'explanation', kind: 'text' },
        { name: 'id', kind: 'text' },
      ],
      rows,
    });
  },
});
