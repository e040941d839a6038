/**
 * Prepared orders as one long row of values and back: between threads such a row passes in a seventh of
 * the time that objects take.
 */
import type { Identifier } from '../customers/identifiers.ts';
import type { Portrait } from '../customers/portrait.ts';
import type { RecordFacts } from './fingerprint.ts';
import type { OrderLine } from './order-lines.ts';
import type { PreparedOrder, ShownRecord } from './prepared-order.ts';

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
    order.contentHash,
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

function packRecord({ fingerprint, facts, newcomer }: ShownRecord, into: Packed): void {
  const { identifiers, portrait } = newcomer;
  into.push(fingerprint, ...facts, identifiers.length);
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

  next<T extends Packed[number]>(): T {
    return this.#packed[this.#at++] as T;
  }

  several(count: number): Packed {
    this.#at += count;
    return this.#packed.slice(this.#at - count, this.#at);
  }
}

function unpackOrder(values: Values): PreparedOrder {
  type Text = string | null;
  // Properties are worked out in the order in which they stand.
  const facts = {
    line: values.next<number>(),
    orderNumber: values.next<string>(),
    platformId: values.next<Text>(),
    shopName: values.next<string>(),
    placed: {
      wall: values.next<string>(),
      offset: values.next<number | null>(),
      dateOnly: values.next<boolean>(),
    },
    placedAt: values.next<number>(),
    clockChange: values.next<'gap' | 'overlap' | undefined>(),
    currency: values.next<string>(),
    total: values.next<number>(),
    paid: values.next<number | null>(),
    refunded: values.next<number>(),
    discount: values.next<number>(),
    shipping: values.next<number>(),
    coupon: values.next<Text>(),
    words: wordsOf(values.next<string>()),
    acceptsMarketing: values.next<boolean | null>(),
    units: values.next<number>(),
  };
  const contentHash = values.next<string>();
  const record = values.next<number>();
  const buyer = {
    account: values.next<Text>(),
    name: values.next<Text>(),
    email: values.next<Text>(),
    phone: values.next<Text>(),
  };
  const lines = Array.from(
    { length: values.next<number>() },
    (): OrderLine => ({
      sku: values.next(),
      title: values.next(),
      variant: values.next(),
      quantity: values.next(),
      unitPrice: values.next(),
    }),
  );
  const shown = values.next<boolean>() ? unpackRecord(values) : undefined;
  return { facts: { ...facts, lines }, contentHash, record, shown, buyer };
}

function unpackRecord(values: Values): ShownRecord {
  const fingerprint = values.next<string>();
  const facts = values.several(14) as unknown as RecordFacts;
  const identifiers = Array.from(
    { length: values.next<number>() },
    (): Identifier => ({
      kind: values.next(),
      scope: values.next(),
      value: values.next(),
      role: values.next(),
      state: values.next(),
      lineType: values.next(),
      nameKey: values.next(),
    }),
  );
  const portrait = values.next<boolean>() ? unpackPortrait(values) : null;
  return { fingerprint, facts, newcomer: { identifiers, portrait } };
}

function unpackPortrait(values: Values): Portrait {
  return {
    name: values.next(),
    account: values.next(),
    email: values.next(),
    phone: values.next(),
    phoneType: values.next(),
    country: values.next(),
    province: values.next(),
    city: values.next(),
    district: values.next(),
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
