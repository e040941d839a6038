/** Notices a file that is written to while it is read: its passes would not see the same bytes, nor those it is known by. */
import { statSync } from 'node:fs';
import { FileRefused } from '../refusal.ts';

/** Which file it is and when it was last written to; the time of the change shows what sets that of the writing back. */
export function stampOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ') : '';
}

/** `stamp` was taken before the file was first read. Throws FileRefused. */
export function assertSteady({ path, stamp }: { readonly path: string; readonly stamp: string }): void {
  if (stampOf(path) !== stamp) throw new FileRefused('changed_meanwhile');
}
