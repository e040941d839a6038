/** SQL of which fields of their own sellers have. */
import { OWN_PREFIX } from '../customers/edit-fields.ts';
import type { Archive } from '../store/open.ts';

/** Of files that stand and of edits, in order. */
export function ownFieldNames({ db }: Archive): string[] {
  return db
    .prepare(`
      SELECT j.key AS name FROM profiles p JOIN imports i USING (import_id), json_each(p.own) j WHERE i.undone_at IS NULL
      UNION SELECT substr(field, ${OWN_PREFIX.length + 1}) FROM edits WHERE field GLOB '${OWN_PREFIX}*'
      ORDER BY name`)
    .pluck()
    .all() as string[];
}
