/** What a zip archive is: many formats of office programs are one. */
import type { Source } from './source.ts';
import { bytesAt, type ZipEntry, ZIP_STORED } from './zip-file.ts';

export type ZipContent = 'xlsx' | 'xlsb' | 'docx' | 'pptx' | 'ods' | 'odt' | 'numbers' | 'archive';

export function zipContent(source: Pick<Source, 'path' | 'size'>, entries: readonly ZipEntry[]): ZipContent {
  const has = (name: RegExp) => entries.some((entry) => name.test(entry.name));
  if (has(/^\[Content_Types\]\.xml$/i)) {
    if (has(/(?:^|\/)workbook\.bin$/i)) return 'xlsb';
    if (has(/(?:^|\/)workbook\d*\.xml$/i)) return 'xlsx';
    if (has(/^word\//i)) return 'docx';
    if (has(/^ppt\//i)) return 'pptx';
    return 'xlsx';
  }
  // What is left of a workbook is told to be damaged, not unpacked.
  if (has(/^xl\/(?:workbook\.xml$|worksheets\/)/i)) return 'xlsx';
  const mimetype = entries.find(({ name, method }) => name === 'mimetype' && method === ZIP_STORED);
  if (mimetype) {
    const type = bytesAt(source, mimetype.offset + 38, Math.min(mimetype.size, 100)).toString('latin1');
    if (type.startsWith('application/vnd.oasis.opendocument.')) return /\.spreadsheet/.test(type) ? 'ods' : 'odt';
  }
  return has(/\.iwa$|^index\.zip$/i) ? 'numbers' : 'archive';
}
