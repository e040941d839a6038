/** Whom neither a play's own rules nor the gate keeps out, by worth. Pure. */
import type { GateReason } from '../contacts/gate.ts';
import { byWorth, type Candidate } from './candidate.ts';
import type { PastTouch, Way } from './ledger.ts';
import type { Reach, Sifting } from './planning.ts';
import { sharedAddresses } from './shared-addresses.ts';
import type { SieveReason } from './sieve.ts';

export type LeftOutReason = SieveReason | GateReason | 'held_out';

export interface LeftOut {
  readonly candidate: Candidate;
  readonly reason: LeftOutReason;
}

export type Open = Extract<Reach, { readonly channel: string }> & Way;

export interface Siftable {
  readonly candidate: Candidate;
  /** Undefined of one that waits for an order it could go with. */
  readonly open: Open | undefined;
}

export interface Sifted {
  /** The first comes first. */
  readonly open: readonly Siftable[];
  /** As they come. */
  readonly leftOut: readonly LeftOut[];
  /** Those of before, with the addresses numbered that they share with others. */
  readonly touches: readonly PastTouch[];
}

/** Those due by the end of the range that still make sense when it begins; of others there is nothing. */
export function sift({ candidates, range, keptOut, reachOf, touches = [] }: Sifting): Sifted {
  const leftOut: LeftOut[] = [];
  const found: Siftable[] = [];
  for (const candidate of candidates) {
    if (candidate.until < range.from || candidate.due > range.to) continue;
    const kept = keptOut(candidate);
    const reach = kept ? { reason: kept } : reachOf(candidate);
    if ('reason' in reach) leftOut.push({ candidate, reason: reach.reason });
    else found.push({ candidate, open: 'channel' in reach ? reach : undefined });
  }
  found.sort((a, b) => byWorth(a.candidate, b.candidate));
  const shared = sharedAddresses({ found, touches });
  return { open: shared.found, leftOut, touches: shared.touches };
}
