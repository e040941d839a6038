/** How a list of customers is sorted, cut and laid out, the same wherever customers are listed. */
import { UsageError } from '../errors.ts';
import type { Words } from '../messages/words.ts';
import { type Options, parsed, text } from './command.ts';

export const listing = {
  sort: text('--sort <column>', {
    en: 'sort by this column; -column for descending (default: customer_id)',
    zh: '按该列排序；-列名 为从大到小（默认 customer_id）',
  }),
  limit: parsed('--limit <n>', { en: 'at most so many rows', zh: '最多这么多行' }, rowLimit),
  columns: text('--columns <names>', { en: 'only these columns, comma-separated', zh: '只要这些列，用逗号分隔' }),
} satisfies Options;

export function rowLimit(value: string, { segments }: Words): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(segments.limitWrong(value), { code: 'bad_limit' });
  return Number(value);
}
