/** Rows as a workbook or a Parquet file, handed on piece by piece. */
import type { BinaryFormat, Context } from '../context.ts';
import { DataError } from '../errors.ts';
import type { Table } from './table.ts';
import type { BinaryTarget } from './workbook.ts';

/** Throws DataError for what does not fit into a sheet, or what `append` throws. */
export async function writeBinary(
  context: Context,
  table: Table,
  format: BinaryFormat,
  target: BinaryTarget,
): Promise<void> {
  const { io, words } = context;
  if (format === 'parquet') {
    const { writeParquet } = await import('./parquet.ts');
    return writeParquet(table, target);
  }
  const { MOST_COLUMNS, MOST_ROWS, TooLargeForSheet, writeWorkbook } = await import('./workbook.ts');
  try {
    const { cut, replaced } = await writeWorkbook(table, target);
    if (cut > 0) io.say(words.exports.cut(cut));
    if (replaced > 0) io.say(words.exports.replaced(replaced));
  } catch (error) {
    if (!(error instanceof TooLargeForSheet)) throw error;
    const { tooManyColumns, tooManyRows } = words.exports;
    throw error.of === 'rows'
      ? new DataError(tooManyRows(MOST_ROWS), { code: 'too_many_rows', hint: '--format parquet, --csv, --limit' })
      : new DataError(tooManyColumns(MOST_COLUMNS), { code: 'too_many_columns', hint: '--columns' });
  }
}
