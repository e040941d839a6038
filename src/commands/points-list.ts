import type { LedgerLine } from '../points/ledger.ts';
import { choosing } from './choosing.ts';
import { command } from './command.ts';

export const pointsList = command({
  path: 'points list',
  summary: { en: 'how many points customers have', zh: '客户的积分余额' },
  examples: [
    'regulars points list',
    'regulars points list --segment champions --csv',
    'regulars points list --customer 淘小茶 --as-of 2026-06-30',
  ],
  description: {
    en: 'Of those chosen (default: everybody), whoever ever had points; whoever has most first.',
    zh: '所选客户（默认全部）中有过积分的，按余额从多到少。',
  },
  options: choosing,
  rows: true,
  async run(context, _, options) {
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { accounts } = await import('../points/accounts.ts');
    const { memberRows } = await import('../segments/queries.ts');
    const { choose } = await import('./choosing.ts');
    const { writeTable } = await import('../output/write-table.ts');
    const population = gather(archive, context.today(archive));
    const { customers } = await choose(context, archive, population, options, { everybody: true });
    const found = accounts(archive, population);
    const people = memberRows(archive, customers, population.until, ['customer_id', 'name']).flatMap((row) => {
      const ledger = found.get(row.customer_id);
      return ledger ? [{ ...row, ledger }] : [];
    });
    people.sort((a, b) => b.ledger.balance - a.ledger.balance || a.customer_id - b.customer_id);
    return writeTable(context, {
      columns: [
        { name: 'customer_id', kind: 'integer' },
        { name: 'name', kind: 'text' },
        { name: 'points', kind: 'integer' },
        { name: 'earned', kind: 'integer' },
        { name: 'used', kind: 'integer' },
        { name: 'expired', kind: 'integer' },
        { name: 'next_expiry', kind: 'day' },
        { name: 'expiring', kind: 'integer' },
      ],
      rows: people.map(({ customer_id: customer, name, ledger: { balance, lines, next } }) => [
        customer,
        name,
        balance,
        sumOf(lines, ({ points }) => points > 0),
        -sumOf(lines, ({ kind }) => kind === 'redeem'),
        -sumOf(lines, ({ kind }) => kind === 'expired'),
        next?.day ?? null,
        next?.points ?? null,
      ]),
    });
  },
});

const sumOf = (lines: readonly LedgerLine[], which: (line: LedgerLine) => boolean): number =>
  lines.reduce((sum, line) => sum + (which(line) ? line.points : 0), 0);
