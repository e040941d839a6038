/** Notices a file that is written to while it is read: its passes would not see the same bytes, nor those it is known by. */
import { statSync } from 'node:fs';
import { FileRefused } from '../refusal.ts';
import type { Source } from './source.ts';

/** Gives a check for the end of reading. Both throw FileRefused. */
export function steady({ path, size }: Source): () => void {
  const before = statSync(path, { throwIfNoEntry: false });
  const assertSame = () => {
    const now = statSync(path, { throwIfNoEntry: false });
    if (now?.size !== size || now.mtimeMs !== before?.mtimeMs) throw new FileRefused('changed_meanwhile');
  };
  assertSame();
  return assertSame;
}
