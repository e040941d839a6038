/** Breaks text into lines that fit, never inside a character: cli-table3's own wrapping loses Chinese text. */
import { displayWidth } from './display-width.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const CELL_BREAKS = /[\s\-/,;，；、。]/u;
const WORD_BREAKS = /\s/u;
/** Signs that Chinese never begins a line with, and those it never ends one with. */
const CLOSING = /[，。；：、！？）》”’…]/u;
const OPENING = /[（《“‘]/u;

/** Lines of at most `width` columns (at least two, the width of one Chinese character). */
export function wrapCell(text: string, width: number): string[] {
  return wrap(text, width, CELL_BREAKS);
}

/** As `wrapCell`, for sentences: flags and names with hyphens stay whole. */
export function wrapWords(text: string, width: number): string[] {
  return wrap(text, width, WORD_BREAKS);
}

function wrap(text: string, width: number, breaks: RegExp): string[] {
  const limit = Math.max(2, width);
  if (displayWidth(text) <= limit) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  // Where the line could be broken: after a blank, a comma or the like, and on both sides of any wide character.
  let breakAt = 0;
  let before = '';
  for (const { segment } of graphemes.segment(text)) {
    const size = displayWidth(segment);
    const breakable = size === 2 || breaks.test(before) || displayWidth(before) === 2;
    if (breakable && !CLOSING.test(segment) && !OPENING.test(before)) breakAt = line.length;
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
    before = segment;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}
