import { UsageError } from '../errors.ts';
import { command, parsed } from './command.ts';
import { wantsDocument } from './document.ts';

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
  },
  rows: true,
  async run(context, [who = ''], options) {
    const { requireCustomer } = await import('./who.ts');
    const archive = await context.archive('read');
    const customer = await requireCustomer(context, archive, who, (number) => `regulars customers show ${number}`);
    const { cardOf } = await import('../customers/card.ts');
    const { gatherOf } = await import('../measures/gather.ts');
    const { measuresOf } = await import('../measures/queries.ts');
    const population = gatherOf(archive, context.today(archive), [customer]);
    const card = cardOf(archive, customer, population);
    const measures = measuresOf(archive, customer);
    const { CHANNELS } = await import('../contacts/gate.ts');
    const { peopleFor } = await import('../contacts/people.ts');
    const neverBy = CHANNELS.filter(
      (channel) => peopleFor(archive, channel, population.until, [customer])(customer).suppressed,
    );
    if (wantsDocument(context)) {
      const { writeJson } = await import('../output/write-json.ts');
      await writeJson(context, {
        ...card,
        as_of: population.asOf,
        currency: population.currency,
        never_contact_by: neverBy,
        measures: measures ?? null,
      });
      return undefined;
    }
    const { cardScreen } = await import('./customer-card.ts');
    await context.io.write(cardScreen(context, card, measures, population, { shown: options.orders ?? 5, neverBy }));
    return undefined;
  },
});
