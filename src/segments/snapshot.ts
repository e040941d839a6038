/** A snapshot of a segment: whom its rule finds on a day, kept with the rule. */
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { compileSegment } from './choose.ts';
import { type Definition, definitionOf } from './definitions.ts';
import { membersWhere, sizeWhere } from './queries.ts';
import { segmentsIn } from './references.ts';
import { type Found, lastImport, takeSnapshot } from './snapshot-queries.ts';

/** temp.measures must stand for the population; `at` is UTC seconds. Throws SegmentError. */
export function snapshotSegment(archive: Archive, definition: Definition, population: Population, at: number) {
  const found = findMembers(archive, definition, population, at);
  return { ...takeSnapshot(archive, definition, found), customers: found.customers.length, net: found.net };
}

/** What a snapshot would hold of it, to be taken later. */
export function findMembers(archive: Archive, definition: Definition, population: Population, at: number): Found {
  const condition = compileSegment(archive, definition.name, population);
  const customers = membersWhere(archive, condition);
  const { net } = sizeWhere(archive, condition);
  const { asOf, currency } = population;
  const rules = ruleClosure(archive, definition);
  return { customers, net, asOf, currency, rules, at, lastImport: lastImport(archive) };
}

/** JSON of name and rule of the segment and of every saved one it follows from, by name behind it. */
export function ruleClosure(archive: Archive, definition: Definition): string {
  const rules = new Map([[definition.name, definition.where]]);
  const visit = (where: string): void => {
    for (const name of segmentsIn(where)) {
      const found = definitionOf(archive, name);
      if (found?.kind !== 'saved' || rules.has(found.name)) continue;
      rules.set(found.name, found.where);
      visit(found.where);
    }
  };
  visit(definition.where);
  const [own, ...others] = [...rules];
  return JSON.stringify([own, ...others.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}
