/** One file into the archive: known already, or read, then stored in one transaction. */
import { statSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import type { Archive } from '../store/open.ts';
import { parseMoney } from '../values/money.ts';
import { loadPhoneMetadata } from '../values/phones.ts';
import { importOfTwins, isEmpty, knownTo, otherShopImport, sameImport, saveMap } from './facts/queries.ts';
import { type ExportRead, type Known, NOTHING_KNOWN, type ReadRequest } from './orders/export-read.ts';
import { READER_VERSION } from './reader-version.ts';
import { Unforeseen } from './orders/unforeseen.ts';
import { readExport } from './orders/read-export.ts';
import type { TakenCustomers } from './customers/ingest-customers.ts';
import { unnamedShop } from './orders/shop.ts';
import { FileRefused } from './refusal.ts';
import type { readInThread } from './thread/read-in-thread.ts';
import { openSource, type Source } from './bytes/source.ts';
import { type ControlTotals, storeExport, type Stored } from './facts/store-export.ts';

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
  | ({ readonly outcome: 'taken'; readonly read: ExportRead } & Stored)
  | ({ readonly outcome: 'customers' } & TakenCustomers)
  | {
      readonly outcome: 'known';
      readonly import: number;
      readonly importedAt: number /** Under other flags. */;
      readonly otherwise?: boolean;
    };

/** Throws FileRefused or ShopUnsettled; then nothing was stored. */
export async function ingestFile(path: string, request: IngestRequest, around: Surroundings): Promise<Ingested> {
  // It starts while the bytes are looked at.
  const thread = sizeOf(path) < LARGE ? undefined : (await import('./thread/read-in-thread.ts')).startThread();
  try {
    const source = await openSource(path, around.stdin, around.signal);
    try {
      return await ingestSource(source, request, around, thread);
    } finally {
      source.dispose();
    }
  } finally {
    await thread?.terminate();
  }
}

async function ingestSource(
  source: Source,
  request: IngestRequest,
  around: Surroundings,
  thread: Worker | undefined,
): Promise<Ingested> {
  const settings = settingsKey(request);
  const same = around.existing && sameImport(around.existing, source.hash, settings, READER_VERSION);
  if (same) return knownAs(same);
  const task = { source, request, now: around.now };
  const known: Known = around.existing ? knownTo(around.existing) : NOTHING_KNOWN;
  if (request.customers) return await takeCustomers(task, known, settings, around);
  let read: ExportRead;
  try {
    read = await open({ ...task, known, atOnce: true }, around.signal, thread);
  } catch (error) {
    if (!(error instanceof FileRefused && error.reason === 'customers')) throw error;
    return await takeCustomers(task, known, settings, around);
  }
  try {
    return await take(read, task, settings, around);
  } catch (error) {
    // What is refused on the way may only be taken for what it is not. A file that was written to meanwhile is refused again.
    if (!(error instanceof Unforeseen || (read.atOnce && error instanceof FileRefused))) throw error;
  }
  // What was written is rolled back; the archive is open since then.
  const again = await open({ ...task, known: knownTo(await around.open()), atOnce: false }, around.signal);
  return await take(again, task, settings, around);
}

async function takeCustomers(
  { source, request }: Task,
  known: Known,
  settings: string,
  around: Surroundings,
): Promise<Ingested> {
  const { openCustomers } = await import('./customers/open-customers.ts');
  const { SaysTheSame, storeCustomers } = await import('./customers/ingest-customers.ts');
  const customers = await openCustomers(source, request, known);
  await loadPhoneMetadata();
  around.signal.throwIfAborted();
  around.onStoring();
  const archive = await around.open();
  const file = { name: source.name, hash: source.hash, settings, importedAt: around.now };
  const keep = () => {
    if (request.customers) keepMap(archive, request.saveMap, request.customers.map, 'customers');
  };
  try {
    const stored = await archive.writeWaiting(
      async () => {
        const taken = sameImport(archive, source.hash, settings, READER_VERSION);
        if (taken) return taken;
        keep();
        return await storeCustomers(archive, customers, source, file, request);
      },
      source.size < LARGE ? 'few' : 'many',
    );
    return 'imported_at' in stored ? knownAs(stored) : { outcome: 'customers', ...stored };
  } catch (error) {
    if (!(error instanceof SaysTheSame)) throw error;
    // The map was rolled back with it.
    archive.write(keep);
    return { ...knownAs(error.before), otherwise: true };
  }
}

type ReadingTask = Parameters<typeof readInThread>[0];
type Task = Pick<ReadingTask, 'source'> & { readonly request: IngestRequest };

async function take(read: ExportRead, task: Task, settings: string, around: Surroundings): Promise<Ingested> {
  try {
    await loadPhoneMetadata();
    around.signal.throwIfAborted();
    around.onStoring();
    return await store(read, task, settings, around);
  } finally {
    await read.close();
  }
}

/** A thread of its own takes longer to start than a smaller file to be read. */
const LARGE = 4 << 20;

/** 0 for what is no file. */
function sizeOf(path: string): number {
  return path === '-' ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
}

async function open(task: ReadingTask, signal: AbortSignal, thread?: Worker): Promise<ExportRead> {
  const { source, request, known, now } = task;
  // Of a small file two passes take no time, and the second one no transaction that may have to be rolled back.
  if (source.size < LARGE) return await readExport(source, request, known, now);
  return await (await import('./thread/read-in-thread.ts')).readInThread(task, signal, thread);
}

async function store(
  read: ExportRead,
  { source, request }: Task,
  settings: string,
  around: Surroundings,
): Promise<Ingested> {
  const archive = await around.open();
  const file = { name: source.name, hash: source.hash, settings, importedAt: around.now };
  const stored = await archive.writeWaiting(
    async () => {
      // Another process may have taken it while this one read.
      const taken = sameImport(archive, source.hash, settings, READER_VERSION);
      if (taken) return taken;
      for (const [name, { unnamed }] of read.shops)
        if (unnamed && unnamedShop(read.platform, knownTo(archive).shops) !== name) throw new Unforeseen();
      const other = otherShopImport(archive, source.hash, [...read.shops.keys()]);
      if (other) throw new FileRefused('taken_for_other_shop', { found: other.shop, value: String(other.import_id) });
      keepMap(archive, request.saveMap, request.map, 'orders');
      const taking = await storeExport(archive, read, file, controlOf(request, read));
      if (request.shop === undefined) assertNoTwins(archive, read);
      return taking;
    },
    isEmpty(archive) ? 'first' : source.size < LARGE ? 'few' : 'many',
  );
  if ('imported_at' in stored) return knownAs(stored);
  return { outcome: 'taken', read, ...stored };
}

/** A shop that was called after its platform, for want of a name, is met again under its own: its orders would count twice. */
function assertNoTwins(archive: Archive, { platform, layout, shops }: ExportRead): void {
  if (platform.name === 'generic' || layout.part === 'items') return;
  for (const [name, { isNew }] of shops) {
    if (!isNew || name === platform.title) continue;
    const twin = importOfTwins(archive, name, platform.title);
    if (twin !== undefined)
      throw new FileRefused('orders_of_unnamed_shop', { expected: name, found: platform.title, value: String(twin) });
  }
}

function knownAs(same: { readonly import_id: number; readonly imported_at: number }): Ingested & { outcome: 'known' } {
  return { outcome: 'known', import: same.import_id, importedAt: same.imported_at };
}

/** Same bytes under the same flags are the same ingest. */
export function settingsKey(request: IngestRequest): string {
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
    ...(request.customers && Object.keys(request.customers.map).length > 0 ? { customers: request.customers.map } : {}),
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

function keepMap(archive: Archive, name: string | undefined, columns: unknown, holds: 'orders' | 'customers'): void {
  if (name !== undefined && !saveMap(archive, name, JSON.stringify(columns), holds))
    throw new FileRefused('map_name_taken', { value: name });
}
