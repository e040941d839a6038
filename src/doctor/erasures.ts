/** Nobody who was forgotten is in the archive again, unless they bought again since; and nothing of them is left on the disk. */
import { erasedPeople } from '../archive/erasures.ts';
import type { Archive } from '../store/open.ts';
import { BREATH, type Check } from './finding.ts';
import { buyersByValue, unfinishedDays } from './erasure-queries.ts';

const OFTEN = 5000;

export function* checkErasures(archive: Archive): Check {
  const people = erasedPeople(archive);
  if (!people) return;
  for (const day of unfinishedDays(archive)) yield { name: 'erasure_unfinished', example: day };
  let seen = 0;
  for (const { record, customer, first, latest, ...known } of buyersByValue(archive)) {
    if (++seen % OFTEN === 0) yield BREATH;
    const at = people.at(known);
    if (at === undefined) continue;
    const isBack = first === null ? (latest ?? 0) <= at : first <= at;
    if (isBack) yield { name: 'forgotten_person_back', example: `#${record}`, subject: String(customer ?? record) };
  }
}
