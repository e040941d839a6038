/** SQL of the values that belong to nobody in particular. */
import type { Archive } from '../store/open.ts';
import { type ValueUse, valueKey } from './matching.ts';

/** Their keys (see `valueKey`), as they stand. */
export function sharedValues(archive: Archive): Set<string> {
  const rows = archive.db.prepare('SELECT kind, scope, value FROM shared_values').raw().all();
  return new Set((rows as [string, string, string][]).map((row) => valueKey(...row)));
}

/** Values whose every user is known anew are forgotten, and those found shared are written. */
export function replaceSharedValues(
  archive: Archive,
  known: 'everybody' | 'affected',
  shared: readonly ValueUse[],
): void {
  const { db } = archive;
  if (known === 'affected')
    db.exec(`DELETE FROM shared_values WHERE EXISTS (SELECT 1 FROM touched_values t
             WHERE t.kind = shared_values.kind AND t.value = shared_values.value AND t.scope = shared_values.scope)`);
  const insert = db.prepare(
    'INSERT OR REPLACE INTO shared_values (kind, scope, value, names, accounts) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { kind, scope, value, names, accounts } of shared) insert.run(kind, scope, value, names, accounts);
}
