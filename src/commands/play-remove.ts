import { UsageError } from '../errors.ts';
import { command } from './command.ts';
import { requirePlay, saidOfPlay } from './play-named.ts';
import { saying } from './saying.ts';

export const playRemove = command({
  path: 'play remove <play>',
  summary: { en: 'take a saved play away; what was done by it stays', zh: '删除自建的玩法；已做的跟进保留' },
  examples: ["regulars play remove spring_call --why 'spring is over'", 'regulars play remove thank_you -n'],
  description: {
    en: 'A saved play that stands in the place of a shipped one gives way to it. Shipped plays cannot be removed: switch them off.',
    zh: '如果自建玩法替代了同名的内置玩法，删除后恢复为内置的。内置玩法不能删除，只能关闭。',
  },
  options: saying,
  async run(context, [name = ''], options) {
    const { io, words } = context;
    const { plays } = words;
    const archive = await context.archive('write');
    const { playNamed, removePlay } = await import('../followups/plays/play-queries.ts');
    const play = await requirePlay(context, archive, name);
    if (play.origin === 'shipped')
      throw new UsageError(plays.staysShipped(play.name), {
        code: 'shipped_play',
        hint: `regulars play off ${play.name}`,
      });
    removePlay(archive, play.name, await saidOfPlay(context, archive, options));
    const left = playNamed(archive, play.name);
    io.say(left ? plays.shippedBack(left.name, plays.states[left.on ? 'on' : 'off']) : plays.removed(play.name));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
