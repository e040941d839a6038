import { UsageError } from '../errors.ts';
import { choosing } from './choosing.ts';
import { command, text } from './command.ts';

export const tagAdd = command({
  path: 'tag add <tag>',
  summary: { en: 'put a label on customers, with a reason', zh: '给客户加标签，可写明理由' },
  examples: [
    'regulars tag add spring --segment champions --reason "first harvest"',
    "regulars tag add wholesale --where 'units > 200' -n",
    'regulars tag add call-back --customer 淘小茶 --reason "asked for the 2026 harvest" --expires 2026-12-31',
  ],
  description: { en: 'Whoever carries the tag already keeps it as it is.', zh: '已有该标签的客户保持不变。' },
  options: {
    ...choosing,
    reason: text('--reason <text>', { en: 'why, for whoever reads it later', zh: '理由，供以后查看' }),
    expires: text('--expires <day>', { en: 'the tag is gone on that day', zh: '标签到这一天失效' }),
  },
  async run(context, [tag = ''], options) {
    const { tags, common } = context.words;
    const { isDay } = await import('../values/days.ts');
    const { isTag } = await import('../tags/tag-name.ts');
    if (!isTag(tag)) throw new UsageError(tags.badTag(tag), { code: 'bad_tag' });
    if (options.expires !== undefined && !isDay(options.expires))
      throw new UsageError(common.badDay(options.expires), { code: 'bad_day' });
    const archive = await context.archive('write');
    const { gather } = await import('../measures/gather.ts');
    const { choose } = await import('./choosing.ts');
    const { addTag } = await import('../tags/queries.ts');
    const population = gather(archive, context.today(archive));
    if (options.expires !== undefined && options.expires <= population.asOf)
      throw new UsageError(tags.pastExpiry(options.expires), { code: 'past_day' });
    const { customers } = await choose(context, archive, population, options, { everybody: false });
    if (customers.length === 0) {
      context.io.say(tags.nobodyChosen);
      return undefined;
    }
    const name = tag.normalize('NFC');
    const { added, already, replaced } = addTag(
      archive,
      customers,
      {
        tag: name,
        origin: options.segment === undefined ? 'hand' : `segment:${options.segment}`,
        reason: options.reason ?? null,
        expires: options.expires ?? null,
      },
      { at: Math.floor(context.now().getTime() / 1000), moment: population },
    );
    context.io.say(tags.tagged(tag, added, already));
    const { groupOf } = await import('../tags/tag-name.ts');
    for (const [other, { count }] of replaced) context.io.say(tags.replaced(other, name, groupOf(name) ?? '', count));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});
