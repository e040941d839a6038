/** The orders, worked out anew from what the standing imports show, beside those that stand. */
import { type DerivedOrder, wordsIn } from '../archive/order-state.ts';
import { choose } from '../archive/standing-orders.ts';
import { type SeenVersion, type ShopRules, shopRules } from '../archive/standing-queries.ts';
import type { Archive } from '../store/open.ts';
import { dayIn } from '../values/zones.ts';
import { orderText } from './facts.ts';
import { BREATH, type Check, type FindingName } from './finding.ts';
import {
  ordersOfOthers,
  ordersShown,
  type OrderVersions,
  standingRows,
  type StandingRow,
  surplusOrders,
} from './order-queries.ts';
import { failedCheck } from './parts.ts';

const OFTEN = 5000;

export function* checkOrders(archive: Archive): Check {
  const shops = shopRules(archive);
  const standing = standingRows(archive);
  let seen = 0;
  for (const order of ordersShown(archive)) {
    const { shop, shopName, number } = order;
    const rules = shops.get(shop);
    const example = orderText(shopName, number);
    try {
      const name = rules && wrongOf(order, rules, standing(shop, number));
      if (name) yield { name, example };
    } catch (error) {
      yield failedCheck(`orders, ${example}`, error);
    }
    if (++seen % OFTEN === 0) yield BREATH;
  }
}

function wrongOf({ versions }: OrderVersions, rules: ShopRules, row: StandingRow | undefined): FindingName | undefined {
  const best = choose(
    versions.map((version) => ({ ...version, words: wordsIn(version.words) })),
    rules,
  )?.best;
  return best && wrongWith(row, best, dayIn(best.version.placedAt, rules.timeZone));
}

interface Standing {
  readonly version: SeenVersion;
  readonly order: DerivedOrder;
}

/** The first thing that is wrong: the others may follow from it. */
function wrongWith(row: StandingRow | undefined, { version, order }: Standing, day: string): FindingName | undefined {
  if (!row) return 'order_missing';
  if (row.version_id !== version.version) return 'order_version_wrong';
  if (row.record_id !== version.record) return 'order_record_wrong';
  if (row.placed_at !== version.placedAt || row.day !== day) return 'order_day_wrong';
  const { total, refunded, currency, units } = version;
  if (row.state !== order.state || row.counting !== Number(order.counting)) return 'order_state_wrong';
  if (row.refund_pending !== Number(order.refundPending)) return 'order_state_wrong';
  if (row.net !== order.net || row.total !== total || row.refunded !== refunded) return 'order_money_wrong';
  return row.currency === currency && row.units === units ? undefined : 'order_money_wrong';
}

export function* checkSurplusOrders(archive: Archive): Check {
  for (const [shop, number] of surplusOrders(archive))
    yield { name: 'order_surplus', example: orderText(shop ?? '?', number) };
  for (const [shop, number] of ordersOfOthers(archive))
    yield { name: 'order_customer_wrong', example: orderText(shop, number) };
}
