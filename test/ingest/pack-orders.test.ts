import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Packed, packOrder, unpackOrders } from '../../src/ingest/thread/pack-orders.ts';
import { Preparation, type PreparedOrder } from '../../src/ingest/orders/prepared-order.ts';
import type { OrderFacts } from '../../src/ingest/orders/order-facts.ts';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const maybe = fc.option(text);
const amount = fc.maxSafeInteger();

const facts: fc.Arbitrary<OrderFacts> = fc.record({
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
});

it('gives back every order as it was, whatever it says', () => {
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 6 }), fc.boolean(), (some, newcomers) => {
      const preparation = new Preparation({ newcomers });
      const prepared: PreparedOrder[] = [];
      const packed: Packed = [];
      // The second time the file has shown the record already.
      for (const one of [...some, ...some])
        prepared.push(preparation.complete(one, { accounts: 'generic/Hillside', country: 'US' }));
      for (const order of prepared) packOrder(order, packed);
      expect([...unpackOrders(structuredClone(packed))]).toEqual(prepared);
    }),
    { numRuns: 300 },
  );
});
