/** A segment error as a person reads it: what is wrong, the line with a caret under the spot, what would fit. */
import { UsageError } from '../errors.ts';
import type { Words } from '../messages/words.ts';
import { displayWidth } from '../output/display-width.ts';
import { visible } from '../output/visible.ts';
import type { Expected, SegmentError } from '../segments/segment-error.ts';

/** Columns of the line that are shown before the spot, and of the spot and what follows it. */
const BEFORE = 50;
const AFTER = 30;

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
  ];
  return new UsageError(`${sentence}\n${pointer(source, span)}`, {
    code: problem,
    hint: hints.filter(Boolean).join(' ') || undefined,
  });
}

function expectation(expected: Expected, words: Words['segments']): string {
  if (typeof expected === 'string') return words.expectedKinds[expected];
  if ('chain' in expected) return words.chain(expected.chain);
  return 'amountIn' in expected ? words.amountIn(expected.amountIn) : words.oneOf(expected.oneOf);
}

function pointer(source: string, { start, end }: SegmentError['span']): string {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const found = source.indexOf('\n', start);
  const lineEnd = found < 0 ? source.length : found;
  const before = shown(source.slice(lineStart, start));
  const spot = shown(source.slice(start, Math.min(end, lineEnd)));
  const after = shown(source.slice(Math.min(end, lineEnd), lineEnd));
  const lead = before.length > BEFORE ? `…${before.slice(-BEFORE).join('')}` : before.join('');
  const marked = spot.slice(0, AFTER).join('');
  const rest = [...spot.slice(AFTER), ...after];
  const tail = rest.length > AFTER ? `${rest.slice(0, AFTER).join('')}…` : rest.join('');
  return `  ${lead}${marked}${tail}\n  ${' '.repeat(displayWidth(lead))}${'^'.repeat(Math.max(1, displayWidth(marked)))}`;
}

/** Whole characters, each as wide as it will be seen. */
function shown(text: string): string[] {
  return Array.from(text.replaceAll(/\s/g, ' '), visible);
}
