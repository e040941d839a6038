/** SQL of the titles and SKUs that were bought, each once: few are on very many lines. */
import { keepPopulation, readPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';

/** More titles and SKUs than this are not worth keeping apart from the lines. */
const MOST_BOUGHT = 20_000;

/** Whether anything goes by a title or an SKU, called `value` in `holds`, that holds `:text`. True as well where that is not known. */
export function isBought(archive: Archive, holds: string, text: string): boolean {
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
  if (names === '') return true;
  return (
    archive.db.prepare(`SELECT 1 FROM json_each(:names) WHERE ${holds} LIMIT 1`).get({ names, text }) !== undefined
  );
}
