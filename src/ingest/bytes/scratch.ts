/** A folder for temporary files that only its owner can enter, made when the first is wanted. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../store/temporary.ts';

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
    this.#folder ??= temporaryFolder();
    return join(this.#folder, name);
  }

  dispose(): void {
    this.#signal?.removeEventListener('abort', this.#dispose);
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }
}
