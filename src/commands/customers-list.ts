import { choosing } from './choosing.ts';
import { command } from './command.ts';
import { listing } from './listing.ts';

export const customersList = command({
  path: 'customers list',
  summary: { en: 'customers with their measures', zh: '客户及其各项指标' },
  examples: [
    'regulars customers list --sort -amount_spent --limit 20',
    'regulars customers list --where "customer_cities = \'杭州市\' AND lateness > 1"',
    'regulars customers list --segment vip --columns name,phone,amount_spent --csv',
  ],
  options: { ...choosing, ...listing },
  rows: true,
  async run(context, _, options) {
    const archive = await context.archive('read');
    const { gather } = await import('../measures/gather.ts');
    const { choose } = await import('./choosing.ts');
    const { listMembers } = await import('./member-table.ts');
    const population = gather(archive, context.today(archive));
    const chosen = await choose(context, archive, population, options, { everybody: true });
    return listMembers(context, archive, population, chosen, options);
  },
});
