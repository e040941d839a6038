import type { Column } from '../output/table.ts';
import { command } from './command.ts';
import { wantsDocument } from './document.ts';

const LINES: readonly Column[] = [
  { name: 'day', kind: 'day' },
  { name: 'kind', kind: 'text', term: true },
  { name: 'about', kind: 'text' },
  { name: 'points', kind: 'integer' },
  { name: 'balance', kind: 'integer' },
];

export const pointsShow = command({
  path: 'points show <who>',
  summary: { en: 'how many points a customer has, and where from', zh: '客户的积分余额和明细' },
  examples: ['regulars points show 淘小茶', 'regulars points show ann@example.com --as-of 2026-06-30 --json'],
  description: {
    en: 'Points of orders follow from the orders as they are known: a refund takes them back. What a file of customers states is the balance on its day, in which what was earned on its platform before is.',
    zh: '订单积分按现有订单计算，退款会收回积分。客户文件中的积分是文件当天的余额，已包含之前在该平台所得的积分。',
  },
  options: {},
  rows: true,
  async run(context, [who = '']) {
    const { points: words, cards } = context.words;
    const { requireCustomer } = await import('./who.ts');
    const archive = await context.archive('read');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars points show ${number}`);
    const { customerRow } = await import('../customers/queries.ts');
    const { dayEnd } = await import('../measures/gather.ts');
    const { accounts } = await import('../points/accounts.ts');
    const asOf = context.today(archive);
    const ledger = accounts(archive, { asOf, until: dayEnd(archive, asOf) }, [customer]).get(customer);
    const name = customerRow(archive, customer)?.name ?? null;
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, {
        customer_id: customer,
        name,
        as_of: asOf,
        points: ledger?.balance ?? 0,
        next_expiry: ledger?.next ?? null,
        ledger: ledger?.lines ?? [],
      });
      return undefined;
    }
    if (!ledger) {
      context.io.say(words.noEntries(name ?? `#${customer}`));
      return undefined;
    }
    const { renderFields } = await import('../output/fields.ts');
    const { terminalTable } = await import('../output/terminal-table.ts');
    const fields = renderFields(
      [
        [context.words.levels.labels.customer, cards.person(name, customer)],
        [words.balance, String(ledger.balance)],
        [words.next, ledger.next ? words.nextText(ledger.next) : undefined],
      ],
      context.io.out,
    );
    const rows = ledger.lines.map((line) => [line.day, line.kind, line.about, line.points, line.balance]);
    await context.io.write(`${fields}\n${terminalTable({ columns: LINES, rows }, context.io.out, context.words)}`);
    return undefined;
  },
});
