/**
 * Reads one export into orders and refusals without touching the archive: layout, what whole columns
 * decide and the shops in a first pass, every order in a second. `--shop` names the shop, else the file's own
 * shop column, else the platform.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { type GenericField, genericLayout } from '../../platforms/generic.ts';
import { platformNamed, platforms } from '../../platforms/index.ts';
import type { Field, Layout, Platform } from '../../platforms/layout.ts';
import type { DateOrder } from '../../values/dates.ts';
import type { DecimalStyle } from '../../values/money.ts';
import { loadPhoneMetadata } from '../../values/phones.ts';
import { ownText } from '../../values/own-text.ts';
import { decideDates, decideDecimal } from './column-decisions.ts';
import type { Detected } from '../text/encoding.ts';
import { type OpenRequest, openRows } from '../rows/open-rows.ts';
import type { Reading } from './order-cells.ts';
import { visitOrders } from './order-groups.ts';
import { Preparation, type PreparedOrder } from './prepared-order.ts';
import { buildOrder } from './order-facts.ts';
import type { ReadTrace } from './read-trace.ts';
import { duplicateHeaders, type Recognised } from '../tables/recognise.ts';
import { FileRefused, type Refusal } from '../refusal.ts';
import { type SettledShop, settleShop, type ShopRequest, type ShopSettings } from './shop.ts';
import type { Source } from '../bytes/source.ts';

import { isNoOrder, type NoOrder, refusalOf } from '../rows/stray-rows.ts';
import { steady } from '../bytes/steady.ts';
import { commonestCurrency, survey, type Survey } from './survey.ts';
import { type WorkbookNotes, workbookNotes } from '../workbooks/workbook-notes.ts';

export type ColumnMap = Readonly<Partial<Record<GenericField, string>>>;

export interface ReadRequest extends OpenRequest, ShopRequest {
  readonly platform?: string | undefined;
  readonly shop?: string | undefined;
  readonly map: ColumnMap;
  readonly decimal?: DecimalStyle | undefined;
  readonly dates?: DateOrder | undefined;
}

/** What the archive knows already, empty before the first ingest. */
export interface Known {
  readonly shops: readonly ShopSettings[];
  readonly maps: readonly { readonly name: string; readonly columns: ColumnMap }[];
  /** Whether it holds records of earlier files. */
  readonly records: boolean;
}

export interface ExportRead {
  readonly layout: Layout;
  readonly platform: Platform;
  readonly encoding: Detected | undefined;
  /** Every shop the file names, by the name its orders carry. */
  readonly shops: ReadonlyMap<string, SettledShop>;
  readonly header: readonly string[];
  /** What the whole file decided and neither the layout nor a flag had settled. */
  readonly decided: { readonly dates?: 'dmy' | 'mdy'; readonly decimal?: 'comma' };
  /** Pass two: hands over each order as it is built, so that not all of them stand in memory. */
  build(take: OrderTaker): Promise<Built>;
  /** Lets go of what reading held, wherever it stands. */
  close(): Promise<unknown>;
}

export interface OrderTaker {
  order(order: PreparedOrder): void;
  refusal(refusal: Refusal): void;
  /** Awaited now and then: reading goes on when it settles. */
  room?(): Promise<void>;
}

export interface Built {
  readonly orders: number;
  readonly rows: RowAccount;
  readonly notes: ReadNotes;
}

/** Every row of the file is one of these. */
export type RowAccount = Record<'read' | 'orders' | 'copies' | 'refused' | NoOrder, number>;

/** What was noticed and does not stop anything. */
export interface ReadNotes {
  /** Orders that stood in the file more than once, row for row. */
  readonly repeatedOrders: readonly string[];
  /** Wall times that a clock change skipped, or ran through twice. */
  readonly shiftedTimes: number;
  readonly doubleTimes: number;
  readonly withoutStatus: boolean;
  /** Dates that were a spreadsheet's day numbers, or counts of seconds since 1970. */
  readonly datesFromSerial: number;
  readonly datesFromEpoch: number;
  /** Every order number was written as 1001.0; kept without it. */
  readonly floatIds: boolean;
  /** Second order numbers that a spreadsheet rounded; not kept. */
  readonly lostPlatformIds: number;
  readonly workbook: WorkbookNotes;
  /** Names over several columns of which none is read. */
  readonly duplicateHeaders: readonly string[];
}

const NO_ROWS: Readonly<RowAccount> = {
  read: 0,
  orders: 0,
  copies: 0,
  blank: 0,
  repeatedHeader: 0,
  description: 0,
  totals: 0,
  footer: 0,
  refused: 0,
};

const NOTHING_NOTED = { datesFromSerial: 0, datesFromEpoch: 0, shiftedTimes: 0, doubleTimes: 0, lostPlatformIds: 0 };

/** A date further ahead than this is a slip of the pen, not a time zone. */
const FUTURE_TOLERANCE = 48 * 3600;

/** Throws FileRefused, NeedsSetting or ShopDisagrees; `now` is UTC seconds. What is found on the way goes into `trace`. */
export async function readExport(
  source: Source,
  request: ReadRequest,
  known: Known,
  now: number,
  trace?: ReadTrace,
): Promise<ExportRead> {
  const assertSame = steady(source);
  const { reader, recognised, encoding } = await openRows(source, request, candidates(request, known), trace);
  const { layout } = recognised;
  const platform = platformNamed(layout.platform) as Platform;
  const isText = encoding !== undefined;
  const seen = await survey(reader, recognised, { endsWithLineBreak: !isText || endsWithLineBreak(source) });
  if (trace) trace.survey = seen;
  if (seen.numbers.count + seen.spoiled.rows === 0) throw new FileRefused('no_rows', { line: recognised.header.line });
  assertExactNumbers(seen, layout, { workbook: !isText });
  const decimal = decideDecimal(request.decimal, layout, seen, request.currency ?? platform.currency);
  if (trace) trace.decimal = decimal;
  const dates = decideDates(request.dates, layout, seen);
  if (trace) trace.dates = dates;
  await loadPhoneMetadata();

  const observed = { times: () => seen.times.withOffsets(dates), currency: commonestCurrency(seen) };
  const shopOf = (stated: string): string => request.shop ?? (stated || platform.title);
  const names = new Set([...seen.shops].map(shopOf));
  const settle = (name: string) =>
    settleShop(
      name,
      platform,
      request,
      observed,
      known.shops.find((shop) => shop.name === name),
    );
  const shops = new Map([...names].map((name) => [name, settle(name)]));
  if (trace) trace.shops = shops;
  const { index } = seen.wanted;
  const { floatIds } = seen.ids;
  const reading: Reading = {
    layout,
    index,
    headers: headerNames(recognised),
    decimal,
    dates,
    date1904: reader.notes().date1904,
    epochDates: seen.dates.epochDates,
    floatIds,
  };
  const build = async (take: OrderTaker): Promise<Built> => {
    const rows = { ...NO_ROWS };
    const notes = {
      ...NOTHING_NOTED,
      repeatedOrders: [] as string[],
      withoutStatus: withoutStatus(recognised),
      floatIds,
      workbook: workbookNotes(reader.notes(), recognised),
      duplicateHeaders: duplicateHeaders(recognised),
    };
    const idHeader = recognised.header.cells[recognised.columns.get('orderNumber')?.[0] ?? 0] ?? null;
    const preparation = new Preparation({ newcomers: !known.records });
    const scopeOf = ({ name, country }: ShopSettings) => ({
      accounts: platform.accountScope === 'marketplace' ? platform.name : `${platform.name}/${name}`,
      country,
    });
    let orders = 0;
    const refuse = (refusal: Refusal) => {
      rows.refused += refusal.rows.length;
      take.refusal(refusal);
    };
    await visitOrders(reader, recognised, seen, {
      stray(row, id, kind) {
        rows.read++;
        if (isNoOrder(kind)) rows[kind]++;
        else if (!seen.spoiled.isClaimed(row.line)) refuse(refusalOf(row, id, kind, idHeader, recognised.header.cells));
      },
      order({ id, rows: group, kept }) {
        rows.read += group.length;
        const cell = (field: Field) => group[0]?.cells[index.get(field) ?? -1] ?? '';
        const { settings } = shops.get(shopOf(cell('shop'))) as SettledShop;
        const asTheyStood = () => kept.map((row) => ({ line: row.line, cells: [...row.cells()] }));
        const spoiling = seen.spoiled.of(id);
        if (spoiling) {
          const told = seen.spoiled.isClaimed(spoiling.line) ? spoiling.rows : [];
          refuse({ ...spoiling, order: id, rows: [...told, ...asTheyStood()] });
          return;
        }
        const built = buildOrder(reading, settings, id, group, now + FUTURE_TOLERANCE);
        if ('reason' in built) {
          refuse({ ...built, rows: asTheyStood() });
          return;
        }
        orders++;
        rows.orders += group.length - built.copies;
        rows.copies += built.copies;
        if (built.copies > 0) notes.repeatedOrders.push(ownText(id));
        if (built.facts.placed.from === 'serial') notes.datesFromSerial++;
        if (built.facts.placed.from === 'epoch') notes.datesFromEpoch++;
        if (built.facts.clockChange === 'gap') notes.shiftedTimes++;
        if (built.facts.clockChange === 'overlap') notes.doubleTimes++;
        if (built.facts.platformId === null && cell('platformId') !== '') notes.lostPlatformIds++;
        trace?.order(built.facts);
        take.order(preparation.complete(built.facts, scopeOf(settings)));
      },
      room: take.room && (() => take.room?.() ?? Promise.resolve()),
    });
    assertSame();
    return { orders, rows, notes };
  };
  const decided = {
    ...(layout.dates === undefined && dates !== 'ymd' ? { dates } : {}),
    ...(layout.decimal === undefined && decimal === 'comma' ? { decimal } : {}),
  };
  return {
    layout,
    platform,
    encoding,
    shops,
    header: recognised.header.cells,
    decided,
    build,
    close: () => Promise.resolve(),
  };
}

/** A text file may well mix numbers of both kinds; its rows are judged one by one. */
function assertExactNumbers({ ids }: Survey, layout: Layout, { workbook }: { readonly workbook: boolean }): void {
  const damaged = (workbook ? ids.allScientific : undefined) ?? ids.rounded;
  if (!damaged) return;
  throw new FileRefused('rounded_order_ids', {
    value: damaged.example,
    line: damaged.line,
    column: layout.columns.orderNumber?.[0] ?? '',
  });
}

/** By its name, among those the file was tried with. */
export function layoutNamed(platform: Platform, name: string, request: ReadRequest, known: Known): Layout | undefined {
  return candidates(request, known).find((layout) => layout.platform === platform.name && layout.name === name);
}

function candidates(request: ReadRequest, known: Known): readonly Layout[] {
  if (Object.keys(request.map).length > 0) return [genericLayout(request.map, 'mapped columns')];
  const all = platforms.flatMap((platform) => platform.layouts);
  const saved = known.maps.map(({ name, columns }) => genericLayout(columns, name));
  return request.platform === undefined
    ? [...all, ...saved]
    : [...all, ...saved].filter((layout) => layout.platform === request.platform);
}

function headerNames({ header, columns }: Recognised): Map<Field, string> {
  return new Map([...columns].map(([field, positions]) => [field, (header.cells[positions[0] ?? 0] ?? field).trim()]));
}

function withoutStatus({ columns }: Recognised): boolean {
  return !columns.has('status') && !columns.has('payment');
}

function endsWithLineBreak(source: Source): boolean {
  const last = Buffer.alloc(2);
  const file = openSync(source.path, 'r');
  try {
    const read = readSync(file, last, 0, 2, Math.max(0, source.size - 2));
    return last.subarray(0, read).includes(0x0a) || last.subarray(0, read).includes(0x0d);
  } finally {
    closeSync(file);
  }
}
