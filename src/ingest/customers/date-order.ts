/** In which order day and month stand in a file of customers. */
import type { Field } from '../../platforms/layout.ts';
import { isYearFirst } from '../../values/birthdays.ts';
import { DateColumn, type DateOrder } from '../../values/dates.ts';
import { decideDates } from '../orders/column-decisions.ts';
import type { OpenRows } from '../rows/open-rows.ts';
import { pickCell } from '../rows/wanted-columns.ts';

const DATES: readonly Field[] = ['birthday', 'since', 'acceptedAt'];

/** Throws FileRefused where its dates do not tell. */
export async function dateOrderOf(
  { reader, recognised: { header, layout, columns } }: OpenRows,
  told: DateOrder | undefined,
): Promise<DateOrder> {
  const dates = new DateColumn();
  const dated = DATES.flatMap((field) => columns.get(field) ?? []);
  if (told === undefined && layout.dates === undefined && dated.length > 0)
    await reader.visit(({ line, sheet, cells }) => {
      if (line <= header.line) return;
      for (const position of dated) {
        const cell = pickCell(cells, [position]);
        if (!isYearFirst(cell)) dates.add(cell, line, sheet);
      }
    });
  return decideDates(told, layout, { dates });
}
