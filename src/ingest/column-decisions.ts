/** What a whole column decides: the decimal style of the amounts, the order of day and month, and what the rows say of the shop. */
import { type DateOrder, parseInstantParts } from '../values/dates.ts';
import type { DecimalStyle } from '../values/money.ts';
import type { Layout } from '../platforms/layout.ts';
import type { Gathered } from './gather-orders.ts';
import { FileRefused } from './refusal.ts';
import type { Observed } from './shop.ts';

export function decideDecimal(told: DecimalStyle | undefined, layout: Layout, gathered: Gathered): DecimalStyle {
  const settled = told ?? layout.decimal;
  if (settled) return settled;
  const decided = gathered.decimals.decide();
  if ('style' in decided) return decided.style;
  if ('ambiguous' in decided)
    throw new FileRefused('ambiguous_number', { value: decided.ambiguous.example, line: decided.ambiguous.line });
  throw new FileRefused('mixed_numbers', { value: decided.mixed.example, line: decided.mixed.line });
}

export function decideDates(told: DateOrder | undefined, layout: Layout, gathered: Gathered): DateOrder {
  const settled = told ?? layout.dates;
  if (settled) return settled;
  const decided = gathered.dates.decide();
  if ('order' in decided) return decided.order;
  if ('ambiguous' in decided)
    throw new FileRefused('ambiguous_date', { value: decided.ambiguous.example, line: decided.ambiguous.line });
  throw new FileRefused('mixed_dates', { value: decided.mixed.example, line: decided.mixed.line });
}

/** Enough written times to tell a zone by, spread over the file. */
const OBSERVED_TIMES = 2000;

/** Times are only looked at where a shop's zone is to be worked out from them. */
export function observe(gathered: Gathered, order: DateOrder): Observed {
  const commonest = [...gathered.currencies]
    .map(([code, rows]) => [code.toUpperCase(), rows] as const)
    .filter(([code]) => /^[A-Z]{3}$/.test(code))
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0];
  return { times: () => writtenTimes(gathered, order), currency: commonest?.[0] };
}

function writtenTimes(gathered: Gathered, order: DateOrder): { wall: string; offset: number }[] {
  const date = gathered.wanted.index.get('placedAt') ?? -1;
  const times: { wall: string; offset: number }[] = [];
  const step = Math.max(1, Math.floor(gathered.orders.size / OBSERVED_TIMES));
  let seen = 0;
  for (const [first] of gathered.orders.values()) {
    if (!first || seen++ % step !== 0) continue;
    const parsed = parseInstantParts(gathered.wanted.row(first).cells[date] ?? '', order);
    if (parsed.ok && parsed.value.offset !== null) times.push({ wall: parsed.value.wall, offset: parsed.value.offset });
  }
  return times;
}

/**
 * A spreadsheet keeps 15 digits: when every longer number ends in zeros, they have all been rounded,
 * and so they have when a workbook holds all of them as numbers.
 */
export function assertExactNumbers(
  layout: Layout,
  gathered: Gathered,
  { workbook }: { readonly workbook: boolean },
): void {
  const ids = [...gathered.orders];
  const numbers = workbook ? ids.filter(([id]) => /^[\d.]+e\+\d+$/.test(id)) : [];
  const { orderNumberDigits: digits = Infinity } = layout;
  const digital = ids.filter(([id]) => id.length > digits && /^\d+$/.test(id));
  const rounded = digital.length > 1 && digital.every(([id]) => /^0+$/.test(id.slice(digits))) ? digital : [];
  const long = numbers.length === ids.length ? numbers : rounded;
  if (long.length === 0) return;
  const [id, rows] = long[0] ?? ['', []];
  throw new FileRefused('rounded_order_ids', {
    value: id,
    line: rows[0]?.line ?? 0,
    column: layout.columns.orderNumber?.[0] ?? '',
  });
}
