/** What is kept of all customers together, against what follows from their orders now. */
import { isKeptRight } from '../measures/gather.ts';
import { isSearchRight } from '../search/kept-search.ts';
import type { Archive } from '../store/open.ts';
import type { Check } from './finding.ts';

export function* checkKept(archive: Archive): Check {
  if (!isKeptRight(archive)) yield { name: 'measures_kept_wrong', example: 'cut points and limits' };
  if (!isSearchRight(archive)) yield { name: 'measures_kept_wrong', example: 'texts and products' };
}
