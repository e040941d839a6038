/** For going through much of an archive once: memory that would save no time. */
import { setFlagsFromString } from 'node:v8';
import type { Archive } from './open.ts';

export function littleMemory({ db }: Pick<Archive, 'db'>): void {
  // To keep 64 MB of it at hand saves nothing.
  db.pragma('cache_size = -16384');
  // Nor does garbage that is left until there is three times as much as is kept.
  setFlagsFromString('--heap-growing-percent=50');
}
