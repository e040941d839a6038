/** What a file decides for all its orders: how its amounts and dates are read, and what is settled for its shops. */
import type { Layout, Platform } from '../../platforms/layout.ts';
import type { DateOrder } from '../../values/dates.ts';
import type { DecimalStyle } from '../../values/money.ts';
import { FileRefused } from '../refusal.ts';
import { decideDates, decideDecimal } from './column-decisions.ts';
import type { Known, ReadRequest } from './export-read.ts';
import type { ReadTrace } from './read-trace.ts';
import { type SettledShop, settleShop } from './shop.ts';
import type { Survey } from './survey.ts';

export interface Decided {
  readonly decimal: DecimalStyle;
  readonly dates: DateOrder;
  /** Every date of the column is a count of seconds since 1970. */
  readonly epochDates: boolean;
  /** Every order number was written as 1001.0. */
  readonly floatIds: boolean;
  /** By the name their orders carry. */
  readonly shops: ReadonlyMap<string, SettledShop>;
}

export interface Deciding {
  readonly layout: Layout;
  readonly platform: Platform;
  readonly workbook: boolean;
  readonly request: ReadRequest;
  readonly known: Known;
}

/** Throws FileRefused, NeedsSetting or ShopDisagrees. What is decided goes into `trace` at once, since the next step may throw. */
export function decide(seen: Survey, deciding: Deciding, trace: Partial<ReadTrace> = {}): Decided {
  const { layout, platform, request, known } = deciding;
  assertExactNumbers(seen, deciding);
  const decimal = decideDecimal(request.decimal, layout, seen, request.currency ?? platform.currency);
  trace.decimal = decimal;
  const dates = decideDates(request.dates, layout, seen);
  trace.dates = dates;
  const observed = { times: () => seen.times.withOffsets(dates), currency: seen.commonestCurrency() };
  const shops = new Map<string, SettledShop>();
  for (const stated of seen.shops) {
    const name = shopName(stated, deciding);
    const before = known.shops.find((shop) => shop.name === name);
    if (!shops.has(name)) shops.set(name, settleShop(name, platform, request, observed, before));
  }
  trace.shops = shops;
  return { decimal, dates, epochDates: seen.dates.epochDates, floatIds: seen.ids.floatIds, shops };
}

/** `--shop` names the shop, else the file's own shop column, else the platform. */
export function shopName(stated: string, { request, platform }: Pick<Deciding, 'request' | 'platform'>): string {
  return request.shop ?? (stated || platform.title);
}

/** A text file may well mix numbers of both kinds; its rows are judged one by one. */
function assertExactNumbers({ ids }: Survey, { layout, workbook }: Deciding): void {
  const damaged = (workbook ? ids.allScientific : undefined) ?? ids.rounded;
  if (!damaged) return;
  throw new FileRefused('rounded_order_ids', {
    value: damaged.example,
    line: damaged.line,
    column: layout.columns.orderNumber?.[0] ?? '',
  });
}
