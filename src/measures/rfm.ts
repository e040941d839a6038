/**
 * Recency, frequency and monetary scores from 1 to 5, 5 best. A score is one more than the number of
 * cut points strictly below the value, so equal values always score alike; ranking customers one by
 * one (NTILE) would split them by chance. Cut points are the type-7 quantiles at 20, 40, 60 and 80 %;
 * a dimension with fewer than five distinct values takes fixed ones.
 */
import { type Between, quantile, quantileBetween, valueBetween } from './quantiles.ts';

export type Score = 1 | 2 | 3 | 4 | 5;
export type Dimension = 'recency' | 'frequency' | 'monetary';

export interface CutPoints {
  /** Four ascending values. */
  readonly points: readonly number[];
  readonly origin: 'quantiles' | 'fixed';
}

/** Days, orders, and multiples of the median amount: what is used when a dimension says too little. */
export const FIXED_CUTS = {
  recency: [30, 90, 180, 365],
  frequency: [1, 2, 3, 5],
  monetary: [0.5, 1, 2, 4],
} as const satisfies Readonly<Record<Dimension, readonly number[]>>;

const SHARES = [0.2, 0.4, 0.6, 0.8];
const LEVELS = 5;

export function cutPoints(dimension: Dimension, values: readonly number[]): CutPoints {
  const sorted = values.toSorted((a, b) => a - b);
  if (new Set(sorted).size >= LEVELS)
    return { points: SHARES.map((share) => quantile(sorted, share)), origin: 'quantiles' };
  const unit = dimension === 'monetary' && sorted.length > 0 ? quantile(sorted, 0.5) : 1;
  // The median amount is below nothing where most was paid back.
  return { points: FIXED_CUTS[dimension].map((point) => point * unit).toSorted((a, b) => a - b), origin: 'fixed' };
}

/** Where the cut points of days lie, so that they can be found for another day: null where they are fixed. */
export function cutsBetween(days: readonly number[]): Between[] | null {
  const sorted = days.toSorted((a, b) => a - b);
  return new Set(sorted).size < LEVELS ? null : SHARES.map((share) => quantileBetween(sorted, share));
}

/** The cut points of recency so many days later, when everybody's last order is as many days further back. */
export function cutsLater(between: readonly Between[] | null, cuts: CutPoints, days: number): CutPoints {
  if (between === null) return cuts;
  const points = between.map(({ low, high, part }) => valueBetween({ low: low + days, high: high + days, part }));
  return { points, origin: 'quantiles' };
}

/** Frequency and monetary value: more is better. */
export function scoreHigh(value: number, cuts: CutPoints): Score {
  return (1 + cuts.points.filter((point) => point < value).length) as Score;
}

/** Recency in days: less is better. */
export function scoreLow(value: number, cuts: CutPoints): Score {
  return (LEVELS + 1 - scoreHigh(value, cuts)) as Score;
}

export const RFM_GROUPS = [
  'champions',
  'loyal',
  'potential_loyalist',
  'new_customers',
  'promising',
  'need_attention',
  'about_to_sleep',
  'at_risk',
  'cant_lose',
  'hibernating',
] as const;
export type RfmGroup = (typeof RFM_GROUPS)[number];

/** Row: recency 1 to 5; column: frequency 1 to 5. Every cell has exactly one group. */
export const RFM_GRID: readonly (readonly RfmGroup[])[] = [
  ['hibernating', 'hibernating', 'at_risk', 'at_risk', 'cant_lose'],
  ['hibernating', 'hibernating', 'at_risk', 'at_risk', 'cant_lose'],
  ['about_to_sleep', 'about_to_sleep', 'need_attention', 'loyal', 'loyal'],
  ['promising', 'potential_loyalist', 'potential_loyalist', 'loyal', 'loyal'],
  ['new_customers', 'potential_loyalist', 'potential_loyalist', 'champions', 'champions'],
];

export function rfmGroup(recency: Score, frequency: Score): RfmGroup {
  return (RFM_GRID[recency - 1] as readonly RfmGroup[])[frequency - 1] as RfmGroup;
}
