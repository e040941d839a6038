/**
 * Fields whose values follow from queries themselves, as levels do, or are counted elsewhere: whoever works
 * them out says how, once, before the first query is asked.
 */
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';

export type SuppliedField = 'level' | 'points';
/** Of every customer who has one, on the day of temp.measures. */
export type Supplier = (
  archive: Archive,
  population: Population,
) => Iterable<readonly [customer: number, value: string | number]>;

const suppliers = new Map<SuppliedField, Supplier>();

export function supply(field: SuppliedField, supplier: Supplier): void {
  suppliers.set(field, supplier);
}

export function supplied(field: SuppliedField, archive: Archive, population: Population) {
  const supplier = suppliers.get(field);
  if (!supplier) throw new Error(`nobody supplies ${field}`);
  return supplier(archive, population);
}
