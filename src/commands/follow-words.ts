/** What keeps a tag from following its segment, as a person reads it. */
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import { shellLine } from '../output/shell-word.ts';
import type { FollowProblem } from '../tags/refresh-follows.ts';
import { archiveFlag } from './archive-flag.ts';
import { segmentErrorInWords } from './segment-error-words.ts';

export function followProblemInWords(context: Context, problem: FollowProblem): DataError {
  const { tags } = context.words;
  const { tag } = problem;
  switch (problem.problem) {
    case 'no_segment':
      return new DataError(tags.noSegment(tag, problem.segment), {
        code: 'unknown_segment',
        hint: tags.noSegmentHint(shellLine(['regulars', 'tag', 'unfollow', tag, ...archiveFlag(context)])),
      });
    case 'circle':
      return new DataError(tags.circle(tag, problem.chain.join(' → ')), { code: 'tag_circle' });
    case 'bad_segment': {
      const { message, details } = segmentErrorInWords(problem.error, context.words);
      return new DataError(tags.segmentBroken(tag, message), details);
    }
  }
}
