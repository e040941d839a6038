/** How a list of customers is sorted, cut and laid out, the same wherever customers are listed. */
import { UsageError } from '../errors.ts';
import type { Words } from '../messages/words.ts';
import { type Options, parsed, text } from './command.ts';

export const listing = {
  sort: text('--sort <column>', 'sort by this column; -column for descending (default: customer_id)'),
  limit: parsed('--limit <n>', 'at most so many rows', rowLimit),
  columns: text('--columns <names>', 'only these columns, comma-separated'),
} satisfies Options;

function rowLimit(value: string, { segments }: Words): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(segments.limitWrong(value), { code: 'bad_limit' });
  return Number(value);
}
