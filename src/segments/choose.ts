/** The customers a command is about: a segment, a condition, a list from a file, or named ones. The same everywhere. */
import { resolveCustomer } from '../customers/resolve.ts';
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { compileWhere } from './compile.ts';
import { definitionNames, definitionOf } from './definitions.ts';
import { nearest } from '../values/nearest.ts';
import { membersWhere } from './queries.ts';
import { SegmentError } from './segment-error.ts';
import type { Sql } from './sql.ts';

export interface Choice {
  readonly segment?: string | undefined;
  readonly where?: string | undefined;
  readonly customers?: readonly string[] | undefined;
}

/** Several ways together narrow the choice. */
export interface Chosen {
  /** Ascending, without repetition. */
  readonly customers: readonly number[];
  /** Whether all of them were there on that day: whoever was named may have come later. */
  readonly ofDay: boolean;
  /** Named customers nobody answers to, or several do. */
  readonly unknown: readonly string[];
}

/** The query that a segment is. Throws SegmentError for a name none has. */
export function inSegment(archive: Archive, name: string): string {
  const found = definitionOf(archive, name);
  if (found) return found.where;
  throw unknownSegment(archive, name);
}

export function compileSegment(archive: Archive, name: string, population: Population): Sql {
  return compileWhere(archive, inSegment(archive, name), population);
}

/** With the nearest name there is. */
export function unknownSegment(archive: Archive, name: string): SegmentError {
  const near = nearest(name, definitionNames(archive));
  return new SegmentError('unknown_segment', name, { start: 0, end: name.length }, { nearest: near });
}

/** temp.measures must stand for the population. Without any choice it is everybody, whoever has not ordered yet included. */
export function chooseCustomers(archive: Archive, population: Population, choice: Choice): Chosen {
  const sets: number[][] = [];
  const unknown: string[] = [];
  if (choice.segment !== undefined)
    sets.push(membersWhere(archive, compileSegment(archive, choice.segment, population)));
  if (choice.where !== undefined) sets.push(membersWhere(archive, compileWhere(archive, choice.where, population)));
  if (choice.customers !== undefined) {
    const named: number[] = [];
    for (const who of choice.customers) {
      const found = resolveCustomer(archive, who);
      if (typeof found === 'number') named.push(found);
      else unknown.push(who);
    }
    sets.push(named);
  }
  if (sets.length === 0) sets.push(membersWhere(archive, { sql: '1', params: { until: population.until } }));
  const ofDay = sets.length > 1 || choice.customers === undefined;
  const [first = [], ...others] = sets;
  // Members come in order, each once.
  if (others.length === 0 && ofDay) return { customers: first, ofDay, unknown };
  const rest = others.map((set) => new Set(set));
  const customers = [...new Set(first)]
    .filter((customer) => rest.every((other) => other.has(customer)))
    .toSorted((a, b) => a - b);
  return { customers, ofDay, unknown };
}
