/** Where a customer stands between their first order and being lost, by counting orders and their own rhythm. */
export const LIFECYCLE_STAGES = ['lead', 'first', 'active', 'regular', 'due', 'late', 'lapsed', 'lost'] as const;
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

/** Lateness up to and including which a stage holds: recency as a multiple of the own rhythm. */
export const LATENESS_LIMITS = { onTime: 1, due: 1.5, late: 2.5, lapsed: 5 } as const;
export const REGULAR_FROM_ORDERS = 4;

/** `lateness` is null where there is no counting order. */
export function lifecycleStage(orders: number, lateness: number | null): LifecycleStage {
  if (orders === 0 || lateness === null) return 'lead';
  if (lateness > LATENESS_LIMITS.lapsed) return 'lost';
  if (lateness > LATENESS_LIMITS.late) return 'lapsed';
  if (lateness > LATENESS_LIMITS.due) return 'late';
  if (orders === 1) return 'first';
  if (lateness > LATENESS_LIMITS.onTime) return 'due';
  return orders >= REGULAR_FROM_ORDERS ? 'regular' : 'active';
}
