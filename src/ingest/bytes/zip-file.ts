/**
 * A zip archive read by its central directory: entries by name, inflated as streams of counted bytes,
 * never written to a path of theirs. What a hostile archive may do is refused here.
 */
import { isUtf8 } from 'node:buffer';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { capped, inflatedCap } from './inflated-cap.ts';
import { FileRefused } from '../refusal.ts';
import type { Source } from './source.ts';

export interface ZipEntry {
  /** With `/` between folders and without one at the start, as the directory of the archive spells it. */
  readonly name: string;
  /** 0 stored, 8 deflated; nothing else can be read. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Bytes in the archive. */
  readonly size: number;
  readonly offset: number;
  /** CRC-32 of what it inflates to. */
  readonly sum: number;
}

export const ZIP_STORED = 0;
export const ZIP_DEFLATED = 8;

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MOST_ENTRIES = 10_000;
const MOST_DIRECTORY = 1 << 24;

type Stored = Pick<Source, 'path' | 'size'>;

/** Throws FileRefused: zip_cut_off, zip_damaged, zip_bomb, zip_duplicate. */
export function zipEntries(source: Stored): readonly ZipEntry[] {
  const { count, size, offset, at } = endOfDirectory(source);
  if (count > MOST_ENTRIES || size > MOST_DIRECTORY) throw new FileRefused('zip_bomb');
  // Bytes put before the archive move everything by as much.
  const shift = at - size - offset;
  if (shift < 0) throw new FileRefused('zip_cut_off');
  const directory = bytesAt(source, offset + shift, size);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  for (let start = 0; start < directory.length; ) {
    if (start + 46 > directory.length || directory.readUInt32LE(start) !== CENTRAL || entries.length >= MOST_ENTRIES)
      throw new FileRefused('zip_damaged');
    const [named, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(start + field)) as Three;
    const next = start + 46 + named + extra + comment;
    const record = directory.subarray(start, next);
    const entry = entryOf(record, named, extra, shift);
    if (entry.offset + entry.size > source.size) throw new FileRefused('zip_cut_off');
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw new FileRefused('zip_duplicate', { value: entry.name });
    names.add(key);
    entries.push(entry);
    start = next;
  }
  return entries;
}

type Three = [number, number, number];

function endOfDirectory(source: Stored): { count: number; size: number; offset: number; at: number } {
  const length = Math.min(source.size, END_SIZE + 0xffff);
  const tail = bytesAt(source, source.size - length, length);
  for (let end = length - END_SIZE; end >= 0; end--) {
    if (tail.readUInt32LE(end) !== END) continue;
    const at = source.size - length + end;
    const [count, size, offset] = [
      tail.readUInt16LE(end + 10),
      tail.readUInt32LE(end + 12),
      tail.readUInt32LE(end + 16),
    ];
    const plain = { count, size, offset, at };
    return count === 0xffff || size === 0xffffffff || offset === 0xffffffff ? (end64(source, at) ?? plain) : plain;
  }
  throw new FileRefused('zip_cut_off');
}

function end64(source: Stored, end: number): ReturnType<typeof endOfDirectory> | undefined {
  if (end < 20) return undefined;
  const locator = bytesAt(source, end - 20, 20);
  if (locator.readUInt32LE(0) !== LOCATOR_64) return undefined;
  const at = Number(locator.readBigUInt64LE(8));
  if (at + 56 > end) throw new FileRefused('zip_damaged');
  const record = bytesAt(source, at, 56);
  if (record.readUInt32LE(0) !== END_64) throw new FileRefused('zip_damaged');
  const [count, size, offset] = [32, 40, 48].map((field) => Number(record.readBigUInt64LE(field))) as Three;
  return { count, size, offset, at };
}

function entryOf(record: Buffer, named: number, extra: number, shift: number): ZipEntry {
  const flags = record.readUInt16LE(8);
  const name = nameOf(record.subarray(46, 46 + named), (flags & 0x800) !== 0);
  const claimed = record.readUInt32LE(24);
  let [size, offset] = [record.readUInt32LE(20), record.readUInt32LE(42)];
  if (size === 0xffffffff || offset === 0xffffffff || claimed === 0xffffffff) {
    const large = extraField(record.subarray(46 + named, 46 + named + extra), 1);
    // Only what did not fit stands there, always in this order.
    const values = Array.from({ length: large.length >> 3 }, (_, at) => Number(large.readBigUInt64LE(at * 8)));
    if (claimed === 0xffffffff) values.shift();
    if (size === 0xffffffff) size = values.shift() ?? size;
    if (offset === 0xffffffff) offset = values.shift() ?? offset;
  }
  const method = record.readUInt16LE(10);
  return { name, method, encrypted: (flags & 1) !== 0, size, offset: offset + shift, sum: record.readUInt32LE(16) };
}

function extraField(extra: Buffer, id: number): Buffer {
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + size);
    at += 4 + size;
  }
  return Buffer.alloc(0);
}

/** Archivers on Chinese Windows write GBK and no flag. */
function nameOf(bytes: Buffer, utf8: boolean): string {
  const name = utf8 || isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('gb18030').decode(bytes);
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

/** The bytes of an entry as they inflate. Throws FileRefused: zip_password, zip_method, zip_damaged, zip_bomb. */
export async function* inflated(source: Stored, entry: ZipEntry): AsyncGenerator<Buffer> {
  const { name: value, size, method } = entry;
  if (entry.encrypted) throw new FileRefused('zip_password', { value });
  if (method !== ZIP_STORED && method !== ZIP_DEFLATED) throw new FileRefused('zip_method', { value });
  const header = bytesAt(source, entry.offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new FileRefused('zip_damaged', { value });
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (size === 0) return;
  if (start + size > source.size) throw new FileRefused('zip_cut_off');
  const raw = createReadStream(source.path, { start, end: start + size - 1, highWaterMark: 1 << 17 });
  // What goes wrong arrives by the stream that is read.
  const bytes = method === ZIP_STORED ? raw : pipeline(raw, createInflateRaw({ chunkSize: 1 << 17 }), () => undefined);
  let sum = 0;
  try {
    for await (const piece of capped(bytes as AsyncIterable<Buffer>, inflatedCap(size), value)) {
      sum = crc32(piece, sum);
      yield piece;
    }
    if (sum !== entry.sum) throw new FileRefused('zip_damaged', { value });
  } finally {
    bytes.destroy();
  }
}

export function bytesAt(source: Stored, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, Math.min(length, source.size - start)));
  const file = openSync(source.path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start));
  } finally {
    closeSync(file);
  }
}
