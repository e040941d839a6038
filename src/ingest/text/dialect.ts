/** How a CSV text separates and quotes its cells, decided by the header and the rows below it. */
import type { Layout } from '../../platforms/layout.ts';
import { recognise } from '../tables/recognise.ts';
import type { RawRow } from '../tables/table-source.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** No text holds it: nothing is quoted. */
export const NO_QUOTE = '\u0001';

export interface Dialect {
  readonly delimiter: Delimiter;
  readonly quote: '"' | "'" | typeof NO_QUOTE;
  /** A quote inside a quoted cell is written \" and not only "". */
  readonly backslash: boolean;
}

export const plain = (delimiter: Delimiter): Dialect => ({ delimiter, quote: '"', backslash: false });

/** The rows of the beginning under a dialect. */
export type Sampler = (dialect: Dialect) => readonly RawRow[];

/** The dialect under which a layout is recognised; failing that, the one that makes the most even rows. */
export function detectDialect(
  sample: Sampler,
  layouts: readonly Layout[],
  delimiters: readonly Delimiter[] = DELIMITERS,
): Dialect {
  for (const delimiter of delimiters) {
    const found = recognise(sample(plain(delimiter)), layouts);
    if (found?.layout.unquoted && delimiter === '\t') return { ...plain(delimiter), quote: NO_QUOTE };
    if (found) return quoting(sample, delimiter, found.header);
  }
  const even = delimiters.map((delimiter) => ({ delimiter, ...evenness(sample(plain(delimiter))) }));
  const best = even.toSorted((a, b) => b.share - a.share || b.width - a.width)[0];
  const delimiter = best?.delimiter ?? ',';
  const header = sample(plain(delimiter)).find((row) => row.cells.length > 1);
  return header ? quoting(sample, delimiter, header) : plain(delimiter);
}

/** Another way to quote is taken where rows show it that do not fit the header otherwise, and more fit by it. */
function quoting(sample: Sampler, delimiter: Delimiter, { line, cells }: RawRow): Dialect {
  const usual = plain(delimiter);
  const single: Dialect = { ...usual, quote: "'" };
  if (cells.length > 1 && cells.every((cell) => /^\s*'.*'\s*$/s.test(cell))) return single;
  const unfit = misfits(sample(usual), line);
  const ways: Dialect[] = [
    ...(unfit.some((row) => row.cells.some((cell) => cell.includes('\\"'))) ? [{ ...usual, backslash: true }] : []),
    ...(unfit.some((row) => /'\s*(?:$|\n)/.test(row.cells.join('\n')) && /(?:^|\n)\s*'/.test(row.cells.join('\n')))
      ? [single]
      : []),
  ];
  const better = ways.map((dialect) => ({ dialect, unfit: misfits(sample(dialect), line).length }));
  return better.toSorted((a, b) => a.unfit - b.unfit).find((way) => way.unfit < unfit.length)?.dialect ?? usual;
}

function misfits(rows: readonly RawRow[], headerLine: number): RawRow[] {
  const below = rows.filter((row) => row.line >= headerLine && row.cells.some((cell) => cell.trim() !== ''));
  const width = below[0]?.cells.length ?? 0;
  return below.filter((row) => row.damage === 'broken_quotes' || row.cells.length !== width);
}

/** Share of the rows that are as wide as most; one column says nothing. */
function evenness(rows: readonly RawRow[]): { share: number; width: number } {
  const widths = rows.filter((row) => row.cells.some((cell) => cell.trim() !== '')).map((row) => row.cells.length);
  const counted = new Map<number, number>();
  for (const width of widths) if (width > 1) counted.set(width, (counted.get(width) ?? 0) + 1);
  const [width = 1, rowsAlike = 0] = [...counted].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return { share: rowsAlike / Math.max(1, widths.length), width };
}
