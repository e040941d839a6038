import type { Context } from '../context.ts';
import { DataError, UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Archive } from '../store/open.ts';
import type { Leaving } from '../archive/overrides.ts';
import { archiveFlag } from './archive-flag.ts';
import { command, many, text } from './command.ts';

export const customersSplit = command({
  path: 'customers split <who>',
  summary: { en: 'take somebody else’s orders off a customer', zh: '把别人的订单从客户名下拆出' },
  examples: [
    "regulars customers split 淘小茶 --identifier +8619900001003 --reason 'her sister'",
    'regulars customers split 17 --order 3300000000000000012 --order 3300000000000000015',
  ],
  description: {
    en: 'What leaves stays apart whatever is ingested later; contact details both use go on counting for whoever stays. Refusals and suppressions hold for both.',
    zh: '拆出后，以后导入什么都不会再合在一起；双方共用的联系方式仍算在留下的一方名下。拒绝联系和禁止联系对双方都有效。',
  },
  options: {
    identifier: many('--identifier <value>', {
      en: 'orders with this account, e-mail or phone leave',
      zh: '带有该账号、邮箱或电话的订单拆出',
    }),
    order: many('--order <number>', { en: 'this order leaves', zh: '拆出该订单' }),
    reason: text('--reason <text>', { en: 'how you know', zh: '依据' }),
  },
  async run(context, [who = ''], options) {
    const { io, words } = context;
    if (options.identifier.length + options.order.length === 0)
      throw new UsageError(words.overrides.splitNeeds, { code: 'nothing_leaves' });
    const archive = await context.archive('write');
    const { requireCustomer } = await import('./who.ts');
    const retry = (one: string) => shellLine(['regulars', 'customers', 'split', one, '…']);
    const customer = await requireCustomer(context, archive, who, retry);
    const { splitCustomer } = await import('../archive/overrides.ts');
    const { nameOf, ordersCounted } = await import('../customers/queries.ts');
    const name = nameOf(archive, customer);
    const leaving = await whatLeaves(context, archive, customer, options);
    if (!leaving) return undefined;
    const said = { reason: options.reason ?? null, at: Math.floor(context.now().getTime() / 1000) };
    const done = splitCustomer(archive, customer, leaving, said);
    if (!done) throw new DataError(words.overrides.nobodyStays(name), { code: 'nobody_stays' });
    for (const one of done.customers) {
      const say = done.stayed.includes(one) ? words.overrides.stays : words.overrides.splitOff;
      io.say(say(one, nameOf(archive, one), ordersCounted(archive, one)));
    }
    const { saidOf } = await import('../archive/split-queries.ts');
    for (const one of done.customers) {
      const count = saidOf(archive, one);
      if (count > 0 && !done.stayed.includes(one)) io.say(words.overrides.saidOfLeaver(count, one));
    }
    if (context.dryRun) io.say(words.common.nothingChanged);
    else
      io.say(
        words.overrides.takeBack(
          shellLine(['regulars', 'customers', 'undo', String(done.override), ...archiveFlag(context)]),
        ),
      );
    return undefined;
  },
});

/** Undefined, and said, where it has left before. */
async function whatLeaves(
  context: Context,
  archive: Archive,
  customer: number,
  { identifier, order }: { readonly identifier: readonly string[]; readonly order: readonly string[] },
): Promise<Leaving | undefined> {
  const { customersOrder, recordsWith } = await import('../archive/split-queries.ts');
  const { identifierValues } = await import('../customers/resolve.ts');
  const { splitFrom } = await import('../customers/override-list-queries.ts');
  const { nameOf } = await import('../customers/queries.ts');
  const { loadPhoneMetadata } = await import('../values/phones.ts');
  await loadPhoneMetadata();
  const { overrides } = context.words;
  const records: number[] = [];
  const orders: Leaving['orders'][number][] = [];
  const before: number[] = [];
  for (const [values, find] of [
    [identifier, (value: string) => records.push(...recordsWith(archive, customer, identifierValues(archive, value)))],
    [order, (value: string) => orders.push(...customersOrder(archive, customer, value))],
  ] as const) {
    for (const value of values) {
      const known = records.length + orders.length;
      find(value);
      const found = records.length + orders.length - known;
      if (values === order && found > 1) throw new DataError(overrides.severalShops(value), { code: 'several_orders' });
      if (found > 0) continue;
      const apart = splitFrom(
        archive,
        customer,
        values === order ? { order: value } : { values: identifierValues(archive, value) },
      );
      if (apart === undefined)
        throw new DataError(overrides.notTheirs(nameOf(archive, customer), value), { code: 'not_theirs' });
      before.push(apart);
    }
  }
  if (records.length + orders.length > 0) return { records, orders };
  for (const other of new Set(before)) context.io.say(overrides.alreadyApart(customer, other));
  return undefined;
}
