/** A segment error as a person reads it: what is wrong, the line with a caret under the spot, what would fit. */
import { UsageError } from '../errors.ts';
import type { Words } from '../messages/words.ts';
import { caretLine } from './caret-line.ts';
import type { Expected, SegmentError } from '../segments/segment-error.ts';

export function segmentErrorInWords(
  { problem, source, span, expected, nearest }: SegmentError,
  { segments }: Words,
): UsageError {
  const lines = source.slice(0, span.start).split('\n').length;
  const sentence = source.includes('\n')
    ? `${segments.lineNumber(lines)}: ${segments.problems[problem]}`
    : segments.problems[problem];
  const hints = [
    nearest === undefined ? '' : segments.didYouMean(nearest),
    expected === undefined ? '' : segments.expected(expectation(expected, segments)),
    problem === 'unknown_field' && nearest === undefined ? segments.allFields('regulars segment fields') : '',
  ];
  return new UsageError(`${sentence}\n${caretLine(source, span)}`, {
    code: problem,
    hint: hints.filter(Boolean).join(' ') || undefined,
  });
}

function expectation(expected: Expected, words: Words['segments']): string {
  if (typeof expected === 'string') return words.expectedKinds[expected];
  if ('chain' in expected) return words.chain(expected.chain);
  return 'amountIn' in expected ? words.amountIn(expected.amountIn) : words.oneOf(expected.oneOf);
}
