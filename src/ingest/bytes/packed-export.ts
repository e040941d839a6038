/** The one export inside a compressed file: what a .gz holds, or the only table of a zip archive. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { capped, inflatedCap } from './inflated-cap.ts';
import { FileRefused } from '../refusal.ts';
import type { Source } from './source.ts';
import { inflated, type ZipEntry, zipEntries } from './zip-file.ts';
import { zipContent } from './zip-content.ts';

/** Text is read in pieces, so that a compressed one may be long. */
const MOST_BYTES = 8 * 1024 ** 3;
const TABLE = /\.(?:csv|tsv|txt|xlsx|xlsm|xls)$/i;
/** What archivers and file managers leave behind. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.[^./]|thumbs\.db$|desktop\.ini$)/i;

type Packed = Pick<Source, 'path' | 'size' | 'head' | 'name'>;

/** Undefined for a file that is not compressed, or is a workbook. Throws FileRefused: zip, zip_several, and what a bad archive is refused for. */
export async function packedExport(source: Packed): Promise<AsyncIterable<Buffer> | undefined> {
  const { head } = source;
  if (head[0] === 0x1f && head[1] === 0x8b) return gunzipped(source);
  if (!isZip(head)) return undefined;
  const entries = zipEntries(source);
  if (zipContent(source, entries) !== 'archive') return undefined;
  return inflated(source, onlyTable(entries));
}

/** An archive may be empty, or be split; then it starts with another signature. */
export function isZip(head: Buffer): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && [0x03, 0x05, 0x07].includes(head[2] ?? 0);
}

async function* gunzipped(source: Packed): AsyncGenerator<Buffer> {
  const raw = createReadStream(source.path);
  // What goes wrong arrives by the stream that is read.
  const bytes = pipeline(raw, createGunzip({ chunkSize: 1 << 17 }), () => undefined);
  try {
    yield* capped(bytes, inflatedCap(source.size, MOST_BYTES), source.name);
  } finally {
    bytes.destroy();
  }
}

function onlyTable(entries: readonly ZipEntry[]): ZipEntry {
  const files = entries.filter(({ name }) => !name.endsWith('/') && !LITTER.test(name));
  const tables = files.filter(({ name }) => TABLE.test(name));
  const notes = tables.filter(({ name }) => /\.txt$/i.test(name));
  // A readme beside the export is no second export; a file of any name may be one when it is alone.
  const meant =
    tables.length > 1 && tables.length - notes.length === 1 ? tables.filter((one) => !notes.includes(one)) : tables;
  const [only, ...others] = meant.length > 0 ? meant : files;
  if (!only) throw new FileRefused('zip');
  if (others.length > 0) throw new FileRefused('zip_several', { files: [only, ...others].map(({ name }) => name) });
  return only;
}
