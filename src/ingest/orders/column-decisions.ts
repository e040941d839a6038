/** What a whole column decides: the decimal style of the amounts, and the order of day and month. */
import type { Layout } from '../../platforms/layout.ts';
import { readCurrency } from '../../values/currency-names.ts';
import type { DateOrder } from '../../values/dates.ts';
import type { DecimalStyle } from '../../values/money.ts';
import type { ColumnExample } from '../../values/column-example.ts';
import { type FileDetail, FileRefused } from '../refusal.ts';
import type { Survey } from './survey.ts';

/** `shopCurrency` is the one of amounts that stand beside none. */
export function decideDecimal(
  told: DecimalStyle | undefined,
  layout: Layout,
  seen: Pick<Survey, 'decimals' | 'currencies'>,
  shopCurrency: string | undefined,
): DecimalStyle {
  const settled = told ?? layout.decimal;
  if (settled) return settled;
  const written = [...seen.currencies.keys()].flatMap((code) => readCurrency(code, shopCurrency ?? '') ?? []);
  const decided = seen.decimals.decide(written.length > 0 ? written : shopCurrency === undefined ? [] : [shopCurrency]);
  if ('style' in decided) return decided.style;
  if ('ambiguous' in decided) throw new FileRefused('ambiguous_number', shownBy(decided.ambiguous));
  throw new FileRefused('mixed_numbers', shownBy(decided.mixed));
}

export function decideDates(told: DateOrder | undefined, layout: Layout, seen: Pick<Survey, 'dates'>): DateOrder {
  const settled = told ?? layout.dates;
  if (settled) return settled;
  const decided = seen.dates.decide();
  if ('order' in decided) return decided.order;
  if ('ambiguous' in decided && layout.usualDates) return layout.usualDates;
  if ('ambiguous' in decided) throw new FileRefused('ambiguous_date', shownBy(decided.ambiguous));
  if ('rotated' in decided) throw new FileRefused('rotated_dates', shownBy(decided.rotated));
  throw new FileRefused('mixed_dates', shownBy(decided.mixed));
}

export function shownBy({ example, line, sheet }: ColumnExample): FileDetail {
  return { value: example, line, sheet };
}
