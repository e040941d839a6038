/** The contact details of one order as the customers' side would take them: value, state, whose they are. */
import { type Identifier, identifiersOf } from '../customers/identifiers.ts';
import type { ExplainedShop } from '../ingest/explain/explained-settings.ts';
import { contactFacts, recordFacts } from '../ingest/orders/fingerprint.ts';
import type { OrderFacts } from '../ingest/orders/order-facts.ts';

export function explainedContacts(order: OrderFacts, shops: readonly ExplainedShop[]): readonly Identifier[] {
  const shop = shops.find(({ name }) => name === order.shopName);
  return identifiersOf(contactFacts('', recordFacts(order.contact, order.shopName, shop?.country ?? null)));
}
