/**
 * Hashes of the rows that orders were read from, as they stood, with all that decides what is read from
 * them: the same hash makes the same order, so that it need not be built again.
 */
import { hash } from 'node:crypto';
import { READER_VERSION } from '../reader-version.ts';
import type { OpenRows } from '../rows/open-rows.ts';
import type { KeptRow } from '../tables/table-source.ts';
import type { Decided, Deciding } from './decide.ts';

/** 96 bits. */
const LENGTH = 16;

export function rowsHashes(
  { recognised, dialect, encoding }: OpenRows,
  { layout, platform }: Deciding,
  { shops, decimal, dates, epochDates, floatIds }: Decided,
): (kept: readonly KeptRow[]) => string {
  const settings = [...shops].map(([name, shop]) => [name, shop.settings]);
  const reading = [
    READER_VERSION,
    platform.name,
    layout.name,
    encoding?.encoding,
    dialect,
    decimal,
    dates,
    epochDates,
    floatIds,
  ];
  const plan = digest(JSON.stringify([reading, settings, [...recognised.columns]]));
  return (kept) => {
    let text = plan;
    for (const row of kept) text += row.text;
    return digest(text);
  };
}

function digest(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
}
