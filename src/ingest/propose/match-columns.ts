/** Which columns of a header may be which fields: by the words that stand over them, and by whether the values below agree. */
import { cleanCell, isBlank, normaliseHeader } from '../../values/text.ts';
import type { RawRow } from '../tables/table-source.ts';

export interface MatchedColumn<F extends string> {
  readonly field: F;
  readonly header: string;
  /** 0-based. */
  readonly position: number;
}

/** Whether a column may be a field; of its values the blank ones are left out. */
export type MayBe<F extends string> = (field: F, header: string, values: readonly string[]) => boolean;

/** Each field by the first of its aliases that fits, in the order of the aliases' fields. */
export function matchColumns<F extends string>(
  { cells }: RawRow,
  below: readonly RawRow[],
  aliases: Readonly<Record<F, readonly string[]>>,
  mayBe: MayBe<F>,
): MatchedColumn<F>[] {
  const names = cells.map(normaliseHeader);
  const taken = new Set<number>();
  const columns: MatchedColumn<F>[] = [];
  for (const [field, words] of Object.entries(aliases) as [F, readonly string[]][]) {
    const position = words
      .map((alias) => names.indexOf(normaliseHeader(alias)))
      .find((at) => at >= 0 && !taken.has(at) && mayBe(field, cells[at] ?? '', valuesOf(below, at)));
    if (position === undefined) continue;
    // A name that stands twice cannot be told apart.
    if (names.indexOf(names[position] ?? '', position + 1) >= 0) continue;
    taken.add(position);
    columns.push({ field, header: (cells[position] ?? '').trim(), position });
  }
  return columns;
}

/** Fields of which there is one column only whose values look like it, whatever it is called. */
export function matchByValues<F extends string>(
  { cells }: RawRow,
  below: readonly RawRow[],
  known: readonly MatchedColumn<F>[],
  looks: Readonly<Partial<Record<F, (header: string, values: readonly string[]) => boolean>>>,
): MatchedColumn<F>[] {
  const fields = Object.entries(looks) as [F, (header: string, values: readonly string[]) => boolean][];
  return fields.flatMap(([field, fits]) => {
    if (known.some((column) => column.field === field)) return [];
    const found = cells.flatMap((cell, at) => {
      const values = valuesOf(below, at);
      const free = normaliseHeader(cell) !== '' && !known.some(({ position }) => position === at);
      return free && values.length > 0 && fits(cell, values) ? [at] : [];
    });
    const [only, ...others] = found;
    return only === undefined || others.length > 0
      ? []
      : [{ field, header: (cells[only] ?? '').trim(), position: only }];
  });
}

/** The filled cells of a column. */
function valuesOf(rows: readonly RawRow[], position: number): string[] {
  return rows.map(({ cells }) => cleanCell(cells[position] ?? '')).filter((cell) => !isBlank(cell));
}

/** So much of a column must look like what it is taken for. */
const MOST = 0.8;

export const most = (values: readonly string[], looks: (cell: string) => boolean): boolean =>
  values.filter(looks).length >= values.length * MOST;

/** The same in each of so many rows, it is the seller's own. */
export const isEverybody = (values: readonly string[]): boolean => values.length >= 5 && new Set(values).size === 1;

const HEADER_WITHIN = 30;

/** The row under which most columns are known, with the rows below it. */
export function bestHeader<C>(
  sample: readonly RawRow[],
  columnsOf: (header: RawRow, below: readonly RawRow[]) => readonly C[],
): { readonly columns: readonly C[]; readonly header: RawRow; readonly below: readonly RawRow[] } | undefined {
  let best: ReturnType<typeof bestHeader<C>>;
  for (const header of sample.slice(0, HEADER_WITHIN)) {
    const below = sample.filter((other) => other.line > header.line);
    const columns = columnsOf(header, below);
    if (columns.length > (best?.columns.length ?? 0)) best = { columns, header, below };
  }
  return best;
}

const PREVIEW = 3;

/** The first rows that say anything, by column. */
export function previewOf(
  below: readonly RawRow[],
  columns: readonly { readonly position: number }[],
): readonly (readonly string[])[] {
  return below
    .filter((row) => row.cells.some((cell) => !isBlank(cleanCell(cell))))
    .slice(0, PREVIEW)
    .map(({ cells }) => columns.map(({ position }) => cleanCell(cells[position] ?? '')));
}
