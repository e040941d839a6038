/** For going through much of an archive once: to keep 64 MB of it at hand takes memory and saves no time. */
import type { Archive } from './open.ts';

export function fewPages({ db }: Pick<Archive, 'db'>): void {
  db.pragma('cache_size = -16384');
}
