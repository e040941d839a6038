/**
 * How small a difference between those written to and those held out can be told from chance: two shares compared, at
 * 5 % either way and with four chances in five of seeing it. Fleiss, Levin & Paik, Statistical Methods for Rates and
 * Proportions, 3rd edition, chapter 4. Pure.
 */
const CERTAIN = 1.959964;
const SEEN = 0.841621;

/** From 0 to 1, of the share `base` who would have bought anyhow; null where one side is empty. */
export function smallestChange(base: number, listed: number, heldOut: number): number | null {
  if (listed === 0 || heldOut === 0) return null;
  return (CERTAIN + SEEN) * Math.sqrt(base * (1 - base) * (1 / listed + 1 / heldOut));
}
