/**
 * How many more of one group bought than of another, and between which bounds that may really lie: Wilson's score
 * interval of each share, put together as Newcombe's method 10 (Statistics in Medicine 17, 1998, 873–890). Pure.
 */
export interface Share {
  readonly bought: number;
  readonly people: number;
}

export interface Difference {
  /** Shares, from 0 to 1. */
  readonly contacted: number;
  readonly heldOut: number;
  /** From -1 to 1, with the bounds within which it lies in 19 cases of 20. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Null where there is nobody in one of them. */
export function differenceOf(contacted: Share, heldOut: Share): Difference | null {
  if (contacted.people === 0 || heldOut.people === 0) return null;
  const [ours, theirs] = [wilson(contacted), wilson(heldOut)];
  const difference = ours.share - theirs.share;
  const side = (a: number, b: number) => Math.hypot(a, b);
  return {
    contacted: ours.share,
    heldOut: theirs.share,
    difference,
    low: difference - side(ours.share - ours.low, theirs.high - theirs.share),
    high: difference + side(ours.high - ours.share, theirs.share - theirs.low),
  };
}

/** Of the standard normal distribution, 5 % either way. */
const CERTAIN = 1.959964;

function wilson({ bought, people }: Share): { readonly share: number; readonly low: number; readonly high: number } {
  const share = bought / people;
  const squared = CERTAIN ** 2;
  const middle = 2 * bought + squared;
  const width = CERTAIN * Math.sqrt(squared + 4 * bought * (1 - share));
  const all = 2 * (people + squared);
  return { share, low: (middle - width) / all, high: (middle + width) / all };
}
