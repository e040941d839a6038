/** The rule of a level: who satisfies it, and the queries it is made of. */
import type { Population } from '../measures/population.ts';
import { quote } from '../segments/print.ts';
import { asksAbout } from '../segments/asks-about.ts';
import { chooseCustomers } from '../segments/choose.ts';
import { SegmentError } from '../segments/segment-error.ts';
import { definitionOf } from '../segments/definitions.ts';
import type { Archive } from '../store/open.ts';
import type { Level } from './queries.ts';

export type LevelRule = Pick<Level, 'name' | 'segment' | 'condition'>;

/** A rule that cannot be asked: its segment may be gone by now. */
export class BrokenLevel extends Error {
  readonly level: string;
  readonly error: SegmentError;

  constructor(level: string, error: SegmentError) {
    super(`level ${level}: ${error.message}`);
    this.level = level;
    this.error = error;
  }
}

/** temp.measures must stand for the population. Throws BrokenLevel. */
export function satisfying(archive: Archive, population: Population, rule: LevelRule): readonly number[] {
  const choice = { segment: rule.segment ?? undefined, where: rule.condition ?? undefined };
  try {
    return chooseCustomers(archive, population, choice).customers;
  } catch (error) {
    throw error instanceof SegmentError ? new BrokenLevel(rule.name, error) : error;
  }
}

/** The rule as one would type it. */
export const ruleText = ({ segment, condition }: Omit<LevelRule, 'name'>): string =>
  condition ?? `in_segment(${quote(segment ?? '')})`;

/** The query of a rule, and those of all segments it names, if only by way of others. */
export function sourcesOf(archive: Archive, { segment, condition }: Omit<LevelRule, 'name'>): string[] {
  const sources = new Map<string, string>();
  const add = (name: string): void => {
    const found = sources.has(name) ? undefined : definitionOf(archive, name);
    if (!found) return;
    sources.set(name, found.where);
    asksAbout(found.where).segments.forEach(add);
  };
  if (segment !== null) add(segment);
  if (condition !== null) asksAbout(condition).segments.forEach(add);
  return [...(condition === null ? [] : [condition]), ...sources.values()];
}

/** Whether it can only be asked of everybody together. */
export const isRelative = (sources: readonly string[]): boolean => sources.some((source) => asksAbout(source).relative);
