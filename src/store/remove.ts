/** Takes back an archive that was made for an ingest which then failed. */
import { rmSync } from 'node:fs';
import type { Archive } from './open.ts';

export function isEmptyArchive(archive: Archive): boolean {
  return archive.db.open && Number(archive.db.prepare('SELECT count(*) FROM imports').pluck().get()) === 0;
}

export function removeArchive(archive: Archive): void {
  archive.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(archive.path + suffix, { force: true });
}
