/** Text as XML writes it, and as spreadsheets write it inside XML. */
import { isAscii } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { FileRefused } from '../refusal.ts';

/** What no cell may hold, because the spool parts its rows and cells with it. */
const SPOOL_SIGNS = /[\u001e\u001f]/g;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:#(\d{1,9})|#x([0-9a-f]{1,8})|([a-z]{2,4}));/gi;
const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** Line ends as one sign, entities replaced; what is no entity stays as it stands. */
export function plainText(raw: string): string {
  let text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (text.includes('&')) text = text.replace(ENTITY, entity);
  return withoutSpoolSigns(text);
}

/** `plainText` with the escapes of spreadsheets: _x000D_ is a carriage return, _x005F_ the underscore of a text that looks so. */
export function cellString(raw: string): string {
  const text = plainText(raw);
  if (!text.includes('_x') && !text.includes('_X')) return text;
  return withoutSpoolSigns(text.replace(ESCAPE, (_, hex: string) => character(Number.parseInt(hex, 16))));
}

export function withoutSpoolSigns(text: string): string {
  return text.includes('\u001f') || text.includes('\u001e') ? text.replace(SPOOL_SIGNS, ' ') : text;
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (decimal !== undefined) return character(Number(decimal));
  if (hex !== undefined) return character(Number.parseInt(hex, 16));
  return NAMED[name ?? ''] ?? whole;
}

export function character(code: number): string {
  // Halves of a pair are left: two escapes in a row may make one character.
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

const MARKS = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
] as const;

/** The encoding that the first bytes of an XML text mark or declare. */
export function xmlEncoding(head: Buffer): string {
  for (const [mark, encoding] of MARKS) if (mark.every((byte, at) => head[at] === byte)) return encoding;
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head.toString('latin1', 0, 200))?.[1];
  return (declared ?? 'utf-8').toLowerCase().replace(/^gb(2312|k)$/, 'gb18030');
}

/** Decodes pieces one after the other; `undefined` ends it. Throws FileRefused: bad_encoding. */
export function xmlDecoder(encoding: string): (piece: Buffer | undefined) => string {
  return encoding === 'utf-8' ? utf8Decoder() : otherDecoder(encoding);
}

/** Most sheets are ASCII, which needs no decoding at all. */
function utf8Decoder(): (piece: Buffer | undefined) => string {
  const decoder = new StringDecoder('utf8');
  let pending = false;
  return (piece) => {
    if (piece === undefined) {
      if (decoder.end() !== '') throw new FileRefused('bad_encoding', { value: 'utf-8' });
      return '';
    }
    if (!pending && isAscii(piece)) return piece.toString('latin1');
    const text = decoder.write(piece);
    pending = (piece.at(-1) ?? 0) >= 0x80;
    if (text.includes('\ufffd') && !piece.includes('\ufffd')) throw new FileRefused('bad_encoding', { value: 'utf-8' });
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  };
}

function otherDecoder(encoding: string): (piece: Buffer | undefined) => string {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  return (piece) => {
    try {
      decoder ??= new TextDecoder(encoding, { fatal: true });
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch (error) {
      // A name nobody knows, or bytes that it does not explain.
      if (!(error as NodeJS.ErrnoException).code?.startsWith('ERR_ENCODING_')) throw error;
      throw new FileRefused('bad_encoding', { value: encoding });
    }
  };
}
