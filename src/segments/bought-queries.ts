/** SQL of the titles and SKUs that were bought, each once: few are on very many lines. */
import { keepPopulation, readPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';

/** More titles and SKUs than this are not worth keeping apart from the lines. */
const MOST_BOUGHT = 20_000;

/**
 * The titles and SKUs, called `value` in `holds`, that hold `:text`, as a JSON array; undefined where there are too
 * many of all to be kept apart from the lines.
 */
export function boughtNames(archive: Archive, holds: string, text: string): string | undefined {
  const { changes, bought } = readPopulation(archive);
  let names = bought;
  if (names === null) {
    const found = archive.db
      .prepare('SELECT title FROM version_lines UNION SELECT sku FROM version_lines WHERE sku IS NOT NULL LIMIT ?')
      .pluck()
      .all(MOST_BOUGHT + 1);
    names = found.length > MOST_BOUGHT ? '' : JSON.stringify(found);
    const kept = { changes, bought: names };
    archive.afterwards((db) => keepPopulation({ db }, kept));
  }
  if (names === '') return undefined;
  const held = archive.db.prepare(`SELECT value FROM json_each(:names) WHERE ${holds}`).pluck().all({ names, text });
  return JSON.stringify(held);
}
