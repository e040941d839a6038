/**
 * What is true of all customers together, kept in the archive. Once no order lies after the day that is
 * asked for, it is the same on every later day but for how long ago everybody ordered last.
 */
import { keepPopulation, readPopulation } from '../store/kept-population.ts';
import type { Archive } from '../store/open.ts';
import { daysBetween } from '../values/days.ts';
import type { Population } from './population.ts';
import { keepMeasures } from './kept-queries.ts';
import type { Between } from './quantiles.ts';
import type { MeasuresRow } from './queries.ts';
import { cutsLater } from './rfm.ts';

/** Of measures, cut points, limits and medians: to be raised when any is worked out in another way, so that what was kept before is not taken for it. */
const RULES = 2;

export interface Kept {
  readonly rules: number;
  /** The latest day anybody ordered on. */
  readonly lastDay: string;
  /** As of a day that no order lies after. */
  readonly population: Omit<Population, 'until'>;
  /** Of the cut points of recency on that day. */
  readonly recency: readonly Between[] | null;
}

/** Undefined where nothing is kept, or other rules made it. */
export function keptIn(archive: Archive): Kept | undefined {
  const { kept } = readPopulation(archive);
  if (kept === null) return undefined;
  const found = JSON.parse(kept) as Kept;
  return found.rules === RULES ? found : undefined;
}

/** Undefined for a day that orders lie after: what was kept knows of them. */
export function keptOn(kept: Kept, asOf: string): Omit<Population, 'until'> | undefined {
  const { lastDay, population, recency } = kept;
  if (asOf < lastDay) return undefined;
  const days = daysBetween(population.asOf, asOf);
  return {
    ...population,
    asOf,
    cuts: { ...population.cuts, recency: cutsLater(recency, population.cuts.recency, days) },
  };
}

/**
 * Keeps it when the archive is closed, unless anything has changed since `changes` was read, or the file
 * cannot be written to just then: it would only have spared the next reader some time.
 */
export function keep(archive: Archive, changes: number, kept: Omit<Kept, 'rules'>, rows: readonly MeasuresRow[]): void {
  const text = JSON.stringify({ rules: RULES, ...kept } satisfies Kept);
  archive.afterwards((db) => {
    if (keepPopulation({ db }, { changes, kept: text })) keepMeasures({ db }, rows);
  });
}
