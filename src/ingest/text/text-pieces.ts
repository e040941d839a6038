/**
 * The text of a file in pieces of whole lines. Bytes that are none of its encoding become UNREADABLE
 * in their own line and nowhere else; a file that ends inside a character is cut off.
 */
import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { LOST, UNREADABLE } from '../tables/damage.ts';
import { type Encoding, NO_BIG5 } from './encoding.ts';
import { FileRefused } from '../refusal.ts';
import type { Source } from '../bytes/source.ts';

export interface TextPiece {
  readonly text: string;
  /** Some place in it cannot be read: worth a look at every cell. */
  readonly flawed: boolean;
}

/** Bytes; what is larger than this the engine neither decodes nor clears away as quickly. */
const PIECE = 1 << 16;
/** No line of a table is as long as this. */
const LONGEST_LINE = 1 << 24;

/** `line` tells where the reader stands, for what is refused. */
export async function* textPieces(source: Source, encoding: Encoding, line: () => number): AsyncGenerator<TextPiece> {
  const chunks = createReadStream(source.path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>;
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = lastLineEnd(bytes, encoding);
    rest = bytes.subarray(end);
    if (rest.length > LONGEST_LINE) throw new FileRefused('binary');
    if (end === 0) continue;
    yield decodeLines(bytes.subarray(0, end), encoding, first);
    first = false;
  }
  if (rest.length === 0) return;
  if (endsInsideCharacter(rest, encoding)) throw new FileRefused('truncated_row', { line: line() });
  yield decodeLines(rest, encoding, first);
}

/** Whole lines, or the last one; `first` where the file begins with them. */
export function decodeLines(bytes: Buffer, encoding: Encoding, first: boolean): TextPiece {
  const whole = decode(bytes, encoding);
  const text = whole ?? [...linesOf(bytes, encoding)].map((line) => mended(line, encoding)).join('');
  if (encoding === 'big5' && NO_BIG5.test(text))
    return { text: text.replaceAll(new RegExp(NO_BIG5, 'g'), UNREADABLE), flawed: true };
  const flawed =
    whole === undefined || text.includes(LOST) || (isWide(encoding) ? text.includes('\0') : bytes.includes(0));
  return { text: mayHoldMark(bytes, encoding) ? withoutMarks(text, first) : text, flawed };
}

const isWide = (encoding: Encoding): boolean => encoding === 'utf-16le' || encoding === 'utf-16be';

const decoders = new Map<Encoding, InstanceType<typeof TextDecoder>>();

/** Undefined where some byte is none of the encoding. */
function decode(bytes: Buffer, encoding: Encoding): string | undefined {
  // The same letters, and the quickest way to them.
  if (!isWide(encoding) && isAscii(bytes)) return bytes.toString('latin1');
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  decoders.set(encoding, decoder);
  try {
    // Decoding a stream is twice as fast in Node, and nothing is left over behind a line end.
    return decoder.decode(bytes, { stream: bytes.at(-1) === 0x0a });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    decoders.delete(encoding);
    return undefined;
  }
}

function mended(line: Buffer, encoding: Encoding): string {
  const whole = decode(line, encoding);
  return whole ?? new TextDecoder(encoding, { ignoreBOM: true }).decode(line).replaceAll(LOST, UNREADABLE);
}

function mayHoldMark(bytes: Buffer, encoding: Encoding): boolean {
  return isWide(encoding) || (encoding === 'utf-8' && bytes.includes(0xef));
}

/** A byte order mark may stand twice, and before the header of every file that was appended to another. */
function withoutMarks(text: string, first: boolean): string {
  if (!text.includes('\uFEFF')) return text;
  return text.replace(first ? /(^|[\r\n])\uFEFF+/g : /([\r\n])\uFEFF+/g, '$1');
}

function endsInsideCharacter(line: Buffer, encoding: Encoding): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    decoder.decode(line, { stream: true });
  } catch {
    // Unreadable before its end: a matter of the row.
    return false;
  }
  try {
    decoder.decode();
    return false;
  } catch {
    return true;
  }
}

function* linesOf(bytes: Buffer, encoding: Encoding): Generator<Buffer> {
  for (let start = 0; start < bytes.length; ) {
    const end = lineEnd(bytes, encoding, start);
    yield bytes.subarray(start, end);
    start = end;
  }
}

/** In no encoding but UTF-16 is the byte of a line end part of anything else. */
const LINE_FEED: Readonly<Partial<Record<Encoding, Buffer>>> = {
  'utf-16le': Buffer.from([0x0a, 0x00]),
  'utf-16be': Buffer.from([0x00, 0x0a]),
};

function lineEnd(bytes: Buffer, encoding: Encoding, from: number): number {
  const wide = LINE_FEED[encoding];
  if (wide === undefined) {
    const feed = bytes.indexOf(0x0a, from);
    const carriage = bytes.subarray(from, feed < 0 ? bytes.length : feed).indexOf(0x0d);
    if (carriage >= 0 && from + carriage + 1 !== feed) return from + carriage + 1;
    return feed < 0 ? bytes.length : feed + 1;
  }
  let end = bytes.indexOf(wide, from);
  while (end % 2 === 1) end = bytes.indexOf(wide, end + 1);
  return end < 0 ? bytes.length : end + 2;
}

/** Where the last whole line ends; 0 where there is none. */
export function lastLineEnd(bytes: Buffer, encoding: Encoding): number {
  const wide = LINE_FEED[encoding];
  if (wide === undefined) return bytes.lastIndexOf(0x0a) + 1 || bytes.lastIndexOf(0x0d) + 1;
  let end = bytes.lastIndexOf(wide);
  while (end > 0 && end % 2 === 1) end = bytes.lastIndexOf(wide, end - 1);
  return end < 0 || end % 2 === 1 ? 0 : end + 2;
}
