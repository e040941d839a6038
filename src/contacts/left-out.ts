/** How many were left out of a list for each reason, the most first. */
import type { ContactList, LeftOutReason } from './contact-list.ts';

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly count: number;
  /** Whose rules it is, where it is those of marketplaces. */
  readonly shops: readonly string[];
}

export function leftOutBy(leftOut: ContactList['leftOut']): LeftOut[] {
  const found = new Map<LeftOutReason, { count: number; shops: Set<string> }>();
  for (const { person, reason } of leftOut) {
    let known = found.get(reason);
    if (!known) found.set(reason, (known = { count: 0, shops: new Set() }));
    known.count++;
    if (reason === 'service_only') for (const shop of person.serviceOnlyShops) known.shops.add(shop);
  }
  return [...found]
    .map(([reason, { count, shops }]) => ({ reason, count, shops: [...shops].toSorted() }))
    .toSorted((a, b) => b.count - a.count);
}
