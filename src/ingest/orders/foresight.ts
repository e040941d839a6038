/**
 * Reading a file in one pass: what the whole file would decide is foreseen from its first rows, and
 * held against what it did decide when all of it has passed.
 */
import { FileRefused } from '../refusal.ts';
import type { WantedColumns } from '../rows/wanted-columns.ts';
import type { Recognised } from '../tables/recognise.ts';
import { ownRow, type RowReader } from '../tables/table-source.ts';
import { type Decided, type Deciding, decide } from './decide.ts';
import { ShopUnsettled } from './shop.ts';
import { survey, type Survey } from './survey.ts';
import { Unforeseen } from './unforeseen.ts';

/** Undefined where the first rows leave anything open, or show anything out of the ordinary. */
export async function foresee(
  reader: RowReader,
  recognised: Recognised,
  wanted: WantedColumns,
  deciding: Deciding,
): Promise<Decided | undefined> {
  const rows = await reader.sample();
  const beginning: RowReader = {
    ...reader,
    visit(visitor) {
      for (const row of rows) visitor({ ...ownRow(row.line, row.cells), ...row });
      return Promise.resolve();
    },
  };
  try {
    const seen = await survey(beginning, recognised, wanted);
    if (seen.numbers.count === 0 || !isOrderly(seen)) return undefined;
    const decided = decide(seen, deciding);
    // A zone takes times from all of the year to tell.
    return [...decided.shops.values()].some(({ zoneFromFile }) => zoneFromFile) ? undefined : decided;
  } catch (error) {
    // Only all of the file can tell whether it is so.
    if (error instanceof FileRefused || error instanceof ShopUnsettled) return undefined;
    throw error;
  }
}

/** Every order's rows stand together, and all of them can be read. */
export function isOrderly({ numbers, spoiled }: Survey): boolean {
  return numbers.scatteredRows === 0 && spoiled.rows === 0;
}

export function assertForeseen(foreseen: Decided, found: Decided): void {
  const asText = ({ shops, ...rest }: Decided) =>
    JSON.stringify([rest, [...shops].toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  if (asText(foreseen) !== asText(found)) throw new Unforeseen();
}
