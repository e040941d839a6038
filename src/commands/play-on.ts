import { command } from './command.ts';
import { playMistakes } from './play-checked.ts';
import { requirePlay, saidOfPlay } from './play-named.ts';
import { saying } from './saying.ts';

export const playOn = command({
  path: 'play on <play>',
  summary: { en: 'a play makes follow-ups from today on', zh: '从今天起产生该玩法的跟进' },
  examples: ['regulars play on review', "regulars play on parcel_gift --why 'cards are printed'"],
  description: {
    en: 'What was due before comes only where the play says backfill. A play with mistakes stays off.',
    zh: '此前到期的不会补做，除非玩法写明 backfill。有错误的玩法不能开启。',
  },
  options: saying,
  async run(context, [name = ''], options) {
    const { io, words } = context;
    const { plays } = words;
    const archive = await context.archive('write');
    const { switchPlay } = await import('../followups/plays/play-queries.ts');
    const play = await requirePlay(context, archive, name);
    const { DataError } = await import('../errors.ts');
    const mistakes = await playMistakes(context, archive, play);
    if (mistakes > 0)
      throw new DataError(plays.notSwitchedOn(play.name, mistakes), { code: 'mistakes', hint: 'regulars play check' });
    const changed = switchPlay(archive, play.name, true, await saidOfPlay(context, archive, options));
    io.say(changed ? plays.switchedOn(play.name) : plays.alreadyOn(play.name));
    if (context.dryRun) io.say(words.common.nothingChanged);
    return undefined;
  },
});
