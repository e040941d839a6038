/**
 * Rows as a workbook that a person opens: one sheet, its header frozen, text as text. Identifiers never become numbers,
 * and nothing a formula, since every cell is a string or a number by the kind of its column.
 */
import type { Column as SheetColumn, Worksheet } from 'exceljs';
import { exponentOf } from '../values/exponents.ts';
import { cellText } from './cell-text.ts';
import { displayWidth } from './display-width.ts';
import type { Cell, Column, Table } from './table.ts';

/** Of Excel: rows with the header, columns, and characters of a cell. */
export const SHEET_LIMITS = { rows: 1_048_576, columns: 16_384, characters: 32_767 } as const;

export class SheetFull extends Error {}

const WIDTHS = { least: 6, most: 60 } as const;
/** What XML 1.0 has no place for. */
// oxlint-disable-next-line no-control-regex
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** `asOf` is the day it is of, so that the same rows give the same bytes. Throws SheetFull. */
export async function workbookBytes(table: Table, asOf: string): Promise<Uint8Array> {
  if (table.columns.length > SHEET_LIMITS.columns) throw new SheetFull();
  const { default: exceljs } = await import('exceljs');
  const book = new exceljs.Workbook();
  book.created = book.modified = new Date(`${asOf}T00:00:00Z`);
  const sheet = book.addWorksheet('regulars', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = table.columns.map(({ name }): Partial<SheetColumn> => ({ header: name }));
  const widths = table.columns.map(({ name }) => displayWidth(name));
  const texts = table.columns.map((column) => cellText(table, column));
  let rows = 1;
  for (const row of table.rows) {
    rows += 1;
    if (rows > SHEET_LIMITS.rows) throw new SheetFull();
    const cells = table.columns.map((column, at) => valueOf(column, row[at] ?? null, row, texts[at] as Texted));
    for (const [at, cell] of cells.entries())
      widths[at] = Math.max(widths[at] ?? 0, Math.min(WIDTHS.most, displayWidth(String(cell ?? ''))));
    sheet.addRow(cells);
  }
  dress(sheet, table.columns, widths);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

type Texted = ReturnType<typeof cellText>;

function valueOf(column: Column, cell: Cell, row: readonly Cell[], text: Texted): string | number | boolean | null {
  if (cell === null) return null;
  const written = text(cell, row);
  switch (column.kind) {
    case 'money':
    case 'integer':
    case 'number':
      // More digits than Excel keeps stay text.
      return /^-?\d{1,15}(\.\d+)?$/.test(written) ? Number(written) : plain(written);
    case 'boolean':
      return typeof cell === 'boolean' ? cell : plain(written);
    default:
      return plain(written);
  }
}

const plain = (text: string): string => text.replaceAll(NOT_XML, '\ufffd').slice(0, SHEET_LIMITS.characters);

function dress(sheet: Worksheet, columns: readonly Column[], widths: readonly number[]): void {
  for (const [at, column] of columns.entries()) {
    const styled = sheet.getColumn(at + 1);
    styled.width = Math.max(WIDTHS.least, Math.min(WIDTHS.most, (widths[at] ?? 0) + 2));
    styled.numFmt = formatOf(column);
  }
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).numFmt = '@';
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, columns.length) } };
}

function formatOf({ kind, currency }: Column): string {
  if (kind === 'integer') return '0';
  if (kind === 'number') return 'General';
  if (kind !== 'money') return '@';
  const decimals = currency && 'code' in currency ? exponentOf(currency.code) : 2;
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}
