import { UsageError } from '../errors.ts';
import { command, flag, parsed } from './command.ts';
import { wantsDocument } from './document.ts';

/** Days within which a follow-up stands on the card. */
const DUE_WITHIN = 14;
/** How much of each long list is shown unasked. */
const SHOWN = { orders: 5, others: 5 } as const;

export const customersShow = command({
  path: 'customers show <who>',
  summary: { en: 'everything about one customer on one screen', zh: '一屏看完一位客户' },
  examples: [
    'regulars customers show 淘小茶',
    'regulars customers show +8619900001001',
    'regulars customers show ann@example.com --json',
  ],
  description: {
    en: 'WHO is a customer number, account, e-mail, phone, order number or exact name.',
    zh: 'WHO 可以是客户编号、账号、邮箱、电话、订单号或完整姓名。',
  },
  options: {
    orders: parsed(
      '--orders <n>',
      { en: 'how many of the last orders to list (default 5)', zh: '列出最近多少个订单（默认 5）' },
      (value, words) => {
        if (/^\d{1,4}$/.test(value)) return Number(value);
        throw new UsageError(words.customers.badOrders(value), { code: 'bad_orders' });
      },
    ),
    all: flag('--all', { en: 'every list whole', zh: '完整列出所有内容' }),
  },
  rows: true,
  async run(context, [who = ''], options) {
    const { requireCustomer } = await import('./who.ts');
    const archive = await context.archive('read');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars customers show ${number}`);
    const { cardOf } = await import('../customers/card.ts');
    const { gatherOf } = await import('../measures/gather.ts');
    const { levelsOf } = await import('./levels-of.ts');
    const { measuresOf } = await import('../measures/queries.ts');
    const population = gatherOf(archive, context.today(archive), [customer]);
    const { accounts } = await import('../points/accounts.ts');
    const points = accounts(archive, population, [customer]).get(customer);
    const level = (await levelsOf(context, archive, population)).get(customer);
    const card = cardOf(archive, customer, population);
    const measures = measuresOf(archive, customer);
    const { neverOf } = await import('../contacts/never.ts');
    const { dueRows } = await import('../followups/due.ts');
    const { plannerOf, planFor } = await import('../followups/planner.ts');
    const { addDays } = await import('../values/days.ts');
    const never = neverOf(archive, customer, population.until);
    const range = { from: population.asOf, to: addDays(population.asOf, DUE_WITHIN) };
    const planner = plannerOf(archive, population, { customer, moment: context.moment() });
    const due = dueRows(planFor(planner, range));
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      const { isoInstant } = await import('../values/iso-instant.ts');
      await writeJson(context, {
        ...card,
        as_of: population.asOf,
        currency: population.currency,
        never_contact_by: never.channels,
        suppressions: never.suppressions.map(({ suppression_id, kind, channel, hint, reason, added_at: at }) => ({
          suppression_id,
          kind,
          channel,
          hint,
          reason,
          added_at: isoInstant(at),
        })),
        due: due.map(({ candidate, ...row }) => ({ ...row, due_day: candidate.due, expires_day: candidate.until })),
        level: level ? { name: level.level, last_satisfied: level.satisfied, until: level.until } : null,
        points: points ? { balance: points.balance, next_expiry: points.next } : null,
        measures: measures ?? null,
      });
      return undefined;
    }
    const { cardScreen } = await import('./customer-card.ts');
    const lengths = options.all
      ? { orders: Infinity, others: Infinity }
      : { orders: options.orders ?? SHOWN.orders, others: SHOWN.others };
    const { dayIn } = await import('../values/zones.ts');
    const { archiveZone } = await import('../measures/queries.ts');
    const zone = archiveZone(archive);
    const view = { card, measures, population, never, level, points, due, dayOf: (at: number) => dayIn(at, zone) };
    await context.io.write(cardScreen(context, view, lengths));
    return undefined;
  },
});
