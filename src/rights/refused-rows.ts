/** Rows that were refused, as they stood in their files, where they say anything of somebody. */
import type { Archive } from '../store/open.ts';
import type { PersonalValues } from '../values/personal-values.ts';
import { blankRefusal, type StoredRefusal, storedRefusals } from './text-queries.ts';

export function* refusedRowsOf(archive: Archive, values: PersonalValues): Generator<StoredRefusal> {
  for (const refusal of storedRefusals(archive)) {
    const { order, value, rows } = refusal;
    if (rows.every(({ cells }) => cells.length === 0) && value === null) continue;
    const isTheirs =
      (order !== null && values.isOrder(order)) ||
      [order ?? '', value ?? '', ...rows.flatMap(({ cells }) => cells)].some((cell) => values.isIn(cell));
    if (isTheirs) yield refusal;
  }
}

/** Gives how many rows there were, and how they spelt what tells the person. */
export function blankRefusedRows(
  archive: Archive,
  values: PersonalValues,
): { readonly rows: number; readonly texts: string[] } {
  const texts = new Set<string>();
  let count = 0;
  for (const refusal of refusedRowsOf(archive, values)) {
    const { order, value, rows } = refusal;
    count += rows.length;
    for (const cell of [value ?? '', ...rows.flatMap(({ cells }) => cells)]) if (values.isIn(cell)) texts.add(cell);
    blankRefusal(archive, { ...refusal, order: order !== null && values.isIn(order) ? null : order });
  }
  return { rows: count, texts: [...texts] };
}
