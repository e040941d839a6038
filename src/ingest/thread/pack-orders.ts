/**
 * Prepared orders as one long row of values and back: between threads such a row passes in a seventh of
 * the time that objects take.
 */
import type { Identifier, Portrait } from '../../archive/new-records.ts';
import type { RecordFacts } from '../orders/fingerprint.ts';
import type { OrderLine } from '../orders/order-lines.ts';
import type { PreparedOrder, ShownRecord } from '../orders/prepared-order.ts';

export type Packed = (string | number | boolean | null | undefined)[];

export function packOrder(order: PreparedOrder, into: Packed): void {
  const { facts, shown, buyer } = order;
  const { placed, words, lines } = facts;
  into.push(
    facts.line,
    facts.orderNumber,
    facts.platformId,
    facts.shopName,
    placed.wall,
    placed.offset,
    placed.dateOnly,
    facts.placedAt,
    facts.clockChange,
    facts.currency,
    facts.total,
    facts.paid,
    facts.refunded,
    facts.discount,
    facts.shipping,
    facts.coupon,
    JSON.stringify(words),
    facts.acceptsMarketing,
    facts.units,
    order.fingerprint,
    order.record,
    buyer.account,
    buyer.name,
    buyer.email,
    buyer.phone,
    lines.length,
  );
  for (const { sku, title, variant, quantity, unitPrice } of lines) into.push(sku, title, variant, quantity, unitPrice);
  into.push(shown !== undefined);
  if (shown) packRecord(shown, into);
}

function packRecord({ facts, newcomer }: ShownRecord, into: Packed): void {
  into.push(...facts, newcomer !== undefined);
  if (!newcomer) return;
  const { identifiers, portrait } = newcomer;
  into.push(identifiers.length);
  for (const { kind, scope, value, role, state, lineType, nameKey } of identifiers)
    into.push(kind, scope, value, role, state, lineType, nameKey);
  into.push(portrait !== null);
  if (portrait)
    into.push(
      portrait.name,
      portrait.account,
      portrait.email,
      portrait.phone,
      portrait.phoneType,
      portrait.country,
      portrait.province,
      portrait.city,
      portrait.district,
    );
}

export function* unpackOrders(packed: Packed): Generator<PreparedOrder> {
  const values = new Values(packed);
  while (values.more) yield unpackOrder(values);
}

type Text = string | null;

/** Hands out what `packOrder` put in, in its order and with its types. */
class Values {
  readonly #packed: Packed;
  #at = 0;

  constructor(packed: Packed) {
    this.#packed = packed;
  }

  get more(): boolean {
    return this.#at < this.#packed.length;
  }

  text(): string {
    return this.#packed[this.#at++] as string;
  }

  maybeText(): Text {
    return this.#packed[this.#at++] as Text;
  }

  number(): number {
    return this.#packed[this.#at++] as number;
  }

  maybeNumber(): number | null {
    return this.#packed[this.#at++] as number | null;
  }

  flag(): boolean {
    return this.#packed[this.#at++] as boolean;
  }

  any(): Packed[number] {
    return this.#packed[this.#at++];
  }

  several(count: number): Packed {
    this.#at += count;
    return this.#packed.slice(this.#at - count, this.#at);
  }
}

function unpackOrder(values: Values): PreparedOrder {
  // Properties are worked out in the order in which they stand.
  const facts = {
    line: values.number(),
    orderNumber: values.text(),
    platformId: values.maybeText(),
    shopName: values.text(),
    placed: {
      wall: values.text(),
      offset: values.maybeNumber(),
      dateOnly: values.flag(),
    },
    placedAt: values.number(),
    clockChange: values.any() as 'gap' | 'overlap' | undefined,
    currency: values.text(),
    total: values.number(),
    paid: values.maybeNumber(),
    refunded: values.number(),
    discount: values.number(),
    shipping: values.number(),
    coupon: values.maybeText(),
    words: wordsOf(values.text()),
    acceptsMarketing: values.any() as boolean | null,
    units: values.number(),
  };
  const fingerprint = values.text();
  const record = values.number();
  const buyer = {
    account: values.maybeText(),
    name: values.maybeText(),
    email: values.maybeText(),
    phone: values.maybeText(),
  };
  const lines = Array.from(
    { length: values.number() },
    (): OrderLine => ({
      sku: values.maybeText(),
      title: values.text(),
      variant: values.maybeText(),
      quantity: values.number(),
      unitPrice: values.maybeNumber(),
    }),
  );
  const shown = values.flag() ? unpackRecord(values) : undefined;
  return { facts: { ...facts, lines }, fingerprint, record, shown, buyer };
}

function unpackRecord(values: Values): ShownRecord {
  const facts = values.several(14) as unknown as RecordFacts;
  if (!values.flag()) return { facts, newcomer: undefined };
  const identifiers = Array.from(
    { length: values.number() },
    (): Identifier => ({
      kind: values.any() as Identifier['kind'],
      scope: values.text(),
      value: values.text(),
      role: values.any() as Identifier['role'],
      state: values.any() as Identifier['state'],
      lineType: values.any() as Identifier['lineType'],
      nameKey: values.maybeText(),
    }),
  );
  const portrait = values.flag() ? unpackPortrait(values) : null;
  return { facts, newcomer: { identifiers, portrait } };
}

function unpackPortrait(values: Values): Portrait {
  return {
    name: values.maybeText(),
    account: values.maybeText(),
    email: values.maybeText(),
    phone: values.maybeText(),
    phoneType: values.maybeText(),
    country: values.maybeText(),
    province: values.maybeText(),
    city: values.maybeText(),
    district: values.maybeText(),
  };
}

type Words = PreparedOrder['facts']['words'];

/** A shop uses few combinations of words, but a time may stand among them. */
const known = new Map<string, Words>();
const KNOWN_AT_MOST = 1000;

function wordsOf(text: string): Words {
  let words = known.get(text);
  if (!words) {
    words = JSON.parse(text) as Words;
    if (known.size < KNOWN_AT_MOST) known.set(text, words);
  }
  return words;
}
