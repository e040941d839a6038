/** Writes workbooks as their XML, so that a test shows the very spelling it is about. */
import { zip, type ZipPart } from './zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface SheetXml {
  readonly name: string;
  /** What stands between the tags of the worksheet. */
  readonly xml: string;
  readonly state?: 'hidden' | 'veryHidden';
}

export interface XlsxXml {
  readonly sheets: readonly SheetXml[];
  /** `<si>` elements. */
  readonly strings?: string;
  /** Format codes by their number, from 164 on. */
  readonly formats?: Readonly<Record<number, string>>;
  /** Formats of the cell styles, by number: s="0" is the first. */
  readonly styles?: readonly number[];
  /** Attributes of workbookPr. */
  readonly properties?: string;
  readonly more?: readonly ZipPart[];
}

export const rows = (inner: string): string => `<sheetData>${inner}</sheetData>`;

export function xlsxParts({ sheets, strings, formats, styles, properties = '', more = [] }: XlsxXml): ZipPart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = [
    ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
    ...(strings === undefined ? [] : [relation('rIdS', 'sharedStrings', 'sharedStrings.xml')]),
    ...(styles === undefined ? [] : [relation('rIdF', 'styles', 'styles.xml')]),
  ];
  const list = sheets.map(({ name, state }, at) => {
    const hidden = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"/>`;
  });
  const codes = Object.entries(formats ?? {}).map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`);
  const cells = (styles ?? []).map((id) => `<xf numFmtId="${id}" fontId="0"/>`);
  const parts: [string, string | undefined][] = [
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr ${properties}/><sheets>${list.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`],
    ['xl/sharedStrings.xml', strings === undefined ? undefined : `<sst xmlns="${MAIN}">${strings}</sst>`],
    [
      'xl/styles.xml',
      styles &&
        `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells.join('')}</cellXfs></styleSheet>`,
    ],
    ...sheets.map(({ xml }, at): [string, string] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}">${xml}</worksheet>`,
    ]),
  ];
  return [...parts.flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }])), ...more];
}

export const xlsx = (book: XlsxXml): Buffer => zip(xlsxParts(book));

/** A sheet of texts, as exports are: one row a line, `|` between cells. */
export function table(text: string): string {
  const cell = (value: string) =>
    value === ''
      ? '<c/>'
      : `<c t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
  return rows(
    text
      .trim()
      .split('\n')
      .map(
        (line) =>
          `<row>${line
            .trim()
            .split('|')
            .map((value) => cell(value.trim()))
            .join('')}</row>`,
      )
      .join(''),
  );
}
