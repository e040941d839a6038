import { command, flag } from './command.ts';
import { wordingBrokenLevels } from './levels-of.ts';

export const levelsRefresh = command({
  path: 'levels refresh',
  summary: { en: 'ask the rules of the levels on the days before', zh: '核对等级规则在之前各天是否成立' },
  examples: [
    'regulars levels refresh',
    'regulars levels refresh --from-scratch',
    '25 3 * * *  regulars levels refresh -q --no-input --wait 60',
  ],
  description: {
    en: 'For the grace it has to be known when a rule held last: it is asked on each day of the longest grace, from what is known now, and the answer kept. Days on which nothing has changed since are not asked again. Small archives do it after whatever writes; a large one takes some seconds for each day, best at night.',
    zh: '保留期需要知道规则最后成立的日子：按现在已知的数据，对最长保留期内的每一天核对规则并保存结果；没有变化的日子不再核对。小档案在每次写入之后自动进行；大档案每天需要几秒，宜在夜间运行。',
  },
  options: { fromScratch: flag('--from-scratch', { en: 'every day anew', zh: '全部重新核对' }) },
  async run(context, _, { fromScratch }) {
    const { io, words } = context;
    const archive = await context.archive('write');
    const { refreshLevels } = await import('../levels/refresh-levels.ts');
    const { dropDays } = await import('../levels/spell-queries.ts');
    const { hear } = await import('../store/hear.ts');
    if (fromScratch) archive.write(() => dropDays(archive));
    const progress = io.progress(words.levels.working);
    const days = await wordingBrokenLevels(context, () =>
      refreshLevels(archive, context.today(archive), async (done, of) => {
        progress.update(words.levels.refreshing(done, of));
        await hear(context.signal);
      }),
    ).finally(() => progress.stop());
    if (days > 0) io.say(words.levels.refreshed(days));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
