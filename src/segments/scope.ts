/** What a query can name, on one day: its currency, and the segments there are. */
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { check } from './check.ts';
import type { Condition } from './condition.ts';
import { type Definition, definitionNames, definitionOf } from './definitions.ts';
import { parse } from './grammar.ts';
import type { Scope } from './scalar.ts';

/** A segment by its name; undefined where none has it. */
export type Named = (name: string) => Pick<Definition, 'name' | 'where'> | undefined;

/** `named` says what segments there are, where they are not those of the archive. */
export function scopeOf(archive: Archive, { asOf, until, currency }: Population, named?: Named): Scope {
  return {
    asOf,
    until,
    currency,
    segment: named ?? ((name) => definitionOf(archive, name)),
    segmentNames: () => definitionNames(archive),
  };
}

/** Checked, and not yet resolved. Throws SegmentError. */
export function conditionOf(archive: Archive, source: string, population: Population, named?: Named): Condition {
  return check(parse(source), source, scopeOf(archive, population, named));
}
