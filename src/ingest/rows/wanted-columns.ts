/** The columns a layout binds, and the cells taken from them. */
import type { Field } from '../../platforms/layout.ts';
import { cleanCell, isBlank } from '../../values/text.ts';
import type { BoundColumns } from '../tables/recognise.ts';
import type { KeptRow } from '../tables/table-source.ts';

/** The wanted cells of one row, by field position, cleaned; '' where blank. */
export interface OrderRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export class WantedColumns {
  /** Where each field stands in a picked row. */
  readonly index: ReadonlyMap<Field, number>;
  /** The last column of the file that is bound. */
  readonly last: number;
  readonly #columns: BoundColumns;
  readonly #sources: readonly (readonly number[])[];

  constructor(columns: BoundColumns) {
    const fields = [...columns.keys()];
    this.#columns = columns;
    this.index = new Map(fields.map((field, position) => [field, position]));
    this.#sources = fields.map((field) => columns.get(field) ?? []);
    this.last = Math.max(...this.#sources.flat());
  }

  /** Its columns in the file, best first. */
  positions(field: Field): readonly number[] {
    return this.#columns.get(field) ?? [];
  }

  pick(raw: readonly string[]): string[] {
    const picked: string[] = [];
    for (const positions of this.#sources) picked.push(pickCell(raw, positions));
    return picked;
  }

  row(kept: KeptRow): OrderRow {
    return { line: kept.line, cells: this.pick(kept.cells()) };
  }
}

/** The first filled cell of a field's columns, best first, cleaned; '' where all are blank. */
export function pickCell(raw: readonly string[], positions: readonly number[]): string {
  for (const position of positions) {
    const cell = raw[position];
    if (cell === undefined || cell === '') continue;
    const cleaned = cleanCell(cell);
    if (!isBlank(cleaned)) return cleaned;
  }
  return '';
}
