/** What a file decides for all its orders: how its amounts and dates are read, and what is settled for its shops. */
import { wordKey } from '../../archive/status-words.ts';
import { platformNamed } from '../../platforms/index.ts';
import type { Layout, Platform } from '../../platforms/layout.ts';
import type { DateOrder } from '../../values/dates.ts';
import type { DecimalStyle } from '../../values/money.ts';
import { zoneNamed } from '../../values/zone-named.ts';
import { FileRefused } from '../refusal.ts';
import { decideDates, decideDecimal, shownBy } from './column-decisions.ts';
import type { Known, ReadRequest } from './export-read.ts';
import type { ReadTrace } from './read-trace.ts';
import { flagOr, NeedsSetting, type SettledShop, settleShop, unnamedShop } from './shop.ts';
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
  /** The shop of orders that neither a flag nor the file gives to one. */
  readonly unnamed: string;
}

export interface Deciding {
  readonly layout: Layout;
  readonly platform: Platform;
  readonly workbook: boolean;
  readonly request: ReadRequest;
  readonly known: Known;
}

/** Throws FileRefused or ShopUnsettled. What is decided goes into `trace` at once, since the next step may throw. */
export function decide(seen: Survey, deciding: Deciding, trace: Partial<ReadTrace> = {}): Decided {
  const { layout, platform, request, known } = deciding;
  assertExactNumbers(seen, deciding);
  const decimal = decideDecimal(request.decimal, layout, seen, flagOr(request, 'currency', platform.currency));
  trace.decimal = decimal;
  const dates = decideDates(request.dates, layout, seen);
  trace.dates = dates;
  const observed = {
    times: () => seen.times.withOffsets(dates),
    zone: onlyZone(seen.zones),
    currency: seen.commonestCurrency(),
  };
  const shops = new Map<string, SettledShop>();
  // Of a file that names the shop of other orders, the rest is not taken for one of those it does not speak of.
  const namesNone = request.shop === undefined && seen.shops.size === 1 && seen.shops.has('');
  const unnamed = layout.part === 'items' ? '' : namesNone ? unnamedShop(platform, known.shops) : platform.title;
  const calledInFile = [...seen.shops].filter(
    (stated) => stated !== '' && shopName(stated, request, unnamed) !== stated,
  );
  for (const stated of seen.shops) {
    if (layout.part === 'items' && stated === '' && request.shop === undefined) {
      shops.set('', ofNoShop(layout, platform, request, seen));
      continue;
    }
    const name = shopName(stated, request, unnamed);
    if (shops.has(name)) continue;
    const settled = settleShop(name, soldOn(platform, seen.soldOn.get(stated)), request, observed, known);
    shops.set(name, { ...settled, unnamed: namesNone, calledInFile });
  }
  trace.shops = shops;
  return { decimal, dates, epochDates: seen.dates.epochDates, floatIds: seen.ids.floatIds, shops, unnamed };
}

/** The platform that a program which gathers orders got them from; itself where it names none that is known. */
function soldOn(platform: Platform, word: string | undefined): Platform {
  const key = word === undefined ? '' : wordKey(word);
  const name = Object.entries(platform.gathers ?? {}).find(([said]) => wordKey(said) === key)?.[1];
  return (name !== undefined && platformNamed(name)) || platform;
}

function onlyZone(zones: ReadonlySet<string>): string | undefined {
  const [only, ...others] = zones;
  return others.length === 0 && only !== undefined ? zoneNamed(only) : undefined;
}

/** Items that belong to orders of whatever shop of the platform; when these were sold, their own file says. Throws NeedsSetting. */
function ofNoShop({ columns }: Layout, platform: Platform, request: ReadRequest, seen: Survey): SettledShop {
  const priced = columns.unitPrice !== undefined || columns.lineTotal !== undefined;
  const told = flagOr(request, 'currency', platform.currency ?? seen.commonestCurrency());
  // ISO 4217 for none.
  const currency = told ?? (priced ? undefined : 'XXX');
  if (currency === undefined) throw new NeedsSetting(['currency'], platform.title);
  const { name, country = null, timeZone = 'UTC' } = platform;
  const settings = { name: '', platform: name, timeZone, currency, country };
  return { settings, isNew: false, zoneFromFile: false, unnamed: false, calledInFile: [] };
}

/** `--shop` names the shop, else the file's own shop column. */
export function shopName(stated: string, { shop }: Pick<ReadRequest, 'shop'>, unnamed: string): string {
  return shop ?? (stated || unnamed);
}

/** A text file may well mix numbers of both kinds; its rows are judged one by one. */
function assertExactNumbers({ ids }: Survey, { layout, workbook }: Deciding): void {
  const damaged = (workbook ? ids.allScientific : undefined) ?? ids.rounded;
  if (!damaged) return;
  throw new FileRefused('rounded_order_ids', {
    ...shownBy(damaged),
    column: layout.columns.orderNumber?.[0] ?? '',
  });
}
