import type { Pause, RawRow, RowReader, VisitedRow } from '../tables/table-source.ts';

/** Every row below the header, in order. The reader uses a row again for the next one. */
export function visitBelow(
  reader: RowReader,
  header: Pick<RawRow, 'line'>,
  visit: (row: VisitedRow) => void,
  pause?: Pause,
): Promise<void> {
  let started = false;
  return reader.visit((row) => {
    if (started) visit(row);
    else started = row.line === header.line;
  }, pause);
}
