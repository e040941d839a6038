/** The line that removes a file that was set aside as it was, because nothing can be made of it any more. */
import { existsSync } from 'node:fs';
import { shellLine } from '../output/shell-word.ts';

/** With what SQLite kept beside it, which can be read like it. */
export function removalLine(path: string): string {
  return shellLine(['rm', ...[path, `${path}-wal`, `${path}-journal`].filter((name) => existsSync(name))]);
}
