/**
 * Finds the header and the layout: the row among the first thirty whose normalised names contain
 * what a layout requires; of several layouts the one that binds most columns.
 */
import type { Field, Layout } from '../platforms/layout.ts';
import { normaliseHeader } from '../values/text.ts';
import type { RawRow } from './table-source.ts';

const HEADER_WITHIN = 30;

export interface Recognised {
  readonly layout: Layout;
  readonly header: RawRow;
  readonly columns: BoundColumns;
}

/** Column positions per field, best first. */
export type BoundColumns = ReadonlyMap<Field, readonly number[]>;

export interface Closest {
  readonly layout: Layout;
  readonly missing: readonly string[];
  readonly headers: readonly string[];
}

export function recognise(sample: readonly RawRow[], layouts: readonly Layout[]): Recognised | undefined {
  let best: Recognised | undefined;
  for (const header of sample.slice(0, HEADER_WITHIN)) {
    const names = positions(header.cells);
    for (const layout of layouts) {
      if (missingOf(layout, names).length > 0) continue;
      const columns = bind(layout, names);
      if (!best || columns.size > best.columns.size) best = { layout, header, columns };
    }
    if (best) return best;
  }
  return undefined;
}

/** For a file nothing fits: the layout that lacks least, judged on the row that looks most like a header. */
export function closest(sample: readonly RawRow[], layouts: readonly Layout[]): Closest | undefined {
  let best: (Closest & { score: number }) | undefined;
  for (const row of sample.slice(0, HEADER_WITHIN)) {
    const names = positions(row.cells);
    for (const layout of layouts) {
      const missing = missingOf(layout, names);
      const score = bind(layout, names).size - missing.length;
      if (!best || score > best.score)
        best = { layout, missing, score, headers: row.cells.filter((cell) => cell.trim() !== '') };
    }
  }
  return best;
}

/** Names that stand over two columns of which one is bound: nobody can tell which is meant. */
export function ambiguousColumn(recognised: Recognised): string | undefined {
  const names = positions(recognised.header.cells);
  for (const headers of Object.values(recognised.layout.columns)) {
    for (const header of headers) if ((names.get(normaliseHeader(header))?.length ?? 0) > 1) return header;
  }
  return undefined;
}

function positions(cells: readonly string[]): Map<string, number[]> {
  const names = new Map<string, number[]>();
  for (const [index, cell] of cells.entries()) {
    const name = normaliseHeader(cell);
    if (name === '') continue;
    const known = names.get(name);
    if (known) known.push(index);
    else names.set(name, [index]);
  }
  return names;
}

function missingOf(layout: Layout, names: ReadonlyMap<string, unknown>): string[] {
  const missing = layout.requires.filter((header) => !names.has(normaliseHeader(header)));
  const one = layout.requiresOne;
  if (one && !one.some((header) => names.has(normaliseHeader(header)))) missing.push(one.join(' / '));
  return missing;
}

function bind(layout: Layout, names: ReadonlyMap<string, readonly number[]>): BoundColumns {
  const columns = new Map<Field, readonly number[]>();
  for (const [field, headers] of Object.entries(layout.columns) as [Field, readonly string[]][]) {
    const found = headers.flatMap((header) => names.get(normaliseHeader(header))?.slice(0, 1) ?? []);
    if (found.length > 0) columns.set(field, found);
  }
  return columns;
}
