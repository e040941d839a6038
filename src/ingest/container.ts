/** What a file is, by its content and never by its name. */
import type { Source } from './source.ts';
import { FileRefused } from './refusal.ts';

export type Container = 'text' | 'workbook';

const starts = (bytes: Buffer, ...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

/** Throws FileRefused, naming what the file is, for everything that is neither text nor an .xlsx workbook. */
export function containerOf(source: Source): Container {
  const { head } = source;
  if (source.size === 0) throw new FileRefused('empty');
  if (starts(head, 0x50, 0x4b)) {
    if (head.includes('[Content_Types].xml') || head.includes('xl/')) return 'workbook';
    // The directory of a zip stands at its end; a workbook written in another order is told by the reader.
    return 'workbook';
  }
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new FileRefused(head.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'password' : 'old_excel');
  }
  if (starts(head, 0x25, 0x50, 0x44, 0x46)) throw new FileRefused('pdf');
  if (starts(head, 0x1f, 0x8b)) throw new FileRefused('gzip');
  if (head.toString('latin1', 0, 15) === 'SQLite format 3') throw new FileRefused('sqlite');
  const opening = head
    .toString('latin1', 0, 512)
    .replace(/^(\xef\xbb\xbf)?\s*/, '')
    .toLowerCase();
  if (/^(<!doctype html|<html|<\?xml|<table|<head|<meta)/.test(opening)) throw new FileRefused('html');
  if (/^[[{]\s*["{[\]}]/.test(opening)) throw new FileRefused('json');
  if (isBinary(head)) throw new FileRefused('binary');
  return 'text';
}

/** Control bytes no text has; NUL is judged by the encoding, since UTF-16 is full of it. */
function isBinary(head: Buffer): boolean {
  let control = 0;
  const sample = head.subarray(0, 4096);
  for (const byte of sample)
    if (byte < 0x20 && ![0x00, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b].includes(byte)) control++;
  return control > sample.length / 50;
}
