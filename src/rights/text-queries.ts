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

/** Free text by table and column; `name` is one that somebody else may bear as well. Of what follows an outcome is told by what set it off. What things are called, and their rules: name-queries.ts. */
const FREE: readonly (readonly [table: string, column: string, key: string, holds?: 'name' | 'json'])[] = [
  ['notes', 'text', 'note_id'],
  ['tag_facts', 'reason', 'tag_fact_id'],
  ['tag_facts', 'removed_reason', 'tag_fact_id'],
  ['tag_follows', 'reason', 'tag_follow_id'],
  ['point_entries', 'reason', 'point_entry_id'],
  ['segment_acts', 'aim', 'segment_id || char(0) || step'],
  ['segment_acts', 'why', 'segment_id || char(0) || step'],
  ['play_acts', 'why', 'name || char(0) || step'],
  ['consents', 'note', 'consent_id'],
  ['consents', 'proof', 'consent_id'],
  ['consents', 'file_name', 'consent_id'],
  ['edits', 'value', "iif(field GLOB 'own:*', edit_id, NULL)"],
  ['edits', 'value', "iif(field GLOB 'own:*', NULL, edit_id)", 'name'],
  ['touches', 'note', 'touch_id'],
  ['contact_lists', 'recipient', 'list_id'],
  ['contact_lists', 'series', 'list_id', 'json'],
  ['followup_outcomes', 'note', 'outcome_id'],
  ['suppressions', 'reason', 'suppression_id'],
  ['overrides', 'reason', 'override_id'],
  ['profiles', 'nickname', 'nickname', 'name'],
  ['profiles', 'tags', 'tags', 'json'],
  ['profiles', 'note', 'profile_id'],
  ['profiles', 'blacklist', 'profile_id'],
  ['profiles', 'own', 'profile_id', 'json'],
  ['imports', 'file_name', 'import_id'],
  ['files_refused', 'file_name', 'file_hash || char(0) || settings || char(0) || reader_version'],
];

/** All of them as they stand, but for names that somebody else may bear. */
export function* freeTexts({ db }: Archive): Generator<string> {
  for (const [table, column, key, holds] of FREE)
    if (holds !== 'name')
      yield* db
        .prepare(`SELECT DISTINCT ${column} FROM ${table} WHERE ${key} IS NOT NULL AND ${column} <> ''`)
        .pluck()
        .iterate() as IterableIterator<string>;
}

/** Gives every free text a chance to be another, `isName` says which are names; how many are. */
export function changeTexts(
  { db }: Archive,
  { changed, isName }: { readonly changed: (text: string) => string; readonly isName: (text: string) => boolean },
): number {
  let count = 0;
  for (const [table, column, key, holds] of FREE) {
    const rows = db
      .prepare(
        `SELECT DISTINCT ${key} AS key, ${column} AS text FROM ${table} WHERE ${key} IS NOT NULL AND ${column} IS NOT NULL AND ${column} <> ''`,
      )
      .all() as { readonly key: number | string; readonly text: string }[];
    const write = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`);
    for (const { key: which, text } of rows) {
      if (holds === 'name' && isName(text)) continue;
      const text2 = holds === 'json' ? changedJson(text, changed) : changed(text);
      if (text2 !== text) count += write.run(text2, which).changes;
    }
  }
  db.exec(
    "UPDATE imports SET summary = json_set(summary, '$.file', file_name) WHERE json_valid(summary) AND summary ->> '$.file' <> file_name",
  );
  return count;
}

/** Of lists and objects the texts, not what they are called. */
function changedJson(json: string, changed: (text: string) => string): string {
  let isOther = false;
  const value: unknown = JSON.parse(json, (_, one: unknown) => {
    if (typeof one !== 'string') return one;
    const text = changed(one);
    isOther ||= text !== one;
    return text;
  });
  return isOther ? JSON.stringify(value) : json;
}
