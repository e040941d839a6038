/** SQL of the files that were met before, whatever became of them. */
import type { Archive } from '../../store/open.ts';

/** Whether a file of this content was taken, also if it was taken back since, or refused whole. */
export function wasSeen({ db }: Archive, hash: string): boolean {
  return (
    db
      .prepare(
        'SELECT 1 FROM imports WHERE file_hash = :hash UNION ALL SELECT 1 FROM files_refused WHERE file_hash = :hash LIMIT 1',
      )
      .get({ hash }) !== undefined
  );
}

/** `at` is UTC seconds. */
export function noteRefusedFile(
  archive: Archive,
  file: { name: string; hash: string; reason: string; at: number },
): void {
  archive.write(() =>
    archive.db
      .prepare(
        'INSERT INTO files_refused (file_hash, file_name, reason, refused_at) VALUES (:hash, :name, :reason, :at) ON CONFLICT DO NOTHING',
      )
      .run(file),
  );
}
