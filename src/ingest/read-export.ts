/**
 * Reads one export into orders and refusals without touching the archive: rows, layout, what whole
 * columns decide and the shops first, then every order. `--shop` names the shop, else the file's own
 * shop column, else the platform.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { type GenericField, genericLayout } from '../platforms/generic.ts';
import { platformNamed, platforms } from '../platforms/index.ts';
import type { Field, Layout, Platform } from '../platforms/layout.ts';
import type { DateOrder } from '../values/dates.ts';
import type { DecimalStyle } from '../values/money.ts';
import { loadPhoneMetadata } from '../values/phones.ts';
import { assertExactNumbers, decideDates, decideDecimal, observe } from './column-decisions.ts';
import type { Detected } from './encoding.ts';
import { assertWhole, gatherOrders, type RowAccount } from './gather-orders.ts';
import { type OpenRequest, openRows } from './open-rows.ts';
import type { Reading } from './order-cells.ts';
import { buildOrder, type OrderFacts } from './order-facts.ts';
import type { Recognised } from './recognise.ts';
import { FileRefused, type Refusal } from './refusal.ts';
import { type SettledShop, settleShop, type ShopRequest, type ShopSettings } from './shop.ts';
import type { Source } from './source.ts';

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
  build(take: (order: OrderFacts) => void): Built;
}

export interface Built {
  readonly orders: number;
  readonly refusals: readonly Refusal[];
  readonly rows: RowAccount & { readonly copies: number };
  readonly notes: ReadNotes;
}

/** What was noticed and does not stop anything. */
export interface ReadNotes {
  /** Orders that stood in the file more than once, row for row. */
  readonly repeatedOrders: readonly string[];
  /** Wall times that a clock change skipped, or ran through twice. */
  readonly shiftedTimes: number;
  readonly doubleTimes: number;
  readonly withoutStatus: boolean;
  /** Second order numbers that a spreadsheet rounded; not kept. */
  readonly lostPlatformIds: number;
}

const NOTHING_NOTED = { shiftedTimes: 0, doubleTimes: 0, lostPlatformIds: 0 };

/** A date further ahead than this is a slip of the pen, not a time zone. */
const FUTURE_TOLERANCE = 48 * 3600;

/** Throws FileRefused, NeedsSetting or ShopDisagrees; `now` is UTC seconds. */
export async function readExport(source: Source, request: ReadRequest, known: Known, now: number): Promise<ExportRead> {
  const { reader, recognised, encoding } = await openRows(source, request, candidates(request, known));
  const { layout } = recognised;
  const platform = platformNamed(layout.platform) as Platform;
  const gathered = await gatherOrders(reader, recognised);
  if (encoding) assertWhole(gathered, endsWithLineBreak(source));
  if (gathered.orders.size === 0 && gathered.refusals.length === 0)
    throw new FileRefused('no_rows', { line: recognised.header.line });
  assertExactNumbers(layout, gathered, { workbook: encoding === undefined });
  const decimal = decideDecimal(request.decimal, layout, gathered);
  const dates = decideDates(request.dates, layout, gathered);
  await loadPhoneMetadata();

  const observed = observe(gathered, dates);
  const shopOf = (stated: string): string => request.shop ?? (stated || platform.title);
  const names = new Set([...gathered.shops].map(shopOf));
  const settle = (name: string) =>
    settleShop(
      name,
      platform,
      request,
      observed,
      known.shops.find((shop) => shop.name === name),
    );
  const shops = new Map([...names].map((name) => [name, settle(name)]));
  const { index } = gathered.wanted;
  const reading: Reading = { layout, index, headers: headerNames(recognised), decimal, dates };
  const header = recognised.header.cells;
  const build = (take: (order: OrderFacts) => void): Built => {
    const refusals: Refusal[] = [...gathered.refusals];
    const rows = { ...gathered.rows, copies: 0 };
    const notes = { ...NOTHING_NOTED, repeatedOrders: [] as string[], withoutStatus: withoutStatus(recognised) };
    let orders = 0;
    for (const [id, kept] of gathered.orders) {
      const group = kept.map((row) => gathered.wanted.row(row));
      const cell = (field: Field) => group[0]?.cells[index.get(field) ?? -1] ?? '';
      const { settings } = shops.get(shopOf(cell('shop'))) as SettledShop;
      const built = buildOrder(reading, settings, id, group, now + FUTURE_TOLERANCE);
      if ('reason' in built) {
        refusals.push({ ...built, rows: kept.map((row) => ({ line: row.line, cells: [...row.cells()] })) });
        rows.orders -= group.length;
        rows.refused += group.length;
        continue;
      }
      orders++;
      if (built.copies > 0) notes.repeatedOrders.push(id);
      rows.copies += built.copies;
      if (built.facts.clockChange === 'gap') notes.shiftedTimes++;
      if (built.facts.clockChange === 'overlap') notes.doubleTimes++;
      if (built.facts.platformId === null && cell('platformId') !== '') notes.lostPlatformIds++;
      take(built.facts);
    }
    rows.orders -= rows.copies;
    return { orders, refusals: refusals.toSorted((a, b) => a.line - b.line), rows, notes };
  };
  const decided = {
    ...(layout.dates === undefined && dates !== 'ymd' ? { dates } : {}),
    ...(layout.decimal === undefined && decimal === 'comma' ? { decimal } : {}),
  };
  return { layout, platform, encoding, shops, header, decided, build };
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
