/** Giving a tag another name, or the name of another one: what both commands check and do. */
import type { Context } from '../context.ts';
import { DataError, UsageError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';
import { followProblemInWords } from './follow-words.ts';
import { requireTag } from './require-tag.ts';

/** Throws where there is nothing to rename, or the new name cannot be given in this way. */
export async function nameTag(
  context: Context,
  how: 'rename' | 'merge',
  [typedFrom, typedTo]: readonly [string, string],
): Promise<undefined> {
  const { tags, common } = context.words;
  const [from, to] = [typedFrom.normalize('NFC'), typedTo.normalize('NFC')];
  const { isTag } = await import('../tags/tag-name.ts');
  if (!isTag(to)) throw new UsageError(tags.badTag(to), { code: 'bad_tag' });
  if (from === to) throw new UsageError(tags.sameName(to), { code: 'same_name' });
  const archive = await context.archive('write');
  const { isTagKnown, renameTag } = await import('../tags/rename-queries.ts');
  const { follows } = await import('../tags/follow-queries.ts');
  const { renameCircle } = await import('../tags/circle.ts');
  const { rulesOf } = await import('../tags/refresh-follows.ts');
  const { rulesNaming } = await import('../tags/rules-naming.ts');
  const { dayEnd } = await import('../measures/gather.ts');
  const line = (...words: string[]) => shellLine(['regulars', 'tag', ...words, ...archiveFlag(context)]);
  await requireTag(context, archive, from);
  const taken = isTagKnown(archive, to);
  if (taken !== (how === 'merge')) {
    const [message, hint] = taken
      ? tags.nameTaken(to, line('merge', from, to))
      : tags.notThere(to, line('rename', from, to));
    throw new DataError(message, { code: taken ? 'tag_taken' : 'unknown_tag', hint });
  }
  const followed = follows(archive).map(({ tag }) => tag);
  if (followed.includes(from) && followed.includes(to)) {
    const [message, hint] = tags.bothFollow(from, to, line('unfollow', from));
    throw new DataError(message, { code: 'both_follow', hint });
  }
  const circle = renameCircle(from, to, rulesOf(archive));
  if (circle) throw followProblemInWords(context, { problem: 'circle', ...circle });
  const asOf = context.today(archive);
  const { customers, both } = renameTag(archive, from, to, {
    at: Math.floor(context.now().getTime() / 1000),
    moment: { asOf, until: dayEnd(archive, asOf) },
  });
  context.io.say(how === 'merge' ? tags.merged(from, to, customers, both) : tags.renamed(from, to, customers));
  const left = rulesNaming(archive, from);
  // Names of tags are asked about in any case.
  if (left.segments.length + left.levels.length > 0 && from.toLowerCase() !== to.toLowerCase())
    context.io.warn(tags.rulesNaming(from, left));
  if (context.dryRun) context.io.say(common.nothingChanged);
  return undefined;
}
