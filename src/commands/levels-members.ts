import { command } from './command.ts';
import { levelNamed } from './level-named.ts';
import { wordingBrokenLevels } from './levels-of.ts';
import { listing } from './listing.ts';
import { tellStaleLevels } from './stale-levels.ts';

export const levelsMembers = command({
  path: 'levels members <name>',
  summary: { en: 'the customers of one level', zh: '某个等级的客户' },
  examples: ['regulars levels members 金卡', 'regulars levels members 金卡 --sort -amount_spent --csv'],
  options: listing,
  rows: true,
  async run(context, [typed = ''], options) {
    const archive = await context.archive('read');
    const { name } = await levelNamed(context, archive, typed);
    const { standings } = await import('../levels/standing.ts');
    const { gather } = await import('../measures/gather.ts');
    const { listMembers } = await import('./member-table.ts');
    const population = gather(archive, context.today(archive));
    const found = await wordingBrokenLevels(context, () => standings(archive, population));
    const members = [...found].flatMap(([customer, { level }]) => (level === name ? [customer] : []));
    await tellStaleLevels(context, archive);
    return listMembers(context, archive, population, { customers: members }, options);
  },
});
