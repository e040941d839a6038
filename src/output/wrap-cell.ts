/** Breaks a cell into lines that fit, never inside a character: cli-table3's own wrapping loses Chinese text. */
import { displayWidth } from './display-width.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const BREAKS_AFTER = /[\s\-/,;，；、。]$/u;

/** Lines of at most `width` columns (at least two, the width of one Chinese character). */
export function wrapCell(text: string, width: number): string[] {
  const limit = Math.max(2, width);
  if (displayWidth(text) <= limit) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  // Where the line could be broken: after a blank, a hyphen, a comma or any wide character.
  let breakAt = 0;
  for (const { segment } of graphemes.segment(text)) {
    const size = displayWidth(segment);
    if (used + size > limit) {
      const cut = breakAt > 0 && segment !== ' ' ? breakAt : line.length;
      lines.push(line.slice(0, cut).trimEnd());
      line = line.slice(cut).trimStart();
      used = displayWidth(line);
      breakAt = 0;
      if (segment === ' ' && line === '') continue;
    }
    line += segment;
    used += size;
    if (size === 2 || BREAKS_AFTER.test(segment)) breakAt = line.length;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}
