/** How many customers have a value today of what a query can ask about. */
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { compileWhere } from './compile.ts';
import type { Described } from './described.ts';
import { ownFieldNames } from './own-field-queries.ts';
import { quote } from './print.ts';
import { membersWhere, sizeWhere } from './queries.ts';

/** temp.measures must stand for the population. */
export function knownOf(archive: Archive, population: Population, { name, known }: Described): number {
  if (name !== 'own_field') return sizeWhere(archive, compileWhere(archive, known, population)).customers;
  return new Set(knownOwn(archive, population).flatMap(({ customers }) => customers)).size;
}

/** Of each field of the seller's own, who has a value. */
export function knownOwn(
  archive: Archive,
  population: Population,
): { readonly name: string; readonly customers: readonly number[] }[] {
  return ownFieldNames(archive).map((name) => {
    const condition = compileWhere(archive, `own_field(${quote(name)}) IS NOT NULL`, population);
    return { name, customers: membersWhere(archive, condition) };
  });
}
