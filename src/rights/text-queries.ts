/** SQL of texts that may speak of somebody although they are not about them: refused rows, and what was said of others. */
import type { RawRow } from '../ingest/tables/table-source.ts';
import type { Archive } from '../store/open.ts';

export interface StoredRefusal {
  readonly id: number;
  readonly importId: number;
  readonly file: string;
  readonly line: number;
  readonly order: string | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
  readonly rows: readonly RawRow[];
}

export function* storedRefusals({ db }: Archive): Generator<StoredRefusal> {
  // All of them at once: they are changed on the way.
  const ids = db.prepare('SELECT refusal_id FROM refusals ORDER BY refusal_id').pluck().all() as number[];
  const find = db.prepare(
    `SELECT refusal_id AS id, import_id AS importId, file_name AS file, line, order_number AS "order", column_name AS "column", value, reason, rows
     FROM refusals JOIN imports USING (import_id) WHERE refusal_id = ?`,
  );
  for (const id of ids) {
    const { rows, ...row } = find.get(id) as Omit<StoredRefusal, 'rows'> & { readonly rows: string };
    yield { ...row, rows: JSON.parse(rows) as RawRow[] };
  }
}

/** The rows stay counted, and say nothing. */
export function blankRefusal({ db }: Archive, { id, order, rows }: Pick<StoredRefusal, 'id' | 'order' | 'rows'>): void {
  const blank = rows.map((row) => ({ ...row, cells: [] }));
  db.prepare('UPDATE refusals SET order_number = ?, value = NULL, rows = ? WHERE refusal_id = ?').run(
    order,
    JSON.stringify(blank),
    id,
  );
}

/** Free text by table and column. Of what follows an outcome is told by what set it off. */
const FREE: readonly (readonly [table: string, column: string, key: string])[] = [
  ['notes', 'text', 'note_id'],
  ['tag_facts', 'reason', 'tag_fact_id'],
  ['consents', 'note', 'consent_id'],
  ['touches', 'note', 'touch_id'],
  ['followup_outcomes', 'note', 'play || char(0) || occurrence'],
  ['suppressions', 'reason', 'suppression_id'],
  ['overrides', 'reason', 'override_id'],
  ['profiles', 'note', 'profile_id'],
  ['profiles', 'blacklist', 'profile_id'],
  // JSON, of which only texts are cut.
  ['profiles', 'own', 'profile_id'],
];

/** Gives every free text a chance to be another; how many are. */
export function changeTexts({ db }: Archive, changed: (text: string) => string): number {
  let count = 0;
  for (const [table, column, key] of FREE) {
    const rows = db
      .prepare(`SELECT ${key} AS key, ${column} AS text FROM ${table} WHERE ${column} IS NOT NULL AND ${column} <> ''`)
      .all() as { readonly key: number | string; readonly text: string }[];
    const write = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`);
    for (const { key: which, text } of rows) {
      const text2 = changed(text);
      if (text2 !== text) count += write.run(text2, which).changes;
    }
  }
  return count;
}
