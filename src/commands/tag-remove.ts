import { choosing } from './choosing.ts';
import { command, text } from './command.ts';
import { requireTag } from './require-tag.ts';

export const tagRemove = command({
  path: 'tag remove <tag>',
  summary: { en: 'take a label off customers', zh: '去掉客户的标签' },
  examples: [
    'regulars tag remove spring --segment lapsed',
    'regulars tag remove call-back --customer 淘小茶 --reason "has been called"',
  ],
  description: {
    en: 'A tag that follows a segment stays off whoever it is taken off here, until somebody puts it back.',
    zh: '跟随分组的标签从某位客户去掉后，在重新手动加上之前不会再自动加上。',
  },
  options: {
    ...choosing,
    reason: text('--reason <text>', { en: 'why, for whoever reads it later', zh: '理由，供以后查看' }),
  },
  async run(context, [tag = ''], options) {
    const { tags, common } = context.words;
    const archive = await context.archive('write');
    await requireTag(context, archive, tag.normalize('NFC'));
    const { gather } = await import('../measures/gather.ts');
    const { choose } = await import('./choosing.ts');
    const { removeTag } = await import('../tags/queries.ts');
    const population = gather(archive, context.today(archive));
    const { customers } = await choose(context, archive, population, options, { everybody: false });
    if (customers.length === 0) {
      context.io.say(tags.nobodyChosen);
      return undefined;
    }
    const { removed, without } = removeTag(
      archive,
      customers,
      { tag: tag.normalize('NFC'), reason: options.reason ?? null },
      { at: Math.floor(context.now().getTime() / 1000), moment: population },
    );
    context.io.say(tags.untagged(tag, removed, without));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});
