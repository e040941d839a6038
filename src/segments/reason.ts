/** Why somebody joined or left a segment. */
import type { Read } from './reads.ts';

export type Reason =
  | 'bought'
  | 'aged'
  | 'refunded'
  | 'tag'
  | 'consent'
  | 'note'
  | 'contacted'
  | 'merged'
  | 'rule_changed'
  | 'ranking'
  | 'data';

/** Something of a customer that came in between. `data`: a file told of an earlier day, or was taken back. */
export interface Happening {
  readonly kind: Exclude<Read, 'ranking'> | 'merged' | 'data';
  /** Order number, tag, channel and the like. */
  readonly detail: string | null;
  /** UTC seconds. */
  readonly at: number;
  /** Whose it is: of an order its own. What only came to be known has none. */
  readonly day: string | null;
}

export interface InBetween {
  /** By the former rule they would be as they were: from which version to which. */
  readonly ruleChanged?: string | undefined;
  /** They went by another number. */
  readonly formerNumber?: number | undefined;
  /** With the cut points and limits there were they would be as they were. */
  readonly ranking: boolean;
  readonly happenings: readonly Happening[];
  /** The day on which they changed, where it is known. */
  readonly flip?: string | undefined;
}

const REASONS: Readonly<Record<Happening['kind'], Reason>> = {
  merged: 'merged',
  tag: 'tag',
  consent: 'consent',
  note: 'note',
  contacted: 'contacted',
  refunded: 'refunded',
  reduced: 'refunded',
  bought: 'bought',
  order: 'bought',
  edit: 'data',
  profile: 'data',
  data: 'data',
};
/** Of two at one moment the first here is told. */
const ORDER = Object.keys(REASONS);

/**
 * What would undo the change by itself is certain; then what happened on the day of the change, or came to be
 * known since, and the rule reads: the last of it. Where that day is not known, the last of all that happened.
 * Where nothing did, time passed.
 */
export function reasonOf(
  { ruleChanged, formerNumber, ranking, happenings, flip }: InBetween,
  reads: ReadonlySet<Read>,
): { readonly reason: Reason; readonly detail: string | null } {
  if (ruleChanged !== undefined) return { reason: 'rule_changed', detail: ruleChanged };
  if (formerNumber !== undefined) return { reason: 'merged', detail: `#${formerNumber}` };
  const [last] = happenings
    .filter(({ kind }) => kind === 'merged' || kind === 'data' || reads.has(kind))
    .filter(({ day }) => flip === undefined || day === null || day === flip)
    .toSorted((a, b) => b.at - a.at || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  if (flip !== undefined && last?.day === flip) return { reason: REASONS[last.kind], detail: last.detail };
  if (ranking) return { reason: 'ranking', detail: null };
  return last ? { reason: REASONS[last.kind], detail: last.detail } : { reason: 'aged', detail: null };
}
