/** What a query can name, on one day: its currency, and the segments there are. */
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { builtins } from './builtins.ts';
import { check } from './check.ts';
import type { Condition } from './condition.ts';
import { parse } from './grammar.ts';
import type { Scope } from './scalar.ts';
import { sourceOfSegment } from './source-of.ts';

export function scopeOf(archive: Archive, { asOf, until, currency }: Population): Scope {
  return {
    asOf,
    until,
    currency,
    segment: (name) => sourceOfSegment(archive, name),
    segmentNames: () => builtins.map(({ name }) => name),
  };
}

/** Checked, and not yet resolved. Throws SegmentError. */
export function conditionOf(archive: Archive, source: string, population: Population): Condition {
  return check(parse(source), source, scopeOf(archive, population));
}
