/** The rows below a header that say anything, by the fields of a table of what was said: with the column where somebody finds what is to be mended. */
import type { Field } from '../../platforms/layout.ts';
import { ownText } from '../../values/own-text.ts';
import { cleanCell } from '../../values/text.ts';
import type { OpenRows } from './open-rows.ts';
import { visitBelow } from './visit-below.ts';
import { pickCell } from './wanted-columns.ts';

export interface FieldsRow<F extends string> {
  readonly line: number;
  /** Empty where there is no such column. */
  cell(field: F): string;
  refusal<R extends string>(field: F, reason: R): RefusedCell<R>;
}

export interface RefusedCell<R extends string> {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: R;
}

/** `fields` gives the field of a layout for each name. */
export function visitFields<F extends string>(
  { reader, recognised: { header, columns } }: Pick<OpenRows, 'reader' | 'recognised'>,
  fields: Readonly<Record<F, Field>>,
  visit: (row: FieldsRow<F>) => void,
): Promise<void> {
  const at = (field: F) => columns.get(fields[field]) ?? [];
  return visitBelow(reader, header, ({ line, cells }) => {
    if (cells.every((text) => text.trim() === '')) return;
    const cell = (field: F) => cleanCell(ownText(pickCell(cells, at(field))));
    visit({
      line,
      cell,
      refusal: (field, reason) => ({
        line,
        column: (header.cells[at(field)[0] ?? -1] ?? field).trim(),
        value: cell(field),
        reason,
      }),
    });
  });
}
