/** What is true of all customers together on one day: the cut points and limits the groups follow from. */
import type { CutPoints, Dimension } from './rfm.ts';
import type { BandLimits } from './value-bands.ts';

export interface Population {
  /** The day the measures are asked for; orders after it do not exist. */
  readonly asOf: string;
  /** UTC seconds at which that day ends in the archive's zone: what was said before counts. */
  readonly until: number;
  /** Currency of every money measure. */
  readonly currency: string;
  /** Customers with any order by then, and with a counting one. */
  readonly customers: number;
  readonly counting: number;
  /** Null where nobody has ordered on two days. */
  readonly shopMedianGapDays: number | null;
  readonly cuts: Readonly<Record<Dimension, CutPoints>>;
  readonly bands: BandLimits;
  /** Counting orders in other currencies without a rate: counted as orders, left out of every amount. */
  readonly otherCurrencies: Readonly<Record<string, number>>;
  /** Counting orders in other currencies whose amounts were converted, and the latest rate that was used. */
  readonly converted: Readonly<Record<string, Converted>>;
}

export interface Converted {
  readonly orders: number;
  /** Decimal: units of the reporting currency for one unit. */
  readonly rate: string;
  /** Since when it holds. */
  readonly day: string;
}
