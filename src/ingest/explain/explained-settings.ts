/** What holds for a whole file, and what settled it: a flag, the layout, the file itself, the archive. */
import type { Platform } from '../../platforms/layout.ts';
import type { DateOrder } from '../../values/dates.ts';
import type { DecimalStyle } from '../../values/money.ts';
import type { ReadRequest } from '../orders/export-read.ts';
import type { ReadTrace } from '../orders/read-trace.ts';
import type { ShopSettings } from '../orders/shop.ts';

export interface Decision<T> {
  readonly value: T;
  /** open: nothing in the column depends on it. */
  readonly why: 'told' | 'layout' | 'column' | 'open';
  /** The first cell that shows it, where the column decided. */
  readonly example: { readonly text: string; readonly line: number } | null;
}

export function explainDecimal(request: ReadRequest, trace: ReadTrace): Decision<DecimalStyle> | undefined {
  const { decimal, recognised, survey } = trace;
  if (!decimal) return undefined;
  return decision(decimal, request.decimal, recognised?.layout.decimal, survey?.decimals.example(decimal));
}

export function explainDates(request: ReadRequest, trace: ReadTrace): Decision<DateOrder> | undefined {
  const { dates, recognised, survey } = trace;
  if (!dates) return undefined;
  return decision(dates, request.dates, recognised?.layout.dates, survey?.dates.example(dates));
}

function decision<T>(
  value: T,
  told: T | undefined,
  layout: T | undefined,
  found: { readonly example: string; readonly line: number } | undefined,
): Decision<T> {
  if (told !== undefined) return { value, why: 'told', example: null };
  if (layout !== undefined) return { value, why: 'layout', example: null };
  if (!found) return { value, why: 'open', example: null };
  return { value, why: 'column', example: { text: found.example, line: found.line } };
}

export type SettledBy = 'told' | 'platform' | 'file' | 'archive';

export interface ExplainedShop extends ShopSettings {
  readonly isNew: boolean;
  /** platform: nobody named the shop, so that it is called like the platform. */
  readonly nameFrom: 'told' | 'file' | 'platform';
  readonly timeZoneFrom: SettledBy;
  readonly currencyFrom: SettledBy;
}

export function explainShops(request: ReadRequest, trace: ReadTrace, platform: Platform | undefined): ExplainedShop[] {
  return [...(trace.shops ?? [])].map(([name, { settings, isNew }]) => {
    const from = (told: unknown, stated: unknown): SettledBy => {
      if (!isNew) return 'archive';
      if (told !== undefined) return 'told';
      return stated === undefined ? 'file' : 'platform';
    };
    return {
      ...settings,
      isNew,
      nameFrom: request.shop !== undefined ? 'told' : trace.survey?.shops.has(name) ? 'file' : 'platform',
      timeZoneFrom: from(request.timeZone, platform?.timeZone),
      currencyFrom: from(request.currency, platform?.currency),
    };
  });
}
