/** Where percentiles and ranks lie among everybody's values. Pure. */
import { quantile } from '../measures/quantiles.ts';
import { addDays, daysBetween } from '../values/days.ts';
import type { Scalar } from './scalar.ts';

/** Type-7 quantile of sorted values, of days the day at it or before; null of none. */
export function quantileOf(sorted: readonly Scalar[], percent: number): Scalar | null {
  const [first] = sorted;
  if (first === undefined) return null;
  if (typeof first === 'number') return quantile(sorted.map(Number), percent / 100);
  const days = sorted.map((day) => daysBetween(first, String(day)));
  return addDays(first, Math.floor(quantile(days, percent / 100)));
}

/** The last value that is still in among sorted ones; with it all that are equal to it. Null of none. */
export function rankLimit(
  sorted: readonly Scalar[],
  end: 'TOP' | 'BOTTOM',
  amount: number,
  share: boolean,
): Scalar | null {
  // A share of few is at least one of them; a product of decimals may be a hair above the whole it stands for.
  const wanted = share ? Math.ceil(Number((amount * sorted.length).toFixed(6))) : amount;
  const place = Math.min(wanted, sorted.length);
  return (end === 'TOP' ? sorted[sorted.length - place] : sorted[place - 1]) ?? null;
}
