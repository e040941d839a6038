/** Whether an order that stands already is the one a file speaks of. */
import type { StandingOrder } from './fact-queries.ts';
import type { Buyer, PreparedOrder } from '../orders/prepared-order.ts';
import { FileRefused } from '../refusal.ts';

/**
 * Two shops may both have an order #1001; then the second file belongs to another shop. Another
 * platform number tells, or another time with a buyer of whom nothing is the same; by a name alone,
 * another day.
 */
export function assertSameOrder(known: StandingOrder, order: PreparedOrder['facts'], buyer: Buyer): void {
  const { account, name, email, phone } = buyer;
  const refuse = () => {
    throw new FileRefused('other_shop', { value: order.orderNumber, line: order.line, found: order.shopName });
  };
  if (known.platform_id !== null && order.platformId !== null) {
    if (known.platform_id !== order.platformId) refuse();
    return;
  }
  const compared = (pairs: readonly (readonly [string | null, string | null | undefined])[]) => {
    const both = pairs.filter(([a, b]) => a !== null && b !== null && b !== undefined);
    if (both.length === 0) return undefined;
    return both.some(([a, b]) => a?.toLowerCase() === b?.toLowerCase());
  };
  const contacts = compared([
    [known.account, account],
    [known.email, email],
    [known.phone, phone],
  ]);
  const names = compared([[known.name, name]]);
  const otherDay = known.placed_wall.slice(0, 10) !== order.placed.wall.slice(0, 10);
  if (contacts === false && names !== true && known.placed_wall !== order.placed.wall) refuse();
  if (contacts === undefined && names === false && otherDay) refuse();
}
