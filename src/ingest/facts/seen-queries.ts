/** SQL of the files that were met before, whatever became of them. */
import type { Archive } from '../../store/open.ts';
import { READER_VERSION } from '../reader-version.ts';

/** Whether a file of this content was taken, also if it was taken back since, or refused whole when it was read so. */
export function wasSeen({ db }: Archive, hash: string, settings: string): boolean {
  const found = db
    .prepare(
      `SELECT 1 FROM imports WHERE file_hash = :hash
       UNION ALL SELECT 1 FROM files_refused WHERE file_hash = :hash AND settings = :settings AND reader_version = :reader LIMIT 1`,
    )
    .get({ hash, settings, reader: READER_VERSION });
  return found !== undefined;
}

export interface RefusedFile {
  readonly name: string;
  readonly hash: string;
  readonly reason: string;
  /** UTC seconds. */
  readonly at: number;
}

export function noteRefusedFile(archive: Archive, file: RefusedFile, settings: string): void {
  archive.write(() =>
    archive.db
      .prepare(
        `INSERT INTO files_refused (file_hash, settings, reader_version, file_name, reason, refused_at)
         VALUES (:hash, :settings, :reader, :name, :reason, :at) ON CONFLICT DO NOTHING`,
      )
      .run({ ...file, settings, reader: READER_VERSION }),
  );
}
