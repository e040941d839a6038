/** Of the files in a folder those that were not met before, for a run at night. */
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Context } from '../context.ts';
import { DataError, type KnownError } from '../errors.ts';
import type { RefusedFile } from '../ingest/facts/seen-queries.ts';
import type { IngestRequest } from '../ingest/ingest-file.ts';
import type { Archive } from '../store/open.ts';

/** A file written to so shortly ago may not be whole yet: it is left for the next run. Seconds. */
const SETTLED = 5;

export class Unseen {
  readonly #context: Context;
  readonly #request: IngestRequest;
  readonly #archive: () => Archive | undefined;
  readonly #hashes = new Map<string, string>();
  readonly #refused: RefusedFile[] = [];

  constructor(context: Context, request: IngestRequest, archive: () => Archive | undefined) {
    this.#context = context;
    this.#request = request;
    this.#archive = archive;
  }

  async of(files: readonly string[]): Promise<string[]> {
    const { wasSeen } = await import('../ingest/facts/seen-queries.ts');
    const { folder, signal } = this.#context;
    const { settingsKey } = await import('../ingest/ingest-file.ts');
    const settings = settingsKey(this.#request);
    const archive = this.#archive();
    const unseen: string[] = [];
    for (const file of files) {
      const path = resolve(folder, file);
      if (!this.settled(file)) continue;
      signal.throwIfAborted();
      const hash = await hashOf(path);
      if (hash !== undefined) this.#hashes.set(file, hash);
      if (hash === undefined || !archive || !wasSeen(archive, hash, settings)) unseen.push(file);
    }
    return unseen;
  }

  /** Asked again when its turn comes: others may have taken long. */
  settled(file: string): boolean {
    const { clock, folder, io, words } = this.#context;
    const age = (clock().getTime() - (statSync(resolve(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0)) / 1000;
    if (age < 0 || age >= SETTLED) return true;
    io.say(words.ingest.justWritten(file));
    return false;
  }

  /** A file that could not be taken is told of once; one that waits for a flag, at every run. */
  refused(file: string, error: KnownError): void {
    const hash = this.#hashes.get(file);
    const at = Math.floor(this.#context.now().getTime() / 1000);
    // Written to while it was read, it may be whole the next time.
    if (hash !== undefined && isFinal(error))
      this.#refused.push({ name: basename(file), hash, reason: error.details.code, at });
  }

  async remember(open: () => Promise<Archive>): Promise<void> {
    if (this.#refused.length === 0) return;
    const { noteRefusedFile } = await import('../ingest/facts/seen-queries.ts');
    const { settingsKey } = await import('../ingest/ingest-file.ts');
    const archive = await open();
    for (const file of this.#refused) noteRefusedFile(archive, file, settingsKey(this.#request));
  }
}

/** What to do with it is known, and that it must be done by hand. */
function isFinal(error: KnownError): boolean {
  const { code } = error.details;
  return code === 'no_header' || (error instanceof DataError && code !== 'changed_meanwhile');
}

/** As an import keeps it; undefined where it cannot be read: taking it will say why. */
async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return undefined;
  }
  return hash.digest('hex');
}
