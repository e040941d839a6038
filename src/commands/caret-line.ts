/** The line of a text in which something is wrong, with a caret under the spot. */
import { displayWidth } from '../output/display-width.ts';
import { visible } from '../output/visible.ts';
import type { SegmentError } from '../segments/segment-error.ts';

/** Columns of the line that are shown before the spot, and of the spot and what follows it. */
const BEFORE = 50;
const AFTER = 30;

export function caretLine(source: string, { start, end }: SegmentError['span']): string {
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
