import { UsageError } from '../errors.ts';
import { choosing } from './choosing.ts';
import { command } from './command.ts';
import { listing } from './listing.ts';

export const segmentMembers = command({
  path: 'segment members [segment]',
  summary: { en: 'the customers of a segment, or for whom a condition holds', zh: '某个分组的客户，或符合条件的客户' },
  examples: [
    'regulars segment members at_risk',
    'regulars segment members at_risk --format csv | head',
    "regulars segment members --where 'number_of_orders >= 3 AND last_order_date < -90d' --sort -amount_spent",
  ],
  options: { where: choosing.where, from: choosing.from, customer: choosing.customer, ...listing },
  rows: true,
  async run(context, [segment], options) {
    const { segments } = context.words;
    const named = options.from !== undefined || options.customer.length > 0;
    if (segment === undefined && options.where === undefined && !named)
      throw new UsageError(segments.choiceNeeded, { code: 'no_choice', hint: 'regulars segment list' });
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { choose } = await import('./choosing.ts');
    const { listMembers } = await import('./member-table.ts');
    const population = gather(archive, context.today(archive));
    const chosen = await choose(context, archive, population, { ...options, segment }, { everybody: false });
    return listMembers(context, archive, population, chosen, options);
  },
});
