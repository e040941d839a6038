/** A list within a line, cut to what a person reads. */
import type { Words } from '../messages/words.ts';

/** The first `most` and how many more; '' of none. */
export function listed(
  { cards }: Pick<Words, 'cards'>,
  items: readonly string[],
  most: number,
  separator = ', ',
): string {
  const shown = items.slice(0, most);
  const rest = items.length - shown.length;
  return [...shown, ...(rest > 0 ? [cards.more(rest)] : [])].join(separator);
}
