/** SQL of what is kept so as not to go through everything. */
import type { Archive } from '../store/open.ts';

/** A title or an SKU of a line that is not among those kept; empty where none are. */
export function boughtKeptApart({ db }: Archive): unknown[] {
  return db
    .prepare(`
      SELECT 1 FROM population, version_lines l WHERE bought <> ''
        AND (l.title NOT IN (SELECT value FROM population, json_each(bought)) OR l.sku NOT IN (SELECT value FROM population, json_each(bought)))
      LIMIT 1`)
    .all();
}
