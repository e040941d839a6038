/** One order as it was read, for a program. */
import type { ExplainedOrder } from '../ingest/explain/explained-orders.ts';
import type { ExplainedShop } from '../ingest/explain/explained-settings.ts';
import { isoInstant } from '../values/iso-instant.ts';
import { explainedContacts } from './explained-contacts.ts';

export function explainedOrder({ facts, derived }: ExplainedOrder, shops: readonly ExplainedShop[]): unknown {
  const { contact, placed } = facts;
  return {
    line: facts.line,
    order_number: facts.orderNumber,
    platform_id: facts.platformId,
    shop: facts.shopName,
    part: facts.part,
    placed_at: facts.part === 'items' ? null : isoInstant(facts.placedAt),
    placed_wall: placed.wall || null,
    placed_offset: placed.offset,
    currency: facts.currency,
    total: facts.part === 'items' ? null : facts.total,
    paid: facts.paid,
    refunded: facts.refunded,
    discount: facts.discount,
    shipping: facts.shipping,
    coupon: facts.coupon,
    words: facts.words,
    ...(facts.part !== 'items' && { state: derived.state, counting: derived.counting, net: derived.net }),
    accepts_marketing: facts.acceptsMarketing,
    account: contact.account,
    name: contact.name,
    receiver_name: contact.receiverName,
    country: contact.country,
    province: contact.province,
    city: contact.city,
    district: contact.district,
    postcode: contact.postcode,
    address: contact.address,
    identifiers: explainedContacts(facts, shops).map(({ kind, value, role, state }) => ({ kind, value, role, state })),
    units: facts.units,
    lines: facts.lines.map(({ sku, title, variant, quantity, unitPrice }) => ({
      sku,
      title,
      variant,
      quantity,
      unit_price: unitPrice,
    })),
  };
}
