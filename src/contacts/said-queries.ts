/**
 * SQL that notes of a refusal which files had come when it was said, if only again: it was said of whoever these show, and
 * holds for their orders where one of them is taken back (archive/hold-refusals.ts).
 */
import type { Archive } from '../store/open.ts';

const NOW = 'SET after_import = (SELECT max(import_id) FROM imports)';

export function noteRefused({ db }: Archive): (records: readonly number[], channels: readonly string[]) => void {
  const note = db.prepare(`UPDATE consents ${NOW} WHERE record_id = ? AND channel = ? AND status = 'refused'`);
  return (records, channels) => {
    for (const record of records) for (const channel of channels) note.run(record, channel);
  };
}

/** Of customers. */
export function noteSuppressed({ db }: Archive, records: readonly (number | null)[]): void {
  const note = db.prepare(
    `UPDATE suppressions ${NOW} WHERE kind = 'customer' AND hash IS NULL AND record_id = ? AND lifted_at IS NULL`,
  );
  for (const record of records) note.run(record);
}
