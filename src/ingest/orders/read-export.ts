/**
 * Reads one export into orders and refusals without touching the archive: layout, what whole columns
 * decide and the shops in a first pass, every order in a second. Where the first rows are enough to
 * foresee all that, there is only one.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { genericLayout } from '../../platforms/generic.ts';
import { platformNamed, platforms } from '../../platforms/index.ts';
import type { Layout, Platform } from '../../platforms/layout.ts';
import { FUTURE_TOLERANCE } from '../../values/future.ts';
import { assertSteady } from '../bytes/steady.ts';
import type { Source } from '../bytes/source.ts';
import { FileRefused } from '../refusal.ts';
import { type OpenRows, openRows } from '../rows/open-rows.ts';
import { WantedColumns } from '../rows/wanted-columns.ts';
import { sidewaysFields } from '../tables/bind-columns.ts';
import { buildOrders } from './build-orders.ts';
import { type Deciding, decide } from './decide.ts';
import type { ExportRead, Known, OrderTaker, ReadRequest } from './export-read.ts';
import { assertForeseen, foresee } from './foresight.ts';
import { visitOrders, visitOrdersAtOnce } from './order-groups.ts';
import type { ReadTrace } from './read-trace.ts';
import { Survey, survey } from './survey.ts';

export interface ReadHow {
  /** What is found on the way goes into it. */
  readonly trace?: ReadTrace;
  /** In one pass, if the first rows allow it; `build` may then throw Unforeseen. */
  readonly atOnce?: boolean;
}

/** Throws FileRefused or ShopUnsettled; `now` is UTC seconds. */
export async function readExport(
  source: Source,
  request: ReadRequest,
  known: Known,
  now: number,
  { trace, atOnce = false }: ReadHow = {},
): Promise<ExportRead> {
  assertSteady(source);
  const opened = await openRows(source, request, candidates(request, known), trace);
  const { reader, recognised, encoding } = opened;
  const { layout } = recognised;
  if (layout.grain === 'customer') throw new FileRefused('customers');
  const platform: Platform = { ...(platformNamed(layout.platform) as Platform), ...layout.settles };
  const deciding: Deciding = { layout, platform, workbook: encoding === undefined, request, known };
  const wanted = new WantedColumns(recognised.columns, sidewaysFields(layout));
  const foreseen = atOnce ? await foresee(reader, recognised, wanted, deciding) : undefined;
  const seen = foreseen ? new Survey(recognised, wanted) : await surveyed(opened, wanted, source, trace);
  const decided = foreseen ?? decide(seen, deciding, trace);
  const building = { opened, wanted, deciding, decided, seen, latest: now + FUTURE_TOLERANCE, trace };
  return {
    layout,
    platform,
    encoding,
    shops: decided.shops,
    atOnce: foreseen !== undefined,
    header: recognised.header.cells,
    decided: {
      ...(layout.dates === undefined && decided.dates !== 'ymd' ? { dates: decided.dates } : {}),
      ...(layout.decimal === undefined && decided.decimal === 'comma' ? { decimal: decided.decimal } : {}),
    },
    async build(take: OrderTaker) {
      const built = await buildOrders(building, take, (visitor) =>
        foreseen
          ? visitOrdersAtOnce(reader, recognised, wanted, seen, visitor)
          : visitOrders(reader, recognised, wanted, seen.numbers, visitor),
      );
      if (foreseen) assertForeseen(foreseen, decide(seen, deciding));
      assertSteady(source);
      return built;
    },
    close: () => Promise.resolve(),
  };
}

async function surveyed(
  { reader, recognised, encoding }: OpenRows,
  wanted: WantedColumns,
  source: Source,
  trace: ReadTrace | undefined,
): Promise<Survey> {
  const seen = await survey(reader, recognised, wanted);
  seen.numbers.close();
  seen.assertWhole({ endsWithLineBreak: encoding === undefined || endsWithLineBreak(source) });
  if (trace) trace.survey = seen;
  if (seen.numbers.count + seen.spoiled.rows === 0) throw new FileRefused('no_rows', { line: recognised.header.line });
  return seen;
}

/** By its name, among those the file was tried with. */
export function layoutNamed(platform: Platform, name: string, request: ReadRequest, known: Known): Layout | undefined {
  return candidates(request, known).find((layout) => layout.platform === platform.name && layout.name === name);
}

export function candidates(request: Pick<ReadRequest, 'map' | 'platform'>, known: Known): readonly Layout[] {
  if (Object.keys(request.map).length > 0) return [genericLayout(request.map, 'mapped columns')];
  const all = platforms.flatMap((platform) => platform.layouts);
  const saved = known.maps.map(({ name, columns }) => genericLayout(columns, name));
  return request.platform === undefined
    ? [...all, ...saved]
    : [...all, ...saved].filter((layout) => layout.platform === request.platform);
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
