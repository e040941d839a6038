/** What a comparison of those contacted with those held out can say, and what it cannot. Pure. */
import { smallestChange } from '../../contacts/smallest-change.ts';
import { type Difference, differenceOf } from './difference.ts';
import type { GroupRow } from './report-queries.ts';

export interface Verdict {
  /** none: there is nothing to compare; open: it could be chance; more, fewer: it could hardly. */
  readonly says: 'none' | 'open' | 'more' | 'fewer';
  readonly difference: Difference | null;
  /** The least difference of shares that could have been told from chance with as many; null where one group is empty. */
  readonly visible: number | null;
}

/** Where none or all of those held out bought, which leaves chance no room. */
const USUAL_SHARE = 0.08;

export function verdictOf(contacted: GroupRow, heldOut: GroupRow): Verdict {
  const difference = differenceOf(contacted, heldOut);
  if (!difference) return { says: 'none', difference, visible: null };
  const isSome = difference.heldOut > 0 && difference.heldOut < 1;
  const visible = smallestChange(isSome ? difference.heldOut : USUAL_SHARE, contacted.people, heldOut.people);
  const says = difference.low > 0 ? 'more' : difference.high < 0 ? 'fewer' : 'open';
  return { says, difference, visible };
}
