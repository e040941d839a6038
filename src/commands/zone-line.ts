/** The line that gives a shop another time zone, with a place for it. */
import type { Context } from '../context.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';

export function zoneLine(shop: string, context: Context): string {
  const line = (...words: string[]) =>
    shellLine(['regulars', 'shops', 'edit', ...words, '--timezone', 'ZONE', ...archiveFlag(context)]);
  // A name that begins like an option comes after all of them.
  return shop.startsWith('-') ? `${line()} ${shellLine(['--', shop])}` : line(shop);
}
