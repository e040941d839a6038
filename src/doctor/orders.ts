/** The orders, worked out anew from what the standing imports show, beside those that stand. */
import { wordsIn } from '../archive/status-words.ts';
import { pinnedOrders } from '../archive/pinned-orders.ts';
import { choose } from '../archive/standing-orders.ts';
import {
  seenVersion,
  type SeenRow,
  type ShopRules,
  shopRules,
  type StandingOrder,
} from '../archive/standing-queries.ts';
import type { Archive } from '../store/open.ts';
import { dayIn } from '../values/zones.ts';
import { saidMeanings, type Vocabulary, vocabularyOf } from '../archive/vocabulary.ts';
import { orderText } from './facts.ts';
import { BREATH, type Check, type FindingName } from './finding.ts';
import {
  itemsOfAnyShop,
  ordersOfOthers,
  ordersShown,
  standingRows,
  type StandingRow,
  surplusOrders,
} from './order-queries.ts';
import { failedCheck } from './parts.ts';

const OFTEN = 5000;

export function* checkOrders(archive: Archive): Check {
  const shops = shopRules(archive);
  const standing = standingRows(archive);
  const itemsOf = itemsOfAnyShop(archive);
  const pinned = pinnedOrders(archive);
  const vocabulary = vocabularyOf(saidMeanings(archive));
  let seen = 0;
  for (const order of ordersShown(archive)) {
    const { shop, shopName, number } = order;
    const rules = shops.get(shop);
    const example = orderText(shopName, number);
    try {
      const versions = [...order.versions, ...itemsOf(shop, number)];
      const row = standing(shop, number);
      const record = pinned({ shop, number });
      const name = rules && wrongOf(versions, rules, vocabulary, row, record);
      if (name) yield { name, example };
    } catch (error) {
      yield failedCheck(`orders, ${example}`, error);
    }
    if (++seen % OFTEN === 0) yield BREATH;
  }
}

function wrongOf(
  versions: readonly SeenRow[],
  rules: ShopRules,
  vocabulary: Vocabulary,
  row: StandingRow | undefined,
  pinned: number | undefined,
): FindingName | undefined {
  const best = choose(
    versions.map((version) => seenVersion(version, wordsIn(version.words))),
    rules,
    vocabulary,
  )?.best;
  if (!best) return undefined;
  return wrongWith(row, { ...best, record: pinned ?? best.record }, dayIn(best.version.placedAt, rules.timeZone));
}

/** The first thing that is wrong: the others may follow from it. */
function wrongWith(row: StandingRow | undefined, best: StandingOrder, day: string): FindingName | undefined {
  const { version, order, units } = best;
  if (!row) return 'order_missing';
  if (row.version_id !== version.version || row.lines_version_id !== best.lines) return 'order_version_wrong';
  if (row.record_id !== best.record) return 'order_record_wrong';
  if (row.placed_at !== version.placedAt || row.day !== day) return 'order_day_wrong';
  const { total, currency } = version;
  if (row.state !== order.state || row.counting !== Number(order.counting)) return 'order_state_wrong';
  if (row.refund_pending !== Number(order.refundPending)) return 'order_state_wrong';
  if (row.net !== order.net || row.total !== total || row.refunded !== order.refunded) return 'order_money_wrong';
  return row.currency === currency && row.units === units ? undefined : 'order_money_wrong';
}

export function* checkSurplusOrders(archive: Archive): Check {
  for (const [shop, number] of surplusOrders(archive))
    yield { name: 'order_surplus', example: orderText(shop ?? '?', number) };
  for (const [shop, number] of ordersOfOthers(archive))
    yield { name: 'order_customer_wrong', example: orderText(shop, number) };
}
