import { DataError } from '../errors.ts';
import { command } from './command.ts';

export const tagUnfollow = command({
  path: 'tag unfollow <tag>',
  summary: { en: 'let a tag follow its segment no more', zh: '让标签不再跟随分组' },
  examples: ['regulars tag unfollow 老客', 'regulars tag unfollow care:gold -n'],
  description: {
    en: 'Whoever carries it keeps it; regulars tag remove takes it off.',
    zh: '已有的客户保留该标签；要去掉请用 regulars tag remove。',
  },
  options: {},
  async run(context, [typed = '']) {
    const { tags, common } = context.words;
    const tag = typed.normalize('NFC');
    const archive = await context.archive('write');
    const { endFollow } = await import('../tags/follow-queries.ts');
    const at = Math.floor(context.now().getTime() / 1000);
    const segment = archive.write(() => endFollow(archive, tag, at));
    if (segment === undefined)
      throw new DataError(tags.followsNothing(tag), { code: 'not_following', hint: 'regulars tag follow' });
    context.io.say(tags.unfollowed(tag, segment));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});
