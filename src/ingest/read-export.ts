/**
 * Reads one export into orders and refusals without touching the archive: rows, layout, what whole
 * columns decide, then every order of every shop in the file.
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
import { assertWhole, gatherOrders, type OrderRow, type RowAccount } from './gather-orders.ts';
import { type OpenRequest, openRows } from './open-rows.ts';
import type { Reading } from './order-cells.ts';
import { buildOrder, type OrderFacts } from './order-facts.ts';
import type { Recognised } from './recognise.ts';
import { FileRefused, type Refusal } from './refusal.ts';
import { type Observed, type SettledShop, settleShop, type ShopRequest, type ShopSettings } from './shop.ts';
import type { Source } from './source.ts';
import type { RawRow, RowReader } from './table-source.ts';

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
  readonly shops: readonly SettledShop[];
  readonly orders: readonly OrderFacts[];
  readonly refusals: readonly RefusedRows[];
  readonly header: readonly string[];
  readonly rows: RowAccount & { readonly copies: number };
  readonly notes: ReadNotes;
}

export type RefusedRows = Refusal & { readonly rows: readonly RawRow[] };

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

  const shopOf = shopBook(platform, request, known, observe(gathered, dates));
  const index = new Map(gathered.fields.map((field, position) => [field, position]));
  const reading: Reading = { layout, index, headers: headerNames(recognised), decimal, dates };
  const shops = new Map<string, SettledShop>();
  const orders: OrderFacts[] = [];
  const refusals: Refusal[] = [...gathered.refusals];
  const rows = { ...gathered.rows, copies: 0 };
  const notes = {
    repeatedOrders: [] as string[],
    shiftedTimes: 0,
    doubleTimes: 0,
    withoutStatus: withoutStatus(recognised),
    lostPlatformIds: 0,
  };
  const cell = (group: readonly OrderRow[], field: Field) => group[0]?.cells[index.get(field) ?? -1] ?? '';
  for (const [id, group] of gathered.orders) {
    const shop = shopOf(cell(group, 'shop'));
    const built = buildOrder(reading, shop.settings, id, group, now + FUTURE_TOLERANCE);
    if ('reason' in built) {
      refusals.push(built);
      rows.orders -= group.length;
      rows.refused += group.length;
      continue;
    }
    if (built.copies > 0) notes.repeatedOrders.push(id);
    rows.copies += built.copies;
    if (built.facts.clockChange === 'gap') notes.shiftedTimes++;
    if (built.facts.clockChange === 'overlap') notes.doubleTimes++;
    if (built.facts.platformId === null && cell(group, 'platformId') !== '') notes.lostPlatformIds++;
    shops.set(shop.settings.name, shop);
    orders.push(built.facts);
  }
  rows.orders -= rows.copies;
  refusals.sort((a, b) => a.line - b.line);
  return {
    layout,
    platform,
    encoding,
    orders,
    rows,
    notes,
    shops: [...shops.values()],
    refusals: await withRows(reader, refusals),
    header: recognised.header.cells,
  };
}

function candidates(request: ReadRequest, known: Known): readonly Layout[] {
  if (Object.keys(request.map).length > 0) return [genericLayout(request.map, 'mapped columns')];
  const all = platforms.flatMap((platform) => platform.layouts);
  const saved = known.maps.map(({ name, columns }) => genericLayout(columns, name));
  return request.platform === undefined
    ? [...all, ...saved]
    : [...all, ...saved].filter((layout) => layout.platform === request.platform);
}

/** `--shop`, else the file's own shop column, else the platform's name. */
function shopBook(
  platform: Platform,
  request: ReadRequest,
  known: Known,
  observed: Observed,
): (stated: string) => SettledShop {
  const settled = new Map<string, SettledShop>();
  return (stated) => {
    const name = request.shop ?? (stated || platform.title);
    let shop = settled.get(name);
    if (!shop) {
      shop = settleShop(
        name,
        platform,
        request,
        observed,
        known.shops.find((candidate) => candidate.name === name),
      );
      settled.set(name, shop);
    }
    return shop;
  };
}

function headerNames({ header, columns }: Recognised): Map<Field, string> {
  return new Map([...columns].map(([field, positions]) => [field, (header.cells[positions[0] ?? 0] ?? field).trim()]));
}

function withoutStatus({ columns }: Recognised): boolean {
  return !columns.has('status') && !columns.has('payment');
}

/** Refused rows are fetched as they stood by reading the file once more; files without any are read once. */
async function withRows(reader: RowReader, refusals: readonly Refusal[]): Promise<RefusedRows[]> {
  const wanted = new Set(refusals.flatMap((refusal) => refusal.lines));
  const raw = new Map<number, RawRow>();
  if (wanted.size > 0) {
    await reader.visit((row) => {
      if (wanted.has(row.line)) raw.set(row.line, { line: row.line, cells: [...row.cells] });
    });
  }
  return refusals.map((refusal) => ({ ...refusal, rows: refusal.lines.flatMap((line) => raw.get(line) ?? []) }));
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
