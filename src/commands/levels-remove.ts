import { command } from './command.ts';
import { levelNamed } from './level-named.ts';

export const levelsRemove = command({
  path: 'levels remove <name>',
  summary: { en: 'take a level away', zh: '删除会员等级' },
  examples: ['regulars levels remove 金卡', 'regulars levels remove 金卡 -n'],
  description: {
    en: 'Whoever had it has the next lower one whose rule holds.',
    zh: '原有的客户改为规则成立的下一级。',
  },
  options: {},
  async run(context, [typed = '']) {
    const archive = await context.archive('write');
    const { name } = await levelNamed(context, archive, typed);
    const { removeLevel } = await import('../levels/queries.ts');
    removeLevel(archive, name);
    context.io.say(context.words.levels.removed(name));
    if (context.dryRun) context.io.say(context.words.common.nothingChanged);
    return undefined;
  },
});
