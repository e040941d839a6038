import { UsageError } from '../errors.ts';
import { command } from './command.ts';
import { followProblemInWords } from './follow-words.ts';
import { isAhead } from './is-ahead.ts';

export const tagRefresh = command({
  path: 'tag refresh',
  summary: { en: 'bring the tags that follow segments up to date', zh: '更新跟随分组的标签' },
  examples: [
    'regulars tag refresh',
    'regulars tag refresh -n',
    '30 4 * * *  regulars tag refresh --no-input --wait 60',
  ],
  description: {
    en: 'Says what changed, and nothing where nothing did. Whatever writes to the archive does it as well; this is for the days that pass by themselves.',
    zh: '只说明有变化的标签，没有变化时什么也不输出。任何写入档案的命令之后都会自动更新；这条命令用于没有写入而日子过去的情况。',
  },
  options: {},
  async run(context) {
    const { io, words } = context;
    const archive = await context.archive('write');
    if (isAhead(context)) throw new UsageError(words.tags.future(context.today(archive)), { code: 'future_date' });
    const { follows } = await import('../tags/follow-queries.ts');
    if (follows(archive).length === 0) return undefined;
    const { gather } = await import('../measures/gather.ts');
    const { refreshFollows } = await import('../tags/refresh-follows.ts');
    const at = Math.floor(context.now().getTime() / 1000);
    const { changes, problems, later } = refreshFollows(archive, gather(archive, context.today(archive)), at);
    if (later !== undefined) io.say(words.tags.refreshedLater(later));
    for (const { tag, segment, joined, left } of changes) io.say(words.tags.refreshed(tag, segment, joined, left));
    if (context.dryRun && changes.length > 0) io.say(words.common.nothingChanged);
    const [first, ...others] = problems.map((problem) => followProblemInWords(context, problem));
    for (const { message } of others) io.insist(message);
    if (first) throw first;
    return undefined;
  },
});
