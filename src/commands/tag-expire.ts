import { UsageError } from '../errors.ts';
import { choosing } from './choosing.ts';
import { command, flag, text } from './command.ts';
import { requireTag } from './require-tag.ts';

export const tagExpire = command({
  path: 'tag expire <tag>',
  summary: { en: 'set from which day on a tag is gone', zh: '设置标签到哪一天失效' },
  examples: [
    'regulars tag expire spring --on 2026-12-31 --segment champions',
    'regulars tag expire sale --on 2026-08-01 --where "customer_tags CONTAINS \'sale\'" -n',
    'regulars tag expire call-back --never --customer 淘小茶',
  ],
  description: {
    en: 'Of those chosen, whoever carries the tag; what it was before stands in regulars tag history.',
    zh: '只影响所选客户中带有该标签的；原来的日期可在 regulars tag history 中查看。',
  },
  options: {
    ...choosing,
    on: text('--on <day>', { en: 'the tag is gone on that day', zh: '标签到这一天失效' }),
    never: flag('--never', { en: 'it stays until it is taken off', zh: '不再有到期日' }),
  },
  async run(context, [tag = ''], options) {
    const { tags, common } = context.words;
    const { on, never } = options;
    const { isDay } = await import('../values/days.ts');
    if ((on === undefined) !== never) throw new UsageError(tags.expiryNeeded, { code: 'expiry_needed' });
    if (on !== undefined && !isDay(on)) throw new UsageError(common.badDay(on), { code: 'bad_day' });
    const archive = await context.archive('write');
    await requireTag(context, archive, tag.normalize('NFC'));
    const { gather } = await import('../measures/gather.ts');
    const { choose } = await import('./choosing.ts');
    const { expireTag } = await import('../tags/queries.ts');
    const population = gather(archive, context.today(archive));
    if (on !== undefined && on <= population.asOf) throw new UsageError(tags.pastExpiry(on), { code: 'past_day' });
    const { customers } = await choose(context, archive, population, options, { everybody: false });
    if (customers.length === 0) {
      context.io.say(tags.nobodyChosen);
      return undefined;
    }
    const { changed, same, without } = expireTag(
      archive,
      customers,
      { tag: tag.normalize('NFC'), expires: on ?? null },
      { at: Math.floor(context.now().getTime() / 1000), moment: population },
    );
    const parts = [
      on === undefined ? tags.expiryNever(tag, changed) : tags.expirySet(tag, on, changed),
      ...(same > 0 ? [tags.expirySame(same)] : []),
      ...(without > 0 ? [tags.expiryWithout(without)] : []),
    ];
    context.io.say(parts.join(common.between));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});
