/** What is written when an archive that was only read is closed: nobody waits for it, and nobody misses it. */
import type Database from 'better-sqlite3';
import { ArchiveReplaced } from './transaction.ts';

type Work = (db: Database.Database) => void;

export class Afterwards {
  readonly #open: (() => Database.Database) | undefined;
  readonly #works: Work[] = [];

  /** `open` a connection that writes and waits for nobody, to the same file or not at all; absent where nothing may be written. */
  constructor(open: (() => Database.Database) | undefined) {
    this.#open = open;
  }

  add(work: Work): void {
    if (this.#open) this.#works.push(work);
  }

  /** Once the archive is closed, so that this connection is the last one and leaves no log beside the file. */
  run(): void {
    const works = this.#works.splice(0);
    if (!this.#open || works.length === 0) return;
    let db: Database.Database | undefined;
    try {
      const writing = (db = this.#open());
      writing
        .transaction(() => {
          for (const work of works) work(writing);
        })
        .immediate();
    } catch (error) {
      // Somebody else is writing, the disk is full, the file may not be written to or has been replaced: whoever comes next does it.
      if (!(error instanceof ArchiveReplaced) && !isOfFile(error)) throw error;
    } finally {
      db?.close();
    }
  }
}

/** SQLITE_ERROR is what SQLite says of a wrong statement. */
function isOfFile(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && code !== 'SQLITE_ERROR';
}
