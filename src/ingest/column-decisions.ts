/** What a whole column decides: decimal style, the order of day and month, damage to the order numbers, and what the rows say of the shop. */
import { type DateOrder, parseInstantParts } from '../values/dates.ts';
import { readCurrency } from '../values/currency-names.ts';
import { OrderNumberColumn } from '../values/identifier.ts';
import type { DecimalStyle } from '../values/money.ts';
import type { Layout } from '../platforms/layout.ts';
import type { Gathered } from './gather-orders.ts';
import { FileRefused } from './refusal.ts';
import type { Observed } from './shop.ts';

export function decideDecimal(
  told: DecimalStyle | undefined,
  layout: Layout,
  gathered: Pick<Gathered, 'decimals' | 'currencies'>,
  shopCurrency?: string,
): DecimalStyle {
  const settled = told ?? layout.decimal;
  if (settled) return settled;
  const written = [...gathered.currencies.keys()].flatMap((code) => readCurrency(code, shopCurrency ?? '') ?? []);
  const decided = gathered.decimals.decide(
    written.length > 0 ? written : shopCurrency === undefined ? [] : [shopCurrency],
  );
  if ('style' in decided) return decided.style;
  if ('ambiguous' in decided)
    throw new FileRefused('ambiguous_number', { value: decided.ambiguous.example, line: decided.ambiguous.line });
  throw new FileRefused('mixed_numbers', { value: decided.mixed.example, line: decided.mixed.line });
}

export function decideDates(told: DateOrder | undefined, layout: Layout, gathered: Pick<Gathered, 'dates'>): DateOrder {
  const settled = told ?? layout.dates;
  if (settled) return settled;
  const decided = gathered.dates.decide();
  if ('order' in decided) return decided.order;
  if ('ambiguous' in decided)
    throw new FileRefused('ambiguous_date', { value: decided.ambiguous.example, line: decided.ambiguous.line });
  if ('rotated' in decided)
    throw new FileRefused('rotated_dates', { value: decided.rotated.example, line: decided.rotated.line });
  throw new FileRefused('mixed_dates', { value: decided.mixed.example, line: decided.mixed.line });
}

/** Enough written times to tell a zone by, spread over the file. */
const OBSERVED_TIMES = 2000;

/** Times are only looked at where a shop's zone is to be worked out from them. */
export function observe(gathered: Gathered, order: DateOrder): Observed {
  const commonest = [...gathered.currencies]
    .flatMap(([written, rows]) => {
      const code = readCurrency(written, '');
      return code === undefined ? [] : [[code, rows] as const];
    })
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

/** What all order numbers show together; the core may feed the column while it reads. */
export function orderNumbers(layout: Layout, gathered: Pick<Gathered, 'orders'>): OrderNumberColumn {
  const column = new OrderNumberColumn(layout.orderNumberDigits);
  for (const [id, rows] of gathered.orders) column.add(id, rows[0]?.line ?? 0);
  return column;
}

/** Refuses order numbers that a spreadsheet has rounded, and a workbook that holds all of them as numbers too long for it. */
export function assertExactNumbers(
  layout: Layout,
  gathered: Pick<Gathered, 'orders'>,
  { workbook }: { readonly workbook: boolean },
): void {
  const column = orderNumbers(layout, gathered);
  const damaged = (workbook ? column.allScientific : undefined) ?? column.rounded;
  if (!damaged) return;
  throw new FileRefused('rounded_order_ids', {
    value: damaged.example,
    line: damaged.line,
    column: layout.columns.orderNumber?.[0] ?? '',
  });
}
