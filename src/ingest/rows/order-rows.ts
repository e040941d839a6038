/** The rows below the header, each with its order number, its date, and what kind of stray it is if it is one. */
import type { Recognised } from '../tables/recognise.ts';
import type { Pause, RowReader, VisitedRow } from '../tables/table-source.ts';
import { type NoOrder, type StrayRow, strayRows } from './stray-rows.ts';
import { numbering } from './numbering.ts';
import { visitBelow } from './visit-below.ts';
import { pickCell, type WantedColumns } from './wanted-columns.ts';

/** `id` and `date` are cleaned, '' where blank; `kind` is undefined for a row of an order. */
export async function visitOrderRows(
  reader: RowReader,
  recognised: Recognised,
  wanted: WantedColumns,
  take: (row: VisitedRow, id: string, date: string, kind: StrayRow | NoOrder | undefined) => void,
  pause?: Pause,
): Promise<void> {
  const { header, columns } = recognised;
  const placed = columns.get('placedAt') ?? [];
  const numberOf = numbering(recognised);
  const strayRow = strayRows(recognised, wanted);
  await visitBelow(
    reader,
    header,
    (row) => {
      const id = numberOf(row);
      const date = pickCell(row.cells, placed);
      take(row, id, date, strayRow(row, id, date));
    },
    pause,
  );
}
