/**
 * Finds the header and the layout: the row among the first thirty whose normalised names contain
 * what a layout requires; of several layouts the one that binds most columns.
 */
import type { Field, Layout } from '../../platforms/layout.ts';
import { cleanCell, isBlank, normaliseHeader } from '../../values/text.ts';
import { bind, type BoundColumns, currencyOfHeader, excludes, missingOf, positions } from './bind-columns.ts';
import type { RawRow } from './table-source.ts';

const HEADER_WITHIN = 30;

export interface Recognised {
  readonly layout: Layout;
  readonly header: RawRow;
  readonly columns: BoundColumns;
  /** Of all amounts, where their headers end in it. */
  readonly currency?: string | undefined;
  /** How many cells a row may have; undefined in a workbook, which keeps no blank cells at the end of a row. */
  readonly widths?: ReadonlySet<number>;
  /** The line below the header that explains the columns in words, as TikTok writes it. */
  readonly described?: number;
}

export interface Closest {
  readonly layout: Layout;
  /** The row that was judged. */
  readonly header: RawRow;
  readonly missing: readonly string[];
  readonly headers: readonly string[];
}

export function recognise(sample: readonly RawRow[], layouts: readonly Layout[]): Recognised | undefined {
  let best: Recognised | undefined;
  for (const header of sample.slice(0, HEADER_WITHIN)) {
    if (header.damage === 'broken_quotes') continue;
    const names = positions(header.cells);
    for (const layout of layouts) {
      if (excludes(layout, names) || missingOf(layout, names).length > 0) continue;
      const columns = bind(layout, names);
      if (!best || isCloser(layout, columns, best)) best = { layout, header, columns };
    }
    if (best) return { ...best, ...currencyOfHeader(best.layout, header.cells), ...belowHeader(best, sample) };
  }
  return undefined;
}

/** It binds more columns, or as many and asks for more. */
function isCloser(layout: Layout, columns: BoundColumns, than: Recognised): boolean {
  const more = columns.size - than.columns.size;
  return more > 0 || (more === 0 && layout.requires.length > than.layout.requires.length);
}

function belowHeader(
  { header, columns }: Recognised,
  sample: readonly RawRow[],
): { widths: ReadonlySet<number>; described?: number } {
  const below = sample.filter((row) => row.line > header.line && row.cells.some((cell) => !isBlank(cleanCell(cell))));
  const widths = new Set([header.cells.length]);
  const usual = usualWidth(below);
  // Separators at the end of the header alone, or of every row.
  if (usual !== undefined && usual >= namedWidth(header.cells)) {
    if (usual < header.cells.length || below.every((row) => fits(row, columns))) widths.add(usual);
  }
  const first = below[0];
  return { widths, ...(first && describes(first, columns) ? { described: first.line } : {}) };
}

function namedWidth(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => normaliseHeader(cell) !== '') + 1;
}

/** The width that most rows have, and at least two. */
function usualWidth(rows: readonly RawRow[]): number | undefined {
  const counted = new Map<number, number>();
  for (const { cells } of rows) counted.set(cells.length, (counted.get(cells.length) ?? 0) + 1);
  const [width, count] = [...counted].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return count > 1 && count * 2 > rows.length ? width : undefined;
}

/**
 * Whether the cells say what their columns are for, as far as that shows: a header that lost a
 * separator is as much too short as one whose rows have a separator at their end.
 */
function fits({ cells }: RawRow, columns: BoundColumns): boolean {
  return Object.entries(LOOKS).every(([field, looks]) =>
    (columns.get(field as Field) ?? []).every((position) => {
      const cell = cleanCell(cells[position] ?? '');
      return isBlank(cell) || looks.test(cell);
    }),
  );
}

const LOOKS: Readonly<Partial<Record<Field, RegExp>>> = {
  placedAt: /\d/,
  email: /@|\d|\*/,
  phone: /\d|\*/,
  receiverPhone: /\d|\*/,
  currency: /^\p{L}{1,4}$|^\p{Sc}$/u,
  total: /\d/,
  subtotal: /\d/,
  paid: /\d/,
  refunded: /\d/,
  discount: /\d/,
  shipping: /\d/,
  unitPrice: /\d/,
  quantity: /^\D{0,2}\d/,
};

/** Words where every order has a date and a number. */
export function describes({ cells }: RawRow, columns: BoundColumns): boolean {
  const texts = (['orderNumber', 'placedAt', 'total', 'paid', 'subtotal', 'unitPrice'] as const).flatMap((field) =>
    (columns.get(field) ?? []).map((position) => cleanCell(cells[position] ?? '')),
  );
  const date = cleanCell(cells[columns.get('placedAt')?.[0] ?? -1] ?? '');
  return !isBlank(date) && normaliseHeader(date).length > 3 && texts.every((text) => isBlank(text) || !/\d/.test(text));
}

/** Names that stand over two columns and are bound to none, where the platform does not always write it so: nothing is read from them. */
export function duplicateHeaders({ header, layout: { never = [], repeats = [] } }: Recognised): string[] {
  const expected = new Set([...never, ...repeats].map(normaliseHeader));
  return [...positions(header.cells)].flatMap(([name, [first, second]]) =>
    first === undefined || second === undefined || expected.has(name) ? [] : [(header.cells[first] ?? '').trim()],
  );
}

/** For a file nothing fits: the layout that lacks least, judged on the row that looks most like a header. */
export function closest(sample: readonly RawRow[], layouts: readonly Layout[]): Closest | undefined {
  let best: (Closest & { score: number }) | undefined;
  for (const row of sample.slice(0, HEADER_WITHIN)) {
    const names = positions(row.cells);
    for (const layout of layouts) {
      if (excludes(layout, names)) continue;
      const missing = missingOf(layout, names);
      const score = bind(layout, names).size - missing.length;
      if (!best || score > best.score)
        best = { layout, header: row, missing, score, headers: row.cells.filter((cell) => cell.trim() !== '') };
    }
  }
  return best;
}

export interface LayoutFit {
  readonly layout: Layout;
  /** How many of its fields have a column in the header. */
  readonly bound: number;
  readonly missing: readonly string[];
}

/** Every layout as it fits a header row, in the order in which they would be chosen: whole ones by what they bind, then by what they lack. */
export function rankLayouts(header: RawRow, layouts: readonly Layout[]): LayoutFit[] {
  const names = positions(header.cells);
  const possible = layouts.filter((layout) => !excludes(layout, names));
  const fits = possible.map((layout) => ({
    layout,
    bound: bind(layout, names).size,
    missing: missingOf(layout, names),
  }));
  const score = ({ bound, missing }: LayoutFit) => bound - missing.length;
  const whole = ({ missing }: LayoutFit) => Number(missing.length === 0);
  return fits.toSorted((a, b) => whole(b) - whole(a) || score(b) - score(a));
}

/** Names that stand over two columns of which one is bound: nobody can tell which is meant. */
export function ambiguousColumn({ layout, header: { cells } }: Recognised): string | undefined {
  const names = positions(cells);
  const repeats = new Set(layout.repeats?.map(normaliseHeader));
  for (const headers of Object.values(layout.columns)) {
    for (const header of headers)
      if (!repeats.has(normaliseHeader(header)) && (names.get(normaliseHeader(header))?.length ?? 0) > 1) return header;
  }
  return undefined;
}
