/**
 * A customer's own rhythm in days: the geometric mean of the gaps between their order days, drawn
 * towards the shop's median gap as if three gaps of that length had been seen. One gap says little,
 * ten say much.
 */
export const PRIOR_GAPS = 3;

/** Used for the shop's median where nobody has ordered twice. */
export const GAP_WITHOUT_DATA = 60;

/** `sumLogGaps` is Σ ln gap over `gaps` gaps of whole days ≥ 1. */
export function rhythmDays(sumLogGaps: number, gaps: number, shopMedianGap: number): number {
  return Math.exp((sumLogGaps + PRIOR_GAPS * Math.log(shopMedianGap)) / (gaps + PRIOR_GAPS));
}

/** Recency as a multiple of the rhythm: 1 is exactly on time, 2 twice as long as usual. */
export function lateness(recencyDays: number, rhythm: number): number {
  return recencyDays / rhythm;
}
