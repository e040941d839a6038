/** A saved map by its name. */
import type { Context } from '../context.ts';
import { DataError } from '../errors.ts';
import type { SavedMap } from '../ingest/facts/map-queries.ts';
import type { Archive } from '../store/open.ts';

/** Throws DataError, which names those there are. */
export async function mapNamed({ words }: Context, archive: Archive, name: string): Promise<SavedMap> {
  const { savedMaps } = await import('../ingest/facts/map-queries.ts');
  const maps = savedMaps(archive);
  const found = maps.find((map) => map.name === name);
  if (found) return found;
  throw new DataError(words.ingest.unknownMap(name, maps.map((map) => map.name).join(', ')), { code: 'unknown_map' });
}
