import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import type { Archive } from '../store/open.ts';
import { archiveFlag } from './archive-flag.ts';

/** Throws DataError, with the nearest name, where nobody ever carried the tag and it follows nothing. */
export async function requireTag(context: Context, archive: Archive, tag: string): Promise<void> {
  const { isTagKnown, tagsEver } = await import('../tags/rename-queries.ts');
  const { nearest } = await import('../values/nearest.ts');
  if (isTagKnown(archive, tag)) return;
  const { tags } = context.words;
  const near = nearest(tag, tagsEver(archive));
  throw new DataError(tags.unknownTag(tag), {
    code: 'unknown_tag',
    hint:
      near === undefined
        ? shellLine(['regulars', 'tag', 'list', ...archiveFlag(context)])
        : context.words.shell.didYouMean(near),
  });
}
