import { command } from './command.ts';

import { requirePlay, saidOfPlay } from './play-named.ts';
import { saying } from './saying.ts';

export const playOff = command({
  path: 'play off <play>',
  summary: { en: 'a play makes no more follow-ups', zh: '不再产生该玩法的跟进' },
  examples: ["regulars play off birthday --why 'the birthdays are not theirs'", 'regulars play off win_back -n'],
  description: {
    en: 'What was done and skipped stays; what was due meanwhile does not come when it is on again.',
    zh: '已完成和跳过的保持不变；关闭期间到期的，再次开启后也不会补做。',
  },
  options: saying,
  async run(context, [name = ''], options) {
    const { io, words } = context;
    const { plays } = words;
    const archive = await context.archive('write');
    const { switchPlay } = await import('../followups/plays/play-queries.ts');
    const play = await requirePlay(context, archive, name);
    const changed = switchPlay(archive, play.name, false, await saidOfPlay(context, archive, options));
    io.say(changed ? plays.switchedOff(play.name) : plays.alreadyOff(play.name));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
