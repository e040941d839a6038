/**
 * A folder for temporary files that only its owner can enter, made when the first is wanted. Its name says
 * whose it is, so that what a killed run left is known for that.
 */
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../store/transaction.ts';

const NAME = /^regulars-(\d+)-/;

export class Scratch {
  #folder: string | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #dispose = () => this.dispose();

  /** Removed at the signal: what waits for a pipe ends with the process, and may not come to remove it. */
  constructor(signal?: AbortSignal) {
    this.#signal = signal;
    // Windows removes no open file.
    if (process.platform !== 'win32') signal?.addEventListener('abort', this.#dispose);
  }

  path(name: string): string {
    this.#signal?.throwIfAborted();
    this.#folder ??= mkdtempSync(join(tmpdir(), `regulars-${process.pid}-`));
    return join(this.#folder, name);
  }

  dispose(): void {
    this.#signal?.removeEventListener('abort', this.#dispose);
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }
}

/** Removes what runs of this user that were killed have left. */
export function removeAbandoned(): void {
  const mine = process.getuid?.();
  for (const name of entriesOf(tmpdir())) {
    const writer = NAME.exec(name)?.[1];
    if (writer === undefined || isAlive(Number(writer))) continue;
    const folder = join(tmpdir(), name);
    const uid = lstatSync(folder, { throwIfNoEntry: false })?.uid;
    if (uid !== undefined && (mine === undefined || uid === mine)) rmSync(folder, { recursive: true, force: true });
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Whoever needs it says so.
    return [];
  }
}
