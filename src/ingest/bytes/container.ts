/** What a file is, by its content and never by its name. */
import { wideEncoding } from '../text/encoding.ts';
import { compoundContent } from './compound-file.ts';
import { isZip } from './packed-export.ts';
import { FileRefused } from '../refusal.ts';
import type { Source } from './source.ts';
import { zipContent, type ZipContent } from './zip-content.ts';
import { zipEntries } from './zip-file.ts';

export type Container = 'text' | 'xlsx' | 'xls' | 'spreadsheet_xml' | 'html';

/** Formats that are named with the same remedy. */
const NAMES: Readonly<Record<Exclude<ZipContent, 'xlsx' | 'archive'>, string>> = {
  xlsb: 'Excel Binary Workbook (.xlsb)',
  docx: 'Word (.docx)',
  pptx: 'PowerPoint (.pptx)',
  ods: 'OpenDocument (.ods)',
  odt: 'OpenDocument (.odt)',
  numbers: 'Apple Numbers (.numbers)',
};

const starts = (bytes: Buffer, ...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

/** Throws FileRefused, naming what the file is, for everything that holds no table we read. */
export function containerOf(source: Source): Container {
  const { head } = source;
  if (source.size === 0) throw new FileRefused('empty');
  if (isZip(head)) return ofZip(source);
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return compoundContent(source);
  if (starts(head, 0x1f, 0x8b)) throw new FileRefused('other_format', { value: 'gzip' });
  if (starts(head, 0x25, 0x50, 0x44, 0x46)) throw new FileRefused('pdf');
  if (head.toString('latin1', 0, 15) === 'SQLite format 3') throw new FileRefused('sqlite');
  const name = otherName(head);
  if (name !== undefined) throw new FileRefused('other_format', { value: name });
  const opening = openingText(head);
  if (
    /^<\?xml|^<(?:\w+:)?workbook\b/i.test(opening) &&
    opening.includes('urn:schemas-microsoft-com:office:spreadsheet')
  )
    return 'spreadsheet_xml';
  if (
    /^<(?:!doctype html|html|table|head|body|meta|style|div|!--|\?xml[^>]*>\s*<(?:!doctype html|html))/i.test(opening)
  )
    return 'html';
  if (/^<(?:\?xml|!doctype|soap|error|rss)/i.test(opening)) throw new FileRefused('html');
  if (/^[[{]\s*["{[\]}]/.test(opening)) throw new FileRefused('json');
  if (isBinary(head)) throw new FileRefused('binary');
  return 'text';
}

function ofZip(source: Source): Container {
  const content = zipContent(source, zipEntries(source));
  if (content === 'xlsx') return content;
  // An archive in an archive: what one of them held was unpacked already.
  if (content === 'archive') throw new FileRefused('zip');
  throw new FileRefused('other_format', { value: NAMES[content] });
}

/** Formats without a container around them. Excel up to 4 wrote its records straight into the file. */
function otherName(head: Buffer): string | undefined {
  if (head[0] === 0x09 && [0x00, 0x02, 0x04].includes(head[1] ?? 1) && [4, 6].includes(head[2] ?? 0) && head[3] === 0)
    throw new FileRefused('old_excel', { value: '2-4' });
  if (head.toString('latin1', 0, 5) === 'ID;P\r' || /^ID;P[\w;]*[\r\n]/.test(head.toString('latin1', 0, 40)))
    return 'SYLK (.slk)';
  if (head.toString('latin1', 257, 262) === 'ustar') return 'tar';
  if (head.toString('latin1', 0, 4) === 'Rar!') return 'RAR';
  if (starts(head, 0x37, 0x7a, 0xbc, 0xaf)) return '7-Zip';
  if (/^MIME-Version:[^]*\nContent-Type: *multipart\//i.test(head.toString('latin1', 0, 400))) return 'MHTML (.mht)';
  return undefined;
}

/** The beginning as text, of whichever encoding: markup is ASCII in all of them. */
function openingText(head: Buffer): string {
  return head
    .toString('latin1', 0, 4096)
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '');
}

/** Control characters no text has, but NUL, which is a matter of its row. Half of a Chinese character in UTF-16 may be any byte. */
function isBinary(head: Buffer): boolean {
  let control = 0;
  const bytes = head.subarray(0, 4096);
  const wide = wideEncoding(head);
  const sample = wide ? new TextDecoder(wide.encoding).decode(bytes) : bytes.toString('latin1');
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index);
    if (code < 0x20 && ![0x00, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b].includes(code)) control++;
  }
  return control > sample.length / 50;
}
