/** Where a quantile lies: between two neighbours, a part of the way from one to the other. */
export interface Between {
  readonly low: number;
  readonly high: number;
  readonly part: number;
}

/** Type-7 quantile (Hyndman & Fan 1996), the default of R and NumPy, of values sorted ascending. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  return valueBetween(quantileBetween(sorted, share));
}

/** The middle one of values in any order, or between the two that are. */
export const median = (values: readonly number[]): number => quantile(Float64Array.from(values).sort(), 0.5);

export function quantileBetween(sorted: ArrayLike<number>, share: number): Between {
  if (sorted.length === 0) throw new RangeError('no values to take a quantile of');
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return { low, high, part: position - below };
}

export function valueBetween({ low, high, part }: Between): number {
  return low + (high - low) * part;
}
