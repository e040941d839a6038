/** The workbook in a file of one of the containers that hold one; each reader is loaded when it is needed. */
import type { Container } from '../bytes/container.ts';
import type { Source } from '../bytes/source.ts';
import { zipEntries } from '../bytes/zip-file.ts';
import type { Workbook } from './workbook.ts';

/** `encoding` is what somebody named, for a web page that does not say. */
export async function openWorkbook(
  source: Source,
  container: Exclude<Container, 'text'>,
  encoding: string | undefined,
): Promise<Workbook> {
  switch (container) {
    case 'xlsx': {
      const { openXlsx } = await import('./xlsx.ts');
      return openXlsx(source, zipEntries(source));
    }
    case 'xls': {
      const { openXls } = await import('./xls.ts');
      return openXls(source);
    }
    case 'spreadsheet_xml': {
      const { openSpreadsheetXml } = await import('./spreadsheet-xml.ts');
      return openSpreadsheetXml(source);
    }
    case 'html': {
      const { openHtml } = await import('./html-workbook.ts');
      return openHtml(source, encoding);
    }
  }
}
