/** A list as a workbook, or why it is none. */
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import type { Table } from '../output/table.ts';

export async function listWorkbook({ words }: Context, table: Table, asOf: string): Promise<Uint8Array> {
  const { SHEET_LIMITS, SheetFull, workbookBytes } = await import('../output/workbook.ts');
  try {
    return await workbookBytes(table, asOf);
  } catch (error) {
    if (!(error instanceof SheetFull)) throw error;
    throw new DataError(words.contacts.sheetFull(SHEET_LIMITS.rows), { code: 'sheet_full', hint: '--limit, --as csv' });
  }
}
