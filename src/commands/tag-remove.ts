import { choosing } from './choosing.ts';
import { command } from './command.ts';

export const tagRemove = command({
  path: 'tag remove <tag>',
  summary: { en: 'take a label off customers', zh: '去掉客户的标签' },
  examples: ['regulars tag remove spring --segment lapsed', 'regulars tag remove call-back --customer 淘小茶'],
  options: choosing,
  async run(context, [tag = ''], options) {
    const archive = await context.archive('write');
    const { gather } = await import('../measures/gather.ts');
    const { choose } = await import('./choosing.ts');
    const { removeTag } = await import('../tags/queries.ts');
    const population = gather(archive, context.today(archive));
    const { customers } = await choose(context, archive, population, options, { everybody: false });
    const { removed, without } = removeTag(archive, customers, tag.normalize('NFC'), {
      at: Math.floor(context.now().getTime() / 1000),
      asOf: population.asOf,
    });
    context.io.say(context.words.contacts.untagged(tag, removed, without));
    if (context.dryRun) context.io.say(context.words.common.nothingChanged);
    return undefined;
  },
});
