/** Which figures a group, a stage, a band or a score takes, as all customers stand on the day. Pure. */
import { LATENESS_LIMITS, LIFECYCLE_STAGES, lifecycleStage, REGULAR_FROM_ORDERS } from '../measures/lifecycle.ts';
import type { Population } from '../measures/population.ts';
import { type Dimension, RFM_GRID, type Score } from '../measures/rfm.ts';
import { VALUE_BANDS } from '../measures/value-bands.ts';
import { compare } from './compare.ts';
import type { Test } from './condition.ts';

/** What they follow from: days, orders, minor units. Null of who has not ordered. */
export interface Figures {
  readonly number_of_orders: number;
  readonly amount_spent: number;
  readonly recency_days: number | null;
  readonly rhythm_days: number | null;
}

/** A figure that has to lie elsewhere than it does, in whole units, both ends included. */
export interface Bound {
  readonly field: (typeof MOVABLE)[number];
  readonly least?: number;
  readonly most?: number;
  readonly now: number | null;
}

type Range = readonly [least: number, most: number];
type Cell = { readonly value: string | number } & Partial<Readonly<Record<Bound['field'], Range>>>;

/** Whoever has not ordered has no score, group or band. */
const ANY: Range = [1, Infinity];
const MOVABLE = ['number_of_orders', 'recency_days', 'amount_spent'] as const;

/** The fewest figures that have to change for the test to hold, or not to; undefined where it asks of something else, or no figures would do. */
export function takes(
  { asked, operator, values }: Test,
  wanted: boolean,
  figures: Figures,
  population: Population,
): readonly Bound[] | undefined {
  const ways = cellsOf(asked.field.name, figures, population)
    .filter((cell) => compare(cell.value, operator, values) === wanted && canBe(cell))
    .map((cell) => boundsOf(cell, figures))
    .filter((bounds) => bounds.length > 0);
  if (ways.length === 0) return undefined;
  const best = ways.reduce((nearest, way) => (farness(way) < farness(nearest) ? way : nearest));
  const [bound, another] = best;
  return bound && !another ? [widened(bound, ways)] : best;
}

/** With the ranges that follow on it and would do as well. */
function widened(bound: Bound, ways: readonly (readonly Bound[])[]): Bound {
  const others = ways.flatMap(([one, another]) => (one?.field === bound.field && !another ? [one] : []));
  const after = others.find(({ least }) => least !== undefined && bound.most !== undefined && least === bound.most + 1);
  const before = others.find(({ most }) => most !== undefined && bound.least !== undefined && most === bound.least - 1);
  if (!after && !before) return bound;
  const { least, most, ...same } = bound;
  const [low, high] = [before ? before.least : least, after ? after.most : most];
  const wider = {
    ...same,
    ...(low === undefined ? {} : { least: low }),
    ...(high === undefined ? {} : { most: high }),
  };
  return widened(wider, ways);
}

/** Every value that the field can have, with the figures that give it. */
function cellsOf(name: string, figures: Figures, { cuts, bands }: Population): Cell[] {
  const scores = [1, 2, 3, 4, 5] as const;
  const high = (dimension: Dimension, score: Score): Range => {
    const { points } = cuts[dimension];
    return [above(points[score - 2] ?? -Infinity), Math.floor(points[score - 1] ?? Infinity)];
  };
  const recency = (score: Score) => high('recency', (6 - score) as Score);
  const counted = (score: Score): Range => {
    const [least, most] = high('frequency', score);
    return [Math.max(1, least), most];
  };
  switch (name) {
    case 'recency_score':
      return scores.map((value) => ({ value, recency_days: recency(value), number_of_orders: ANY }));
    case 'frequency_score':
      return scores.map((value) => ({ value, number_of_orders: counted(value) }));
    case 'monetary_score':
      return scores.map((value) => ({ value, amount_spent: high('monetary', value), number_of_orders: ANY }));
    case 'rfm_group':
      return RFM_GRID.flatMap((row, r) =>
        row.map((value, f) => ({
          value,
          recency_days: recency((r + 1) as Score),
          number_of_orders: counted((f + 1) as Score),
        })),
      );
    case 'lifecycle_stage':
      return stages(figures.rhythm_days);
    case 'value_band': {
      let below = Infinity;
      return VALUE_BANDS.map((value) => {
        const least = value === 'small' ? -Infinity : (bands[value] ?? Infinity);
        const range: Range = [least, below - 1];
        below = Math.min(below, least);
        return { value, amount_spent: range, number_of_orders: ANY };
      });
    }
    default:
      return [];
  }
}

/** By the number of orders as it could be, at the rhythm there is. */
function stages(rhythm: number | null): Cell[] {
  const limits = [0, ...Object.values(LATENESS_LIMITS), Infinity];
  const counts: Range[] = [
    [1, 1],
    [2, REGULAR_FROM_ORDERS - 1],
    [REGULAR_FROM_ORDERS, Infinity],
  ];
  const ordered = counts.flatMap((number_of_orders) =>
    limits.slice(1).map((limit, at): Cell => {
      const lateness = limit === Infinity ? Number.MAX_VALUE : limit;
      const value = lifecycleStage(number_of_orders[0], lateness);
      if (rhythm === null) return { value, number_of_orders };
      const least = at === 0 ? -Infinity : above((limits[at] as number) * rhythm);
      return { value, number_of_orders, recency_days: [least, Math.floor(limit * rhythm)] };
    }),
  );
  return [{ value: LIFECYCLE_STAGES[0], number_of_orders: [0, 0] }, ...ordered];
}

const above = (limit: number): number => Math.floor(limit) + 1;

/** Cut points may fall together, and a band may be empty. */
const canBe = (cell: Cell): boolean =>
  MOVABLE.every((field) => {
    const [least, most] = cell[field] ?? ANY;
    return least <= most && least < Infinity;
  });

function boundsOf(cell: Cell, figures: Figures): Bound[] {
  return MOVABLE.flatMap((field) => {
    const [least, most] = cell[field] ?? [-Infinity, Infinity];
    const now = figures[field];
    if (now !== null && now >= least && now <= most) return [];
    if (now === null && least === -Infinity && most === Infinity) return [];
    return [
      {
        field,
        ...(Number.isFinite(least) ? { least } : {}),
        ...(Number.isFinite(most) ? { most } : {}),
        now,
      },
    ];
  });
}

/** Fewer figures first, then those that have to move less of what they are. */
function farness(bounds: readonly Bound[]): number {
  return bounds.reduce((sum, { least = -Infinity, most = Infinity, now }) => {
    const away = now === null ? 1 : Math.max(least - now, now - most) / Math.max(1, Math.abs(now));
    return sum + 1000 + Math.min(away, 999);
  }, 0);
}
