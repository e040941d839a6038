/** One file into the archive: known already, or read, then stored in one transaction. */
import type { Archive } from '../store/open.ts';
import { parseMoney } from '../values/money.ts';
import { isEmpty, knownTo, otherShopImport, sameImport, saveMap } from './facts/queries.ts';
import { type ExportRead, type Known, type ReadRequest, readExport } from './orders/read-export.ts';
import { FileRefused, type Refusal } from './refusal.ts';
import type { readInThread } from './thread/read-in-thread.ts';
import { openSource, type Source } from './bytes/source.ts';
import { type ControlTotals, READER_VERSION, storeExport } from './facts/store-export.ts';
import type { ImportSummary } from './facts/summary.ts';

export interface IngestRequest extends ReadRequest {
  readonly saveMap?: string | undefined;
  readonly expectOrders?: number | undefined;
  /** Decimal text, as the shop's own screen shows it. */
  readonly expectTotal?: string | undefined;
}

export interface Surroundings {
  readonly stdin: NodeJS.ReadableStream;
  /** UTC seconds. */
  readonly now: number;
  /** The archive where there is one; opened for good only when the file has been read. */
  readonly existing: Archive | undefined;
  readonly open: () => Promise<Archive>;
  readonly signal: AbortSignal;
  readonly onStoring: () => void;
}

export type Ingested =
  | {
      readonly outcome: 'taken';
      readonly read: ExportRead;
      readonly summary: ImportSummary;
      readonly refusals: readonly Refusal[];
    }
  | { readonly outcome: 'known'; readonly importedAt: number };

/** Throws FileRefused, NeedsSetting or ShopDisagrees; then nothing was stored. */
export async function ingestFile(path: string, request: IngestRequest, around: Surroundings): Promise<Ingested> {
  const source = await openSource(path, around.stdin);
  try {
    const settings = settingsKey(request);
    const same = around.existing && sameImport(around.existing, source.hash, settings, READER_VERSION);
    if (same) return { outcome: 'known', importedAt: same.imported_at };
    const known: Known = around.existing ? knownTo(around.existing) : { shops: [], maps: [], records: false };
    const read = await open({ source, request, known, now: around.now }, around.signal);
    try {
      around.signal.throwIfAborted();
      around.onStoring();
      return await store(read, source, settings, request, around);
    } finally {
      await read.close();
    }
  } finally {
    source.dispose();
  }
}

/** A thread of its own takes longer to start than a smaller file to be read. */
const LARGE = 4 << 20;

async function open(task: Parameters<typeof readInThread>[0], signal: AbortSignal): Promise<ExportRead> {
  const { source, request, known, now } = task;
  if (source.size < LARGE) return await readExport(source, request, known, now);
  return await (await import('./thread/read-in-thread.ts')).readInThread(task, signal);
}

async function store(
  read: ExportRead,
  source: Source,
  settings: string,
  request: IngestRequest,
  around: Surroundings,
): Promise<Ingested> {
  const archive = await around.open();
  const file = { name: source.name, hash: source.hash, settings, importedAt: around.now };
  const stored = await archive.writeWaiting(
    async () => {
      // Another process may have taken it while this one read.
      const taken = sameImport(archive, source.hash, settings, READER_VERSION);
      if (taken) return taken;
      const other = otherShopImport(archive, source.hash, [...read.shops.keys()]);
      if (other) throw new FileRefused('taken_for_other_shop', { found: other.shop, value: String(other.import_id) });
      if (request.saveMap !== undefined) saveMap(archive, request.saveMap, JSON.stringify(request.map));
      return await storeExport(archive, read, file, controlOf(request, read));
    },
    isEmpty(archive) ? 'at the end' : 'row by row',
  );
  if ('imported_at' in stored) return { outcome: 'known', importedAt: stored.imported_at };
  return { outcome: 'taken', read, ...stored };
}

/** Same bytes under the same flags are the same ingest. */
function settingsKey(request: IngestRequest): string {
  const { platform, shop, timeZone, country, currency, map, encoding, delimiter, sheet, decimal, dates } = request;
  return JSON.stringify({
    platform,
    shop,
    timeZone,
    country,
    currency,
    map,
    encoding,
    delimiter,
    sheet,
    decimal,
    dates,
  });
}

function controlOf(request: IngestRequest, read: ExportRead): ControlTotals {
  const currency = [...read.shops.values()][0]?.settings.currency ?? 'CNY';
  if (request.expectTotal === undefined) return { orders: request.expectOrders };
  const total = parseMoney(request.expectTotal, 'point', currency);
  if (!total.ok)
    throw new FileRefused('unexpected_total', { expected: request.expectTotal, found: '', value: currency });
  return { orders: request.expectOrders, total: { minor: total.value, currency } };
}
