/** Every import against its own control totals: what it said it stored is there, and every row is accounted for. */
import type { ImportSummary } from '../ingest/facts/summary.ts';
import type { Archive } from '../store/open.ts';
import type { Check, FindingName } from './finding.ts';
import { type StoredImport, storedImports } from './import-queries.ts';

export function* checkImports(archive: Archive): Check {
  for (const stored of storedImports(archive))
    for (const name of wrongWith(stored))
      yield { name, example: `${stored.id} (${stored.file})`, subject: String(stored.id) };
}

function wrongWith(stored: StoredImport): FindingName[] {
  const said = JSON.parse(stored.summary ?? 'null') as Partial<ImportSummary> | null;
  if (!isCounts(said?.rows) || !isCounts(said.orders) || !isCounts(said.total)) return ['import_rows_unaccounted'];
  const { read, ...rows } = said.rows;
  const found: FindingName[] = [];
  const told = said.part === 'customers' ? rows.orders : 0;
  const lost = stored.forgotten ? told < stored.profiles : told !== stored.profiles;
  if (sum(rows) !== read || lost) found.push('import_rows_unaccounted');
  if (rows.refused !== stored.refusedRows) found.push('import_refusals_differ');
  const { refused: _, ...taken } = said.orders;
  // Items may be those of no order yet, or of several shops' orders of one number.
  if (said.part !== 'items' && sum(taken) !== stored.orders) found.push('import_orders_differ');
  else if (said.lines !== stored.lines) found.push('import_lines_differ');
  // Of orders that stood before, the import counted what stood, not what it said itself.
  else if (said.orders.new === stored.orders && !sameMoney(said.total, stored.money))
    found.push('import_money_differs');
  return found;
}

const isCounts = <T extends object>(value: T | null | undefined): value is T =>
  typeof value === 'object' && value !== null;

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, count) => all + count, 0);

function sameMoney(said: ImportSummary['total'], stored: StoredImport['money']): boolean {
  const codes = new Set([...Object.keys(said), ...stored.keys()]);
  return [...codes].every((code) => (said[code] ?? 0) === (stored.get(code) ?? 0));
}
