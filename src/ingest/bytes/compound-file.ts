/**
 * The container that Office used before it used zip: which of its documents is inside, and of an old
 * workbook its version, its password and its list of sheets. Every chain is followed a bounded way.
 */
import { readFileSync } from 'node:fs';
import { FileRefused } from '../refusal.ts';
import type { Source } from './source.ts';

const END_OF_CHAIN = 0xfffffffa;
const MOST_BYTES = 256 * 1024 * 1024;

export interface OldSheet {
  readonly name: string;
  readonly visible: boolean;
  readonly isTable: boolean;
}

/** Throws FileRefused: password, old_excel, other_format, bad_workbook. */
export function compoundContent(source: Pick<Source, 'path' | 'size' | 'head'>): 'xls' {
  // Named even where the file is cut off behind its directory.
  if (source.head.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new FileRefused('password');
  const streams = directory(source);
  if (streams.has('EncryptedPackage')) throw new FileRefused('password');
  if (streams.has('WordDocument')) throw new FileRefused('other_format', { value: 'Word (.doc)' });
  if (streams.has('PowerPoint Document')) throw new FileRefused('other_format', { value: 'PowerPoint (.ppt)' });
  const book = streams.get('Workbook');
  if (!book && streams.has('Book')) throw new FileRefused('old_excel', { value: '5.0/95' });
  if (!book) throw new FileRefused('other_format', { value: 'OLE' });
  return 'xls';
}

/** The list of sheets of a BIFF8 workbook. Throws FileRefused: password, old_excel, bad_workbook. */
export function oldSheets(source: Pick<Source, 'path' | 'size'>): { sheets: OldSheet[]; date1904: boolean } {
  const book = directory(source).get('Workbook')?.() ?? Buffer.alloc(0);
  const sheets: OldSheet[] = [];
  let date1904 = false;
  for (const [type, data] of records(book)) {
    if (type === 0x809 && data.readUInt16LE(0) !== 0x600) throw new FileRefused('old_excel', { value: '5.0/95' });
    if (type === 0x2f) throw new FileRefused('password');
    if (type === 0x22) date1904 = data.readUInt16LE(0) === 1;
    if (type === 0x85 && data.length > 8)
      sheets.push({ name: sheetName(data), visible: (data.readUInt8(4) & 3) === 0, isTable: data.readUInt8(5) === 0 });
    if (type === 0x0a) break;
  }
  return { sheets, date1904 };
}

function sheetName(data: Buffer): string {
  const length = data.readUInt8(6);
  return data.readUInt8(7) & 1 ? data.toString('utf16le', 8, 8 + length * 2) : data.toString('latin1', 8, 8 + length);
}

function* records(book: Buffer): Generator<[type: number, data: Buffer]> {
  for (let at = 0; at + 4 <= book.length; ) {
    const end = at + 4 + book.readUInt16LE(at + 2);
    if (end > book.length) throw new FileRefused('bad_workbook', { value: 'Workbook' });
    const [type, data] = [book.readUInt16LE(at), book.subarray(at + 4, end)];
    if ((type === 0x809 || type === 0x22) && data.length < 2)
      throw new FileRefused('bad_workbook', { value: 'Workbook' });
    yield [type, data];
    at = end;
  }
}

type Streams = ReadonlyMap<string, () => Buffer>;

/** Streams by name, each read when asked for; of two of one name the first. */
function directory(source: Pick<Source, 'path' | 'size'>): Streams {
  if (source.size > MOST_BYTES) throw new FileRefused('too_large');
  const bytes = readFileSync(source.path);
  const bad = () => new FileRefused('bad_workbook', { value: 'OLE' });
  if (bytes.length < 512) throw bad();
  const sectorSize = 2 ** bytes.readUInt16LE(30);
  if (sectorSize !== 512 && sectorSize !== 4096) throw bad();
  const sector = (id: number): Buffer => bytes.subarray((id + 1) * sectorSize, (id + 2) * sectorSize);
  const fat = allocation(bytes, sector, sectorSize);
  const chain = (start: number, links: (id: number) => number | undefined, size = sectorSize): number[] => {
    const ids: number[] = [];
    for (let id = start; id < END_OF_CHAIN; id = links(id) ?? END_OF_CHAIN)
      if (ids.push(id) > bytes.length / size) throw bad();
    return ids;
  };
  const fatLink = (id: number) => fat[id];
  const stream = (start: number) => Buffer.concat(chain(start, fatLink).map(sector));
  const entries = stream(bytes.readUInt32LE(48));
  const mini = stream(bytes.readUInt32LE(60));
  const miniLink = (id: number) => (id * 4 + 4 <= mini.length ? mini.readUInt32LE(id * 4) : undefined);
  let small: Buffer | undefined;
  const found = new Map<string, () => Buffer>();
  const root = entries.length >= 128 ? entries.readUInt32LE(116) : END_OF_CHAIN;
  for (let at = 0; at + 128 <= entries.length; at += 128) {
    if (entries.readUInt8(at + 66) !== 2) continue;
    const name = entries.toString('utf16le', at, at + Math.max(0, Math.min(64, entries.readUInt16LE(at + 64)) - 2));
    const [start, size] = [entries.readUInt32LE(at + 116), entries.readUInt32LE(at + 120)];
    const read = () => {
      if (size >= bytes.readUInt32LE(56)) return stream(start).subarray(0, size);
      small ??= stream(root);
      const pieces = chain(start, miniLink, 64).map((id) => small?.subarray(id * 64, id * 64 + 64) ?? Buffer.alloc(0));
      return Buffer.concat(pieces).subarray(0, size);
    };
    if (!found.has(name)) found.set(name, read);
  }
  return found;
}

/** The table that links sectors; its own sectors are listed in the header and from there on. */
function allocation(bytes: Buffer, sector: (id: number) => Buffer, sectorSize: number): number[] {
  const listed = Array.from({ length: 109 }, (_, at) => bytes.readUInt32LE(76 + at * 4));
  const most = bytes.length / sectorSize;
  for (let id = bytes.readUInt32LE(68), seen = 0; id < END_OF_CHAIN && seen < most; seen++) {
    const more = sector(id);
    if (more.length < sectorSize) break;
    for (let at = 0; at + 8 <= sectorSize; at += 4) listed.push(more.readUInt32LE(at));
    id = more.readUInt32LE(sectorSize - 4);
  }
  const fat: number[] = [];
  for (const id of listed) {
    if (id >= END_OF_CHAIN) continue;
    const links = sector(id);
    for (let at = 0; at + 4 <= links.length; at += 4) fat.push(links.readUInt32LE(at));
    if (fat.length > most + sectorSize) break;
  }
  return fat;
}
