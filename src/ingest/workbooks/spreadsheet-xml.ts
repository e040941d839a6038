/** The XML workbooks of Excel 2003, which shop programs still write and call .xls. */
import { createReadStream } from 'node:fs';
import { FileRefused } from '../refusal.ts';
import type { Source } from '../bytes/source.ts';
import { isoText, numberText } from './cell-text.ts';
import { LONGEST_CELL } from './shared-strings.ts';
import { SheetNotes } from './sheet-notes.ts';
import { FAR_COLUMNS, MOST_ROWS, type Sheet, type TakeRow, type Workbook } from './workbook.ts';
import { attribute, flag, type XmlHandler, XmlScanner } from './xml-scanner.ts';
import { plainText, xmlDecoder, xmlEncoding } from './xml-text.ts';

/** Throws FileRefused: bad_workbook, xml_doctype, bad_encoding. */
export async function openSpreadsheetXml(source: Source): Promise<Workbook> {
  const index = new SheetIndex();
  await scan(source, index);
  return {
    date1904: index.date1904,
    sheets: index.sheets.map(({ name, visible }, key) => ({ name, visible, key: String(key) })),
    async rows(sheet: Sheet, take: TakeRow) {
      const reader = new TableReader(Number(sheet.key), take);
      await scan(source, reader);
      return reader.notes;
    },
  };
}

async function scan(source: Source, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler, source.name);
  const decode = xmlDecoder(xmlEncoding(source.head));
  const pieces = createReadStream(source.path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>;
  for await (const piece of pieces) scanner.take(decode(piece));
  scanner.take(decode(undefined));
  scanner.end();
}

class SheetIndex implements XmlHandler {
  readonly sheets: { name: string; visible: boolean }[] = [];
  date1904 = false;
  wantsText = false;

  open(name: string, attributes: string): void {
    if (name === 'Worksheet') this.sheets.push({ name: plainText(attribute(attributes, 'Name') ?? ''), visible: true });
    else if (name === 'Date1904') this.date1904 = true;
    else if (name === 'Visible') this.wantsText = true;
  }

  close(): void {
    this.wantsText = false;
  }

  text(raw: string): void {
    const sheet = this.sheets.at(-1);
    if (sheet && /hidden/i.test(raw)) sheet.visible = false;
  }
}

class TableReader implements XmlHandler {
  readonly notes = new SheetNotes();
  wantsText = false;
  readonly #sheet: number;
  readonly #take: TakeRow;
  #seen = -1;
  #line = 0;
  #column = 0;
  #hidden = false;
  #width = 0;
  #comments = 0;
  #cell: { across: number; type: string; text: string; formula: boolean; data: boolean } | undefined;
  #cells: string[] = [];

  constructor(sheet: number, take: TakeRow) {
    this.#sheet = sheet;
    this.#take = take;
  }

  open(name: string, attributes: string): void {
    if (name === 'Worksheet') this.#seen++;
    if (this.#seen !== this.#sheet) return;
    if (name === 'Comment') this.#comments++;
    else if (name === 'Column') this.#openColumn(attributes);
    else if (name === 'Row') this.#openRow(attributes);
    else if (name === 'Cell') this.#openCell(attributes);
    else if (name === 'Data' && this.#cell && this.#comments === 0) {
      this.#cell.type = attribute(attributes, 'Type') ?? 'String';
      this.#cell.data = this.wantsText = true;
    }
  }

  close(name: string): void {
    if (this.#seen !== this.#sheet) return;
    if (name === 'Data') this.wantsText = false;
    else if (name === 'Comment') this.#comments--;
    else if (name === 'Cell') this.#closeCell();
    else if (name === 'Row') this.#closeRow();
    else if (name === 'Worksheet') this.#cells = [];
  }

  text(raw: string, cdata: boolean): void {
    if (!this.#cell) return;
    this.#cell.text += cdata ? plainText(raw.replaceAll('&', '&amp;')) : plainText(raw);
    if (this.#cell.text.length > LONGEST_CELL) throw new FileRefused('cell_too_long', { line: this.#line });
  }

  #openColumn(attributes: string): void {
    const first = Number(attribute(attributes, 'Index') ?? this.#width + 1);
    const last = first + Number(attribute(attributes, 'Span') ?? 0);
    this.#width = last;
    if (flag(attributes, 'Hidden')) this.notes.hideColumns(first - 1, last - 1);
  }

  #openRow(attributes: string): void {
    this.#line = Number(attribute(attributes, 'Index') ?? this.#line + 1);
    if (!(this.#line <= MOST_ROWS)) throw new FileRefused('too_large', { line: this.#line });
    this.#hidden = flag(attributes, 'Hidden');
    this.#column = 0;
    this.#cells = [];
  }

  #openCell(attributes: string): void {
    const stated = attribute(attributes, 'Index');
    if (stated !== undefined && /^\d+$/.test(stated)) this.#column = Number(stated) - 1;
    const [across, down] = [
      Number(attribute(attributes, 'MergeAcross') ?? 0),
      Number(attribute(attributes, 'MergeDown') ?? 0),
    ];
    if (down > 0 && across === 0)
      this.notes.merge({ first: this.#line, last: this.#line + down, column: this.#column });
    const formula = attribute(attributes, 'Formula') !== undefined;
    this.#cell = { across, type: '', text: '', formula, data: false };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (!cell) return;
    const column = this.#column;
    this.#column += 1 + (cell.across > 0 ? cell.across : 0);
    const text = valueText(cell.type, cell.text);
    if (cell.formula && !cell.data) this.notes.emptyFormula({ line: this.#line, column, text: '' });
    if (cell.type === 'Error') this.notes.errorCell({ line: this.#line, column, text });
    if (text === '' || column - this.#cells.length >= FAR_COLUMNS) return;
    while (this.#cells.length < column) this.#cells.push('');
    this.#cells[column] = text;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    if (this.#hidden) this.notes.hiddenRows++;
    this.#take(this.#line, this.#cells);
  }
}

function valueText(type: string, text: string): string {
  if (type === 'Number') return numberText(text.trim());
  if (type === 'DateTime') return isoText(text);
  if (type === 'Boolean') return text.trim() === '1' ? 'true' : 'false';
  return text;
}
