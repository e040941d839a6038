/** Says what was changed in cells so that a spreadsheet takes them for no more than text. */
import type { Context } from '../context.ts';
import type { Defused } from './delimited.ts';

export function tellDefused({ io, words }: Context, { cells, shown }: Defused): void {
  if (cells > 0) io.say(words.common.defused(cells));
  if (shown > 0) io.say(words.common.controlsShown(shown));
}
