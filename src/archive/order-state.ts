/**
 * What an order's words and amounts mean: its axes, its state, whether it counts, and its net.
 * The one place for the counting rule.
 */
import type { Axes, StatusWords } from '../platforms/layout.ts';
import { foldParts, type OrderPart } from './order-parts.ts';
import { furthest, type ReadWords, readWords, settledAxes, type Words } from './status-words.ts';

export const ORDER_STATES = ['unpaid', 'paid', 'shipped', 'completed', 'cancelled', 'refunded', 'unknown'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export interface StatedOrder {
  readonly words: Words;
  /** Minor units. `paid` is null where the file does not state it apart from the total. */
  readonly total: number;
  readonly paid: number | null;
  readonly refunded: number;
  /** Its items, where they have states of their own. */
  readonly parts?: readonly OrderPart[] | undefined;
}

export interface DerivedOrder extends Pick<ReadWords, 'unknown' | 'assumed'> {
  readonly axes: Required<Axes>;
  readonly state: OrderState;
  /** Money received (or shipped, for a cash-on-delivery shop), not cancelled, not wholly refunded. */
  readonly counting: boolean;
  readonly refundPending: boolean;
  /** What the customer paid less refunds; 0 for an order that does not count. */
  readonly net: number;
  /** As stated, or more where items say so. */
  readonly refunded: number;
}

/** What the file of an order's items says of it, in the words of its platform. */
export interface StatedLines {
  readonly order: StatedOrder;
  readonly vocabulary: StatusWords;
}

/** `lines` is what the file of its items says: it is heard on every axis of which the order's own file does not speak. */
export function deriveOrder(
  order: StatedOrder,
  vocabulary: StatusWords,
  shop: { readonly cashOnDelivery: boolean },
  lines?: StatedLines,
): DerivedOrder {
  const read = readWords(order.words, vocabulary);
  if (!order.parts && !lines) return derived(order, read, read.settled, shop);
  const own = heard(order, read, vocabulary);
  const { axes, unknown, assumed, refunded } = lines ? together(own, heardOf(lines)) : own;
  return derived({ ...order, refunded }, { unknown, assumed }, settledAxes(axes, unknown.length > 0), shop);
}

/** `order` with all that was paid back, `axes` before amounts are looked at. */
function derived(
  order: StatedOrder,
  { unknown, assumed }: Pick<ReadWords, 'unknown' | 'assumed'>,
  said: Required<Axes>,
  shop: { readonly cashOnDelivery: boolean },
): DerivedOrder {
  const { refunded } = order;
  const refund = refundAxis(said.refund, order);
  const axes = refund === said.refund ? said : { ...said, refund };
  const blind = unknown.some((entry) => entry.role === 'status' || entry.role === 'payment');
  const state = blind ? 'unknown' : stateOf(axes, order);
  const received =
    axes.payment !== 'unpaid' ||
    (shop.cashOnDelivery && (axes.fulfilment === 'shipped' || axes.fulfilment === 'completed'));
  const net = netOf(order);
  const counting =
    !blind &&
    received &&
    order.total >= 0 &&
    axes.cancellation === 'none' &&
    refund !== 'full' &&
    !(order.total > 0 && net <= 0 && refunded > 0);
  const refundPending = refund === 'requested';
  return { axes, state, counting, refundPending, net: counting ? net : 0, refunded, unknown, assumed };
}

/** The state of a paid order of which nothing else is said. */
export function stateSaid(axes: Axes): OrderState {
  return stateOf(settledAxes({ payment: 'paid', ...axes }, false), { words: {}, total: 1, paid: null, refunded: 0 });
}

interface Heard extends Omit<ReadWords, 'settled'> {
  readonly refunded: number;
}

const heardOf = ({ order, vocabulary }: StatedLines): Heard =>
  heard(order, readWords(order.words, vocabulary), vocabulary);

function heard(order: StatedOrder, own: ReadWords, vocabulary: StatusWords): Heard {
  if (!order.parts) return { ...own, refunded: order.refunded };
  const parts = foldParts(order.parts, vocabulary);
  return {
    axes: furthest([own.axes, parts.axes]),
    unknown: [...own.unknown, ...parts.unknown],
    assumed: [...own.assumed, ...parts.assumed],
    refunded: Math.max(order.refunded, parts.refunded),
  };
}

function together(own: Heard, theirs: Heard): Heard {
  return {
    axes: { ...theirs.axes, ...own.axes },
    unknown: [...own.unknown, ...theirs.unknown],
    assumed: [...own.assumed, ...theirs.assumed],
    refunded: Math.max(own.refunded, theirs.refunded),
  };
}

function refundAxis(said: Required<Axes>['refund'], order: StatedOrder): Required<Axes>['refund'] {
  if (order.refunded <= 0) return said;
  const received = order.paid === null || order.paid === 0 ? Math.max(order.total, order.refunded) : order.paid;
  if (said === 'full' || order.refunded >= received) return 'full';
  return 'partial';
}

function stateOf(axes: Required<Axes>, order: StatedOrder): OrderState {
  if (axes.refund === 'full' && (axes.payment !== 'unpaid' || order.refunded > 0)) return 'refunded';
  if (axes.cancellation === 'cancelled') return 'cancelled';
  if (axes.payment === 'unpaid')
    return axes.fulfilment === 'shipped' || axes.fulfilment === 'completed' ? axes.fulfilment : 'unpaid';
  if (axes.fulfilment === 'completed') return 'completed';
  return axes.fulfilment === 'shipped' ? 'shipped' : 'paid';
}

/** Taobao's paid amount is already net when it is 0 and a refund stands beside it; otherwise subtract. */
function netOf(order: StatedOrder): number {
  if (order.paid === 0 && order.refunded > 0) return 0;
  return (order.paid ?? order.total) - order.refunded;
}
