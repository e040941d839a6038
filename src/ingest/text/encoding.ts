/**
 * Which characters a text file is written in, by the first of these that answers: the byte order
 * mark; the zero bytes of UTF-16; valid UTF-8; UTF-8 with a few broken places, whose rows are refused
 * later; known column names under each encoding, because GB18030 reads Big5 and Shift_JIS without an
 * error; the frequency of letters; Windows-1252, which reads anything.
 */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { countHeaderWords } from './header-words.ts';
import type { Source } from '../bytes/source.ts';

/** `gb18030` never `gbk`: that label loses four-byte characters on Node 20. */
const TOLD_APART = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
/** One of these looks like another, or like Windows-1252; they are read where they are named. */
const NAMED = ['windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'euc-kr', 'macintosh'] as const;
export const ENCODINGS = [...TOLD_APART, ...NAMED] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Detected {
  readonly encoding: Encoding;
  readonly why: 'mark' | 'zero_bytes' | 'valid' | 'mostly_valid' | 'header_words' | 'letters' | 'nothing_else' | 'told';
}

export async function detectEncoding(source: Source): Promise<Detected> {
  const { head } = source;
  const wide = wideEncoding(head);
  if (wide?.why === 'mark') return wide;
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', why: 'mark' };
  if (wide) return wide;
  if (source.utf8) return { encoding: 'utf-8', why: 'valid' };
  const lines = await telling(source);
  const readings = DOUBLE_BYTE.map((encoding) => read(lines, encoding)).filter(
    ({ failed }) => failed * 2 < lines.length,
  );
  const words = [...readings, read(lines, 'windows-1252')].toSorted((a, b) => b.words - a.words)[0];
  const { sound, accents, broken } = utf8Bytes(lines);
  const doubtful = accents < broken && readings.some(({ failed }) => failed === 0);
  if (sound >= broken * 4 || (sound >= broken && !doubtful)) return { encoding: 'utf-8', why: 'mostly_valid' };
  if (words && words.words > 0) return { encoding: words.encoding, why: 'header_words' };
  if (readings.length === 0) return { encoding: 'windows-1252', why: 'nothing_else' };
  if (isLatin(lines)) return { encoding: 'windows-1252', why: 'letters' };
  return { encoding: await byLetters(readings), why: 'letters' };
}

/** UTF-16, where the beginning shows it. */
export function wideEncoding(head: Buffer): Detected | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', why: 'mark' };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', why: 'mark' };
  const zeros = zeroBytes(head);
  return zeros && { encoding: zeros, why: 'zero_bytes' };
}

/** UTF-16 of any language has its zero bytes on one side: those of line ends, separators and digits. */
function zeroBytes(head: Buffer): Encoding | undefined {
  const sample = head.subarray(0, 4096);
  const sides: [number, number] = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) sides[index % 2 === 0 ? 0 : 1]++;
  const [even, odd] = sides;
  if (even + odd < Math.max(4, sample.length / 64)) return undefined;
  const has = (...unit: number[]) => sample.includes(Buffer.from(unit));
  if (odd > even * 4 && (has(0x0a, 0) || has(0x0d, 0))) return 'utf-16le';
  if (even > odd * 4 && (has(0, 0x0a) || has(0, 0x0d))) return 'utf-16be';
  return undefined;
}

/** In order of preference where they read equally well. */
const DOUBLE_BYTE = ['gb18030', 'big5', 'shift_jis'] as const;
const TELLING_BYTES = 1 << 16;

/** Lines that are not plain ASCII, wherever the first of them stands. */
async function telling({ path }: Source): Promise<Buffer[]> {
  const lines: Buffer[] = [];
  let bytes = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const piece = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let start = 0;
    for (let index = start; index < piece.length; index++) {
      if (piece[index] !== 0x0a && piece[index] !== 0x0d) continue;
      bytes += keepTelling(lines, piece.subarray(start, index));
      start = index + 1;
      if (bytes > TELLING_BYTES) return lines;
    }
    // A line that never ends tells enough by its beginning.
    rest = piece.subarray(start, start + TELLING_BYTES);
  }
  keepTelling(lines, rest);
  return lines;
}

function keepTelling(lines: Buffer[], line: Buffer): number {
  if (!line.some((byte) => byte >= 0x80)) return 0;
  lines.push(line);
  return line.length;
}

/** What Node makes of bytes that Big5 does not have. */
export const NO_BIG5 = /[\u0080\uf8f8]/;

interface Reading {
  readonly encoding: Encoding;
  readonly failed: number;
  readonly words: number;
  readonly sound: readonly Buffer[];
}

function read(lines: readonly Buffer[], encoding: Encoding): Reading {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const sound: Buffer[] = [];
  let words = 0;
  for (const line of lines) {
    try {
      const text = decoder.decode(line);
      if (encoding === 'big5' && NO_BIG5.test(text)) continue;
      words += countHeaderWords(text);
      sound.push(line);
    } catch {
      // Whether it can be read this way is what was asked.
    }
  }
  return { encoding, failed: lines.length - sound.length, words, sound };
}

/**
 * Bytes beyond ASCII that stand in whole UTF-8 characters, and those that do not. Of the first, those
 * of accented letters within words: Chinese has no place there, whatever else the bytes may mean.
 */
function utf8Bytes(lines: readonly Buffer[]): { sound: number; accents: number; broken: number } {
  let sound = 0;
  let accents = 0;
  let broken = 0;
  for (const line of lines) {
    for (let index = 0; index < line.length; ) {
      const byte = line[index] ?? 0;
      const length = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      const whole = length > 1 && isUtf8(line.subarray(index, index + length));
      if (whole) sound += length;
      if (whole && byte >= 0xc3 && byte <= 0xc9 && isLetter(line[index - 1])) accents += length;
      else if (byte >= 0x80) broken++;
      index += whole ? length : 1;
    }
  }
  return { sound, accents, broken };
}

const isLetter = (byte: number | undefined): boolean => byte !== undefined && /[a-z]/i.test(String.fromCodePoint(byte));

/**
 * Most bytes beyond ASCII are accented letters that stand alone beside a small letter, or signs beside
 * none. The double-byte encodings have them in pairs, or an ASCII letter of any kind behind them.
 */
function isLatin(lines: readonly Buffer[]): boolean {
  let upper = 0;
  let latin = 0;
  for (const line of lines) {
    const text = line.toString('latin1');
    upper += text.match(/[\x80-\xff]/g)?.length ?? 0;
    latin += text.match(LATIN)?.length ?? 0;
  }
  return latin * 10 > upper * 7;
}

const LATIN =
  /(?<![\x80-\xff])(?:(?<=[a-z])[\x8a-\x9f\xc0-\xff]|[\x8a-\x9f\xc0-\xff](?=[a-z])|[\x80\x85\x91-\x97\xa0-\xbf](?![@-~]))(?![\x80-\xff])/g;

const DETECTED_AS: Readonly<Record<string, Encoding>> = { GB18030: 'gb18030', BIG5: 'big5', SHIFT_JIS: 'shift_jis' };

/** Told by the lines that all of the readings can make something of; `readings` has at least one. */
async function byLetters(readings: readonly Reading[]): Promise<Encoding> {
  const [first] = readings.toSorted((a, b) => a.failed - b.failed);
  if (first === undefined || readings.length === 1) return first?.encoding ?? 'windows-1252';
  const { detectAll } = await import('jschardet');
  if (readings.some((reading) => reading.encoding === 'shift_jis' && isJapanese(reading))) return 'shift_jis';
  const common = first.sound.filter((line) => readings.every(({ sound }) => sound.includes(line)));
  const text = Buffer.concat((common.length > 0 ? common : first.sound).flatMap((line) => [line, Buffer.from('\n')]));
  const among = readings.map(({ encoding }) => encoding);
  const names = Object.entries(DETECTED_AS).flatMap(([name, encoding]) => (among.includes(encoding) ? [name] : []));
  // It warns on its own when it may not fall back to Windows-1252.
  const found = detectAll(text, { detectEncodings: [...names, 'windows-1252', 'utf-8'], minimumThreshold: 0 });
  return found.flatMap(({ encoding }) => DETECTED_AS[encoding?.toUpperCase() ?? ''] ?? [])[0] ?? first.encoding;
}

/** Kana have bytes in Shift_JIS that Chinese hardly uses. */
function isJapanese({ sound, encoding }: Reading): boolean {
  const text = new TextDecoder(encoding).decode(Buffer.concat(sound));
  const letters = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return (text.match(/[\u3041-\u30ff]/g)?.length ?? 0) * 4 > letters;
}
