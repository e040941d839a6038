/** A folder for temporary files that only its owner can enter, made when the first is wanted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class Scratch {
  #folder: string | undefined;

  path(name: string): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'regulars-'));
    return join(this.#folder, name);
  }

  dispose(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }
}
