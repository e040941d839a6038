/** Which columns of a header row a layout reads its fields from. */
import type { Field, Layout } from '../../platforms/layout.ts';
import { normaliseHeader } from '../../values/text.ts';

/** Column positions per field, best first; of items that lie sideways, in their order. */
export type BoundColumns = ReadonlyMap<Field, readonly number[]>;

/** Where each name stands, by `normaliseHeader`. */
type Names = ReadonlyMap<string, readonly number[]>;

const CURRENCY = /\(([a-z]{3})\)$/;

export function positions(cells: readonly string[]): Map<string, number[]> {
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

/** Whether the header has what no file of the layout has. */
export function excludes({ lacks = [] }: Layout, names: Names): boolean {
  return lacks.some((header) => names.has(normaliseHeader(header)));
}

/** What the layout must have and the header has not; its own spelling. */
export function missingOf(layout: Layout, names: Names): string[] {
  const has = finder(layout, names);
  const missing = layout.requires.filter((header) => !has(header));
  const one = layout.requiresOne;
  if (one && !one.some(has)) missing.push(one.join(' / '));
  return missing;
}

export function bind(layout: Layout, names: Names): BoundColumns {
  const find = finder(layout, names);
  const columns = new Map<Field, readonly number[]>();
  for (const [field, headers] of Object.entries(layout.columns) as [Field, readonly string[]][]) {
    const found = headers.flatMap((header) =>
      header.includes('#') && isSideways(layout) ? numbered(header, names) : (find(header)?.slice(0, 1) ?? []),
    );
    if (found.length > 0) columns.set(field, found);
  }
  return columns;
}

function finder({ currencyInHeader }: Layout, names: Names): (header: string) => readonly number[] | undefined {
  if (!currencyInHeader) return (header) => names.get(normaliseHeader(header));
  const withoutCurrency = new Map<string, readonly number[]>();
  for (const [name, found] of names) withoutCurrency.set(name.replace(CURRENCY, '(*)'), found);
  return (header) => withoutCurrency.get(normaliseHeader(header)) ?? names.get(normaliseHeader(header));
}

/** The columns of the first, second … item; one may be missing, ten in a row are no items any more. */
function numbered(header: string, names: Names): number[] {
  const found: number[] = [];
  for (let number = 1, since = 0; since < 10; number++) {
    const at = names.get(normaliseHeader(header.replace('#', String(number))))?.[0];
    since = at === undefined ? since + 1 : 0;
    if (at !== undefined) found.push(at);
  }
  return found;
}

const isSideways = ({ items }: Layout): boolean => items?.kind === 'sideways';

/** Fields with a column for each item. */
export function sidewaysFields(layout: Layout): ReadonlySet<Field> {
  if (!isSideways(layout)) return new Set();
  const fields = Object.entries(layout.columns) as [Field, readonly string[]][];
  return new Set(
    fields.filter(([, headers]) => headers.some((header) => header.includes('#'))).map(([field]) => field),
  );
}

/** The one that the headers of amounts name, as MXN in `Total (MXN)`. */
export function currencyOfHeader({ currencyInHeader }: Layout, cells: readonly string[]): { currency?: string } {
  if (!currencyInHeader) return {};
  const codes = new Set(cells.flatMap((cell) => CURRENCY.exec(normaliseHeader(cell))?.[1]?.toUpperCase() ?? []));
  const [code, ...others] = codes;
  return code === undefined || others.length > 0 ? {} : { currency: code };
}
