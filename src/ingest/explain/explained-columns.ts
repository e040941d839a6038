/** Which column of a file became what, and which were not read. */
import type { Field, Layout } from '../../platforms/layout.ts';
import { shown } from '../tables/damage.ts';
import type { BoundColumns } from '../tables/bind-columns.ts';
import type { RawRow } from '../tables/table-source.ts';
import { pickCell } from '../rows/wanted-columns.ts';

export interface ExplainedColumn {
  /** 1-based. */
  readonly position: number;
  readonly header: string;
  /** Up to three different values from the first rows, as they would be taken. */
  readonly examples: readonly string[];
}

export interface ExplainedField {
  readonly field: Field;
  /** The columns it is taken from, best first: in each row the first that is filled. */
  readonly columns: readonly Omit<ExplainedColumn, 'examples'>[];
  /** Every name the layout would have taken, best first. */
  readonly preference: readonly string[];
  readonly examples: readonly string[];
}

const EXAMPLES = 3;

export class ExplainedColumns {
  readonly #header: RawRow;
  readonly #rows: readonly RawRow[];

  /** `sample` holds the header and rows around it. */
  constructor(header: RawRow, sample: readonly RawRow[]) {
    this.#header = header;
    this.#rows = sample.filter((row) => row.line > header.line);
  }

  /** Every field that has a column, in the order of the layout. */
  fields(layout: Layout, bound: BoundColumns): ExplainedField[] {
    return [...bound].map(([field, positions]) => ({
      field,
      columns: positions.map((index) => this.#column(index)),
      preference: layout.columns[field] ?? [],
      examples: this.#examples(positions),
    }));
  }

  /** Columns that no field is taken from; all of them where nothing is bound. */
  others(bound: BoundColumns | undefined): ExplainedColumn[] {
    const taken = new Set([...(bound?.values() ?? [])].flat());
    return [...this.#header.cells.keys()]
      .filter((index) => !taken.has(index))
      .map((index) => ({ ...this.#column(index), examples: this.#examples([index]) }));
  }

  #column(index: number): Omit<ExplainedColumn, 'examples'> {
    return { position: index + 1, header: (this.#header.cells[index] ?? '').trim() };
  }

  #examples(positions: readonly number[]): string[] {
    const seen = new Set<string>();
    for (const { cells } of this.#rows) {
      const cell = shown(pickCell(cells, positions));
      if (cell !== '') seen.add(cell);
      if (seen.size === EXAMPLES) break;
    }
    return [...seen];
  }
}
