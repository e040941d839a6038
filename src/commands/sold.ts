/** Which orders are exported: of which days, and whose. The same for orders and for their lines. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { Column } from '../output/table.ts';
import type { Sold } from '../segments/sold-queries.ts';
import type { Archive } from '../store/open.ts';
import { choosing } from './choosing.ts';
import { columnsNamed } from './column-named.ts';
import { type Options, text, type Values } from './command.ts';
import { exporting } from './exporting.ts';

export const soldOptions = {
  ...choosing,
  since: text('--since <day>', { en: 'orders of that day and later', zh: '这一天及以后的订单' }),
  until: text('--until <day>', { en: 'orders of that day and before', zh: '这一天及以前的订单' }),
  ...exporting,
} satisfies Options;

type SoldOptions = Values<typeof soldOptions>;

/** Without any choice of customers everybody's, and those of which nobody is known. */
export async function soldOf(context: Context, archive: Archive, options: SoldOptions): Promise<Sold> {
  const { isDay } = await import('../values/days.ts');
  const { common, exports } = context.words;
  const today = context.today(archive);
  const { since = '', until = today, limit } = options;
  for (const day of [options.since, options.until])
    if (day !== undefined && !isDay(day)) throw new UsageError(common.badDay(day), { code: 'bad_day' });
  if (since > until) throw new UsageError(exports.sinceAfterUntil(since, until), { code: 'bad_period' });
  const period = { since, until: until < today ? until : today, limit };
  const { segment, where, from, customer } = options;
  if (segment === undefined && where === undefined && from === undefined && customer.length === 0)
    return { ...period, customers: undefined };
  const { gather } = await import('../measures/gather.ts');
  const { choose } = await import('./choosing.ts');
  const population = gather(archive, today);
  const { customers } = await choose(context, archive, population, options, { everybody: false });
  return { ...period, customers };
}

/** Those asked for, which a person is shown then, else all; amounts never without their currency. */
export function soldColumns<C extends Column>(
  context: Context,
  known: readonly C[],
  names: string | undefined,
): readonly C[] {
  const asked = columnsNamed(context, known, names);
  if (!asked) return known;
  const currency = known.filter(({ name }) => name === 'currency');
  const isShort = asked.some(({ kind }) => kind === 'money') && !asked.some(({ name }) => name === 'currency');
  return [...asked, ...(isShort ? currency : [])].map((column) => ({ ...column, machineOnly: false }));
}
