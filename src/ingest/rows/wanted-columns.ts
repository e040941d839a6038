/** The columns a layout binds, and the cells taken from them. */
import type { Field } from '../../platforms/layout.ts';
import { cleanCell, isBlank } from '../../values/text.ts';
import type { BoundColumns } from '../tables/bind-columns.ts';
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
  readonly #sideways: readonly number[];

  /** `sideways`: fields whose columns are not alternatives, but one for each item. */
  constructor(columns: BoundColumns, sideways: ReadonlySet<Field> = new Set()) {
    const fields = [...columns.keys()];
    this.#sideways = fields.flatMap((field, at) => (sideways.has(field) ? [at] : []));
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
    // Only a layout with a column for each item has any.
    for (const at of this.#sideways) picked[at] = gather(raw, this.#sources[at] ?? []);
    return picked;
  }

  row(kept: KeptRow): OrderRow {
    return { line: kept.line, cells: this.pick(kept.cells()) };
  }
}

/** Between the cells of a field that has one for each item; no cleaned cell holds it. */
export const APART = '\u001f';

function gather(raw: readonly string[], positions: readonly number[]): string {
  if (positions.length < 2) return pickCell(raw, positions);
  const cells = positions.map((position) => pickCell(raw, [position]));
  return cells.every((cell) => cell === '') ? '' : cells.join(APART);
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
