import { UsageError } from '../errors.ts';
import { command, text } from './command.ts';
import { followProblemInWords } from './follow-words.ts';
import { isAhead } from './is-ahead.ts';

export const tagFollow = command({
  path: 'tag follow [tag]',
  summary: { en: 'let a tag follow a segment, or list those that do', zh: '让标签跟随分组，或列出已跟随的标签' },
  examples: [
    'regulars tag follow 老客 --segment regular',
    'regulars tag follow care:gold --segment champions --reason "spring programme" -n',
    'regulars tag follow',
  ],
  description: {
    en: 'Whoever joins the segment gets the tag, whoever leaves it loses it, and each is recorded. It is brought up to date after whatever writes to the archive, and by regulars tag refresh. A tag put on by hand, or by a file, is never taken off by following; one taken off by hand stays off until somebody puts it back. Of a one-of group, whoever carries another tag by hand or by an earlier following keeps that one.',
    zh: '进入分组的客户加上标签，离开的去掉，每次都有记录。任何写入档案的命令之后都会更新，也可用 regulars tag refresh。手动或由文件加上的标签不会因跟随而去掉；被手动去掉的，在重新手动加上之前不再加上。标签组只能有一个标签时，手动的和先跟随的优先。',
  },
  options: {
    segment: text('--segment <name>', { en: 'the segment it follows: at_risk', zh: '所跟随的分组，如 at_risk' }),
    reason: text('--reason <text>', { en: 'why, for whoever reads it later', zh: '理由，供以后查看' }),
  },
  rows: true,
  async run(context, [typed], { segment: named, reason }) {
    const { tags, common } = context.words;
    if ((typed === undefined) !== (named === undefined)) throw new UsageError(tags.alone, { code: 'tag_and_segment' });
    const archive = await context.archive(typed === undefined ? 'read' : 'write');
    const { follows, startFollow } = await import('../tags/follow-queries.ts');
    if (typed === undefined || named === undefined) {
      const { writeTable } = await import('../output/write-table.ts');
      const { archiveZone } = await import('../measures/queries.ts');
      const { dayIn } = await import('../values/zones.ts');
      const zone = archiveZone(archive);
      return writeTable(context, {
        columns: [
          { name: 'tag', kind: 'text' },
          { name: 'segment', kind: 'text' },
          { name: 'since', kind: 'day' },
          { name: 'refreshed', kind: 'day' },
          { name: 'reason', kind: 'text' },
        ],
        rows: follows(archive).map((follow) => [
          follow.tag,
          follow.segment,
          dayIn(follow.followed_at, zone),
          follow.refreshed_day,
          follow.reason,
        ]),
      });
    }
    const tag = typed.normalize('NFC');
    const { isTag } = await import('../tags/tag-name.ts');
    if (!isTag(tag)) throw new UsageError(tags.badTag(tag), { code: 'bad_tag' });
    if (isAhead(context)) throw new UsageError(tags.future(context.today(archive)), { code: 'future_date' });
    const { definitionOf } = await import('../segments/definitions.ts');
    const { circleOf } = await import('../tags/circle.ts');
    const { refreshFollows, rulesOf } = await import('../tags/refresh-follows.ts');
    const { gather } = await import('../measures/gather.ts');
    const { wordingSegmentErrors } = await import('./choosing.ts');
    const { chooseCustomers } = await import('../segments/choose.ts');
    const population = gather(archive, context.today(archive));
    // Also says what is wrong with its query.
    await wordingSegmentErrors(context, () => chooseCustomers(archive, population, { segment: named }));
    const segment = definitionOf(archive, named)?.name ?? named;
    const chain = circleOf(tag, segment, rulesOf(archive));
    if (chain) throw followProblemInWords(context, { problem: 'circle', tag, chain });
    const at = Math.floor(context.now().getTime() / 1000);
    const before = follows(archive).find((follow) => follow.tag === tag)?.segment;
    const { started, changes, problems, later } = archive.write(() => ({
      started: startFollow(archive, { tag, segment, reason: reason ?? null }, at),
      ...refreshFollows(archive, population, at),
    }));
    if (started && before !== undefined && before !== segment) context.io.say(tags.followedBefore(tag, before));
    const own = changes.find((change) => change.tag === tag);
    context.io.say(
      started ? tags.follows(tag, segment, own?.joined ?? 0, own?.left ?? 0) : tags.followsAlready(tag, segment),
    );
    for (const change of changes)
      if (change.tag !== tag || !started)
        context.io.say(tags.refreshed(change.tag, change.segment, change.joined, change.left));
    for (const problem of problems) context.io.warn(followProblemInWords(context, problem).message);
    if (later !== undefined) context.io.say(tags.refreshedLater(later));
    if (context.dryRun) context.io.say(common.nothingChanged);
    return undefined;
  },
});
