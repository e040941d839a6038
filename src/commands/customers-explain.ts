import type { Context } from '../context.ts';
import type { OverrideRow } from '../customers/override-list-queries.ts';
import { shellLine } from '../output/shell-word.ts';
import { isoInstant } from '../values/iso-instant.ts';
import { archiveFlag } from './archive-flag.ts';
import { command } from './command.ts';
import { wantsDocument } from './document.ts';

export const customersExplain = command({
  path: 'customers explain <who>',
  summary: { en: 'why these orders are one customer’s', zh: '为什么这些订单算同一位客户的' },
  examples: ['regulars customers explain 淘小茶', 'regulars customers explain ann@example.com --json'],
  options: {},
  rows: true,
  async run(context, [who = '']) {
    const { requireCustomer } = await import('./who.ts');
    const archive = await context.archive('read');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars customers explain ${number}`);
    const { explainCustomer } = await import('../customers/explain.ts');
    const { customerRow } = await import('../customers/queries.ts');
    const { overrideRows } = await import('../customers/override-list-queries.ts');
    const explanation = explainCustomer(archive, customer);
    const byHand = overrideRows(archive, { customer }).filter(({ state }) => state === 'in_force');
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, {
        customer_id: customer,
        records: explanation.records,
        links: explanation.links,
        left_out: explanation.leftOut.map(({ otherCustomers, ...rest }) => ({
          ...rest,
          other_customers: otherCustomers,
        })),
        by_hand: byHand.map(({ override_id, kind, said_at, reason, others }) => ({
          override_id,
          kind,
          said_at: isoInstant(said_at),
          reason,
          other_customers: others,
        })),
      });
      return undefined;
    }
    const { visible, visibleLines } = await import('../output/visible.ts');
    const { explain } = context.words.customers;
    const name = customerRow(archive, customer)?.name ?? `#${customer}`;
    const heading = context.io.out.style.bold(visible(explain.heading(name, explanation.records.length)));
    const lines: string[] = [];
    // Not their own numbers, which would be taken for those of customers.
    const marks = new Map(explanation.records.map((record, index) => [record.record_id, `(${index + 1})`]));
    for (const record of explanation.records) {
      const called = record.name ?? record.receiver_name;
      const mark = marks.get(record.record_id) ?? '';
      const { orders, shops, first_day: first, last_day: last } = record;
      const shown =
        shops === null || first === null || last === null
          ? explain.ofFile(mark)
          : explain.record(mark, orders, shops, first, last);
      lines.push(`  ${called === null ? shown : explain.called(shown, called)}`);
    }
    const marked = (records: readonly number[]) => [...new Set(records)].map((record) => marks.get(record)).join(', ');
    const joining = explanation.links.filter((link) => new Set(link.records).size > 1);
    lines.push('', explanation.records.length === 1 ? explain.single : explain.joined);
    for (const link of joining)
      lines.push(`  ${explain.link(explain.kinds[link.kind] ?? link.kind, link.value, marked(link.records))}`);
    const said = byHand.flatMap((row) => saidByHand(context, row));
    lines.push(...said.filter(({ kind }) => kind === 'merge').map(({ line }) => line));
    const apart = said.filter(({ kind }) => kind === 'split');
    if (apart.length > 0) lines.push('', explain.apart, ...apart.map(({ line }) => line));
    if (explanation.leftOut.length > 0) lines.push('', explain.leftOut);
    for (const { kind, value, reason, otherCustomers } of explanation.leftOut) {
      lines.push(
        `  ${explain.kinds[kind] ?? kind} ${value}: ${explain.reasons[reason] ?? reason}${otherCustomers > 0 ? explain.others(otherCustomers) : ''}`,
      );
    }
    await context.io.write(`${heading}\n${visibleLines(lines.join('\n'))}\n`);
    return undefined;
  },
});

/** What a merge or split says of the customer, with the line that takes it back. */
function saidByHand(
  context: Context,
  { override_id, kind, reason, said_at, others }: OverrideRow,
): { readonly kind: OverrideRow['kind']; readonly line: string }[] {
  const { byHand } = context.words.overrides;
  const day = new Date(said_at * 1000).toISOString().slice(0, 10);
  const why = reason === null ? '' : byHand.reason(reason);
  const what = kind === 'merge' ? byHand.merge(day, why) : byHand.split(day, others, why);
  const back = byHand.back(shellLine(['regulars', 'customers', 'undo', String(override_id), ...archiveFlag(context)]));
  return [
    { kind, line: `  ${what}` },
    { kind, line: `    ${back}` },
  ];
}
