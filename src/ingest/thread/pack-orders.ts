/**
 * Prepared orders as one long row of values and back: between threads such a row passes in a seventh of
 * the time that objects take.
 */
import type { Words } from '../../archive/status-words.ts';
import type { RecordFacts } from '../orders/fingerprint.ts';
import type { OrderLine } from '../orders/order-lines.ts';
import type { OrderInBrief } from '../orders/export-read.ts';
import type { Buyer, PreparedOrder, StoredFacts } from '../orders/prepared-order.ts';
import { SaidBook, type SaidWords } from '../orders/said-words.ts';

export type Packed = (string | number | boolean | null | undefined)[];

type Repeated = Pick<StoredFacts, 'shopName' | 'currency' | 'wordsText'>;

/** Orders of one message: what each says like the one above it is left out. */
export class PackedOrders {
  readonly values: Packed = [];
  #above: Partial<Repeated> = {};

  add(order: PreparedOrder): void {
    packOrder(order, this.#above, this.values);
    this.#above = order.facts;
  }
}

function packOrder(order: PreparedOrder, above: Partial<Repeated>, into: Packed): void {
  const { facts, shown, buyer } = order;
  const { placed, lines, shopName, currency, wordsText } = facts;
  into.push(
    facts.line,
    facts.orderNumber,
    facts.platformId,
    shopName === above.shopName ? undefined : shopName,
    placed.wall,
    placed.offset,
    facts.placedAt,
    currency === above.currency ? undefined : currency,
    facts.total,
    facts.paid,
    facts.refunded,
    facts.discount,
    facts.shipping,
    facts.coupon,
    wordsText === above.wordsText ? undefined : wordsText,
    facts.acceptsMarketing,
    facts.units,
    facts.part,
    facts.partsText,
    lines.length,
  );
  for (const { sku, title, variant, quantity, unitPrice } of lines) into.push(sku, title, variant, quantity, unitPrice);
  into.push(order.fingerprint, order.rowsHash, order.record, buyer !== undefined);
  if (buyer) into.push(buyer.account, buyer.name, buyer.email, buyer.phone);
  into.push(shown !== undefined);
  if (shown) into.push(...shown);
}

export function* unpackOrders(packed: Packed): Generator<PreparedOrder> {
  const values = new Values(packed);
  let above: Repeated = { shopName: '', currency: '', wordsText: '' };
  while (values.more) {
    const order = unpackOrder(values, above);
    above = order.facts;
    yield order;
  }
}

/** What orders of one offer are known by: a shop like that of the order above is left out. */
export class PackedBriefs {
  readonly values: Packed = [];
  #shop: string | undefined;

  add({ line, shopName, orderNumber, rowsHash }: OrderInBrief): void {
    this.values.push(line, shopName === this.#shop ? undefined : shopName, orderNumber, rowsHash);
    this.#shop = shopName;
  }
}

export function* unpackBriefs(packed: Packed): Generator<OrderInBrief> {
  const values = new Values(packed);
  let shopName = '';
  while (values.more) {
    const line = values.number();
    shopName = values.repeated(shopName);
    yield { line, shopName, orderNumber: values.text(), rowsHash: values.text() };
  }
}

/** How many they are. */
const RECORD_FACTS = 14;

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

  /** `above` where it was left out. */
  repeated(above: string): string {
    return (this.#packed[this.#at++] as string | undefined) ?? above;
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

/** Properties are worked out in the order in which they stand. */
function unpackOrder(values: Values, above: Repeated): PreparedOrder {
  return {
    facts: unpackFacts(values, above),
    fingerprint: values.text(),
    rowsHash: values.maybeText(),
    record: values.number(),
    buyer: values.flag() ? unpackBuyer(values) : undefined,
    shown: values.flag() ? (values.several(RECORD_FACTS) as unknown as RecordFacts) : undefined,
  };
}

function unpackBuyer(values: Values): Buyer {
  return {
    account: values.maybeText(),
    name: values.maybeText(),
    email: values.maybeText(),
    phone: values.maybeText(),
  };
}

function unpackFacts(values: Values, above: Repeated): StoredFacts {
  const line = values.number();
  const orderNumber = values.text();
  const platformId = values.maybeText();
  const shopName = values.repeated(above.shopName);
  const placed = { wall: values.text(), offset: values.maybeNumber() };
  const placedAt = values.number();
  const currency = values.repeated(above.currency);
  const total = values.number();
  const paid = values.maybeNumber();
  const refunded = values.number();
  const discount = values.number();
  const shipping = values.number();
  const coupon = values.maybeText();
  const { words, text: wordsText } = wordsOf(values.repeated(above.wordsText));
  return {
    line,
    orderNumber,
    platformId,
    shopName,
    placed,
    placedAt,
    currency,
    total,
    paid,
    refunded,
    discount,
    shipping,
    coupon,
    words,
    wordsText,
    acceptsMarketing: values.any() as boolean | null,
    units: values.number(),
    part: values.text() as StoredFacts['part'],
    partsText: values.maybeText(),
    lines: unpackLines(values),
  };
}

function unpackLines(values: Values): OrderLine[] {
  const lines: OrderLine[] = [];
  for (let count = values.number(); count > 0; count--)
    lines.push({
      sku: values.maybeText(),
      title: values.text(),
      variant: values.maybeText(),
      quantity: values.number(),
      unitPrice: values.maybeNumber(),
    });
  return lines;
}

const book = new SaidBook();

function wordsOf(text: string): SaidWords {
  return book.get(text, () => JSON.parse(text) as Words);
}
