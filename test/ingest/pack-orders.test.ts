import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PackedOrders, unpackOrders } from '../../src/ingest/thread/pack-orders.ts';
import { Preparation, type PreparedOrder, type StoredFacts } from '../../src/ingest/orders/prepared-order.ts';
import type { OrderFacts } from '../../src/ingest/orders/order-facts.ts';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const maybe = fc.option(text);
const amount = fc.maxSafeInteger();

const facts: fc.Arbitrary<OrderFacts> = fc
  .record({
    line: fc.nat(),
    orderNumber: text,
    platformId: maybe,
    shopName: text,
    placed: fc.record({ wall: text, offset: fc.option(fc.nat()), dateOnly: fc.boolean() }),
    placedAt: fc.nat(),
    clockChange: fc.constantFrom('gap', 'overlap', undefined),
    currency: text,
    total: amount,
    paid: fc.option(amount),
    refunded: amount,
    discount: amount,
    shipping: amount,
    coupon: maybe,
    words: fc.record({ status: text, payment: text, refund: text }, { requiredKeys: [] }),
    acceptsMarketing: fc.option(fc.boolean()),
    units: fc.nat(),
    part: fc.constantFrom('order', 'lines', 'items'),
    partsText: maybe,
    contact: fc.record({
      account: maybe,
      name: maybe,
      email: fc.option(fc.oneof(text, fc.emailAddress())),
      phone: fc.option(fc.constantFrom('13912345601', '+12025550101', '138****5678', 'x')),
      receiverName: maybe,
      receiverPhone: maybe,
      country: fc.option(fc.constantFrom('CN', 'US', 'Atlantis')),
      province: maybe,
      city: maybe,
      district: maybe,
      postcode: maybe,
      address: maybe,
    }),
    lines: fc.array(
      fc.record({ sku: maybe, title: text, variant: maybe, quantity: fc.integer(), unitPrice: fc.option(amount) }),
      { maxLength: 4 },
    ),
  })
  .map((said) => ({ ...said, wordsText: JSON.stringify(said.words) }));

/** The contact details go with the record. */
function storedOf(facts: OrderFacts): StoredFacts {
  const { contact: _contact, clockChange: _clockChange, placed, ...kept } = facts;
  return { ...kept, placed: { wall: placed.wall, offset: placed.offset } };
}

it('gives back every order as it was, whatever it says', () => {
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 6 }), fc.boolean(), (some, buyers) => {
      const preparation = new Preparation({ buyers });
      const prepared: PreparedOrder[] = [];
      const packed = new PackedOrders();
      // The second time the file has shown the record already.
      for (const one of [...some, ...some])
        prepared.push(preparation.complete(one, { accounts: 'generic/Hillside', country: 'US' }, 'rows'));
      for (const order of prepared) packed.add(order);
      const stored = prepared.map(({ facts, ...order }) => ({
        ...order,
        facts: storedOf(facts as OrderFacts),
      }));
      expect([...unpackOrders(structuredClone(packed.values))]).toEqual(stored);
    }),
    { numRuns: 300 },
  );
});
