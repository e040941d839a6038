/** Planned follow-ups as rows, and what is said on stderr of those who are not among them. */
import type { GateReason } from '../contacts/gate.ts';
import type { Context } from '../context.ts';
import type { Plan, Planned } from '../followups/plan.ts';
import type { Population } from '../measures/population.ts';
import type { Cell, Table } from '../output/table.ts';
import type { Archive } from '../store/open.ts';

export async function followupTable(
  context: Context,
  archive: Archive,
  population: Population,
  planned: readonly Planned[],
): Promise<Table> {
  const { personRow } = await import('../followups/queries.ts');
  const { followups } = context.rowWords;
  return {
    columns: [
      { name: 'id', kind: 'text', whole: true },
      { name: 'day', kind: 'day' },
      { name: 'play', kind: 'text', whole: true },
      { name: 'kind', kind: 'text', machineOnly: true },
      { name: 'channel', kind: 'text', term: true, whenRoom: true },
      { name: 'customer_id', kind: 'integer', machineOnly: true },
      { name: 'name', kind: 'text' },
      { name: 'address', kind: 'phone' },
      { name: 'due_day', kind: 'day', machineOnly: true },
      { name: 'until_day', kind: 'day', machineOnly: true },
      { name: 'deferred_by', kind: 'text', machineOnly: true },
      { name: 'why', kind: 'text', whenRoom: true },
      { name: 'amount_spent', kind: 'money', currency: { code: population.currency }, machineOnly: true },
      { name: 'last_items', kind: 'text', machineOnly: true },
    ],
    rows: planned.map((row): Cell[] => {
      const person = personRow(archive, row.customer, population.asOf);
      const why = followups.plays[row.play.name]?.why(row.due) ?? row.play.name;
      return [
        row.id,
        row.day,
        row.play.name,
        row.play.kind,
        row.channel,
        row.customer,
        person?.name ?? person?.account ?? null,
        row.address,
        row.due,
        row.until,
        row.deferredBy ?? null,
        row.deferredBy ? `${why}; ${followups.deferReasons[row.deferredBy]}` : why,
        row.value,
        person?.last_items ?? null,
      ];
    }),
  };
}

export function tellOthers(context: Context, plan: Plan): void {
  const { io, words } = context;
  const { contacts, followups } = words;
  for (const reason of ['promotion_budget', 'wish', 'same_day'] as const) {
    const of = (waiting: Plan['deferred']) => waiting.filter((entry) => entry.reason === reason).length;
    const [deferred, expiring] = [of(plan.deferred), of(plan.expiring)];
    if (deferred > 0) io.say(followups.deferred(deferred, followups.deferReasons[reason]));
    if (expiring > 0) io.say(followups.expiring(expiring, followups.deferReasons[reason]));
  }
  const counts = new Map<string, { play: string; reason: GateReason; count: number }>();
  for (const { candidate, reason } of plan.leftOut) {
    const key = `${candidate.play.name} ${reason}`;
    const known = counts.get(key);
    counts.set(key, { play: candidate.play.name, reason, count: (known?.count ?? 0) + 1 });
  }
  for (const { play, reason, count } of counts.values()) {
    io.say(
      followups.leftOut(count, play, followups.gateReasons[reason], contacts.changes[reason](followups.anyChannel)),
    );
  }
}
