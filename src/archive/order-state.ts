/**
 * What an order's words and amounts mean: its axes, its state, whether it counts, and its net.
 * The one place for the counting rule.
 */
import type { Axes, StatusRole, StatusWords } from '../platforms/layout.ts';
import { ownText } from '../values/own-text.ts';

export type OrderState = 'unpaid' | 'paid' | 'shipped' | 'completed' | 'cancelled' | 'refunded' | 'unknown';

/** The platform's own words by the role of the column they stood in. */
export type Words = Readonly<Partial<Record<StatusRole, string>>>;

/** As the archive keeps them; throws where they are none. */
export function wordsIn(text: string): Words {
  const words: unknown = JSON.parse(text);
  const isTable = typeof words === 'object' && words !== null && !Array.isArray(words);
  if (!isTable || !Object.values(words).every((word) => typeof word === 'string'))
    throw new TypeError('no words of a platform');
  return words;
}

export interface StatedOrder {
  readonly words: Words;
  /** Minor units. `paid` is null where the file does not state it apart from the total. */
  readonly total: number;
  readonly paid: number | null;
  readonly refunded: number;
}

export interface DerivedOrder {
  readonly axes: Required<Axes>;
  readonly state: OrderState;
  /** Money received (or shipped, for a cash-on-delivery shop), not cancelled, not wholly refunded. */
  readonly counting: boolean;
  readonly refundPending: boolean;
  /** What the customer paid less refunds; 0 for an order that does not count. */
  readonly net: number;
  /** Words no rule knows, with their role. */
  readonly unknown: readonly { readonly role: StatusRole; readonly word: string }[];
}

/**
 * How far along each axis a value is. Of two versions of an order the one further along wins,
 * compared axis by axis in this order: a cancelled order does not come back, a refund is not undone,
 * goods are not unshipped, money is not unpaid.
 */
export const AXIS_RANKS: { readonly [K in keyof Axes]-?: readonly NonNullable<Axes[K]>[] } = {
  cancellation: ['none', 'cancelled'],
  refund: ['none', 'requested', 'partial', 'full'],
  fulfilment: ['unshipped', 'partly', 'shipped', 'completed'],
  payment: ['unpaid', 'partly', 'paid'],
};

export const STATUS_ROLES: readonly StatusRole[] = ['status', 'payment', 'fulfilment', 'refund', 'cancellation'];

export function deriveOrder(
  order: StatedOrder,
  vocabulary: StatusWords,
  shop: { readonly cashOnDelivery: boolean },
): DerivedOrder {
  const { axes, unknown } = readWords(order.words, vocabulary);
  const refund = refundAxis(axes.refund, order);
  const settled: Required<Axes> = { ...axes, refund };
  const blind = unknown.some((entry) => entry.role === 'status' || entry.role === 'payment');
  const state = blind ? 'unknown' : stateOf(settled, order);
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
    !(order.total > 0 && net <= 0 && order.refunded > 0);
  return { axes: settled, state, counting, refundPending: refund === 'requested', net: counting ? net : 0, unknown };
}

interface ReadWords {
  readonly axes: Required<Axes>;
  readonly unknown: DerivedOrder['unknown'];
}

/** What combinations of words mean, by the object they are said with: a reader has one for all orders that say the same. */
const understood = new WeakMap<StatusWords, WeakMap<Words, ReadWords>>();

function readWords(words: Words, vocabulary: StatusWords): ReadWords {
  let known = understood.get(vocabulary);
  if (!known) understood.set(vocabulary, (known = new WeakMap<Words, ReadWords>()));
  let read = known.get(words);
  if (!read) known.set(words, (read = understand(words, vocabulary)));
  return read;
}

function understand(words: Words, vocabulary: StatusWords): ReadWords {
  const unknown: { role: StatusRole; word: string }[] = [];
  const said: Axes[] = [];
  for (const role of STATUS_ROLES) {
    const word = words[role];
    if (word === undefined) continue;
    const meaning = meaningOf(vocabulary[role], word);
    if (meaning) said.push(meaning);
    else unknown.push({ role, word: ownText(word) });
  }
  // A file without any status column: what was exported as an order was sold.
  if (said.length === 0 && unknown.length === 0) said.push({ payment: 'paid' });
  return { axes: furthest(said), unknown };
}

/** The key a status word is looked up under: compatibility forms folded, so `，` meets `,`. */
export function wordKey(word: string): string {
  return word.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

function meaningOf(words: Readonly<Record<string, Axes>> | undefined, word: string): Axes | undefined {
  if (!words) return undefined;
  if (Object.hasOwn(words, word)) return words[word];
  const key = wordKey(word);
  if (Object.hasOwn(words, key)) return words[key];
  return words['*'];
}

function furthest(said: readonly Axes[]): Required<Axes> {
  const axis = (name: keyof Axes): string | undefined => {
    const ranks: readonly (string | undefined)[] = AXIS_RANKS[name];
    return ranks[Math.max(0, ...said.map((axes) => ranks.indexOf(axes[name])))];
  };
  return {
    payment: axis('payment'),
    fulfilment: axis('fulfilment'),
    refund: axis('refund'),
    cancellation: axis('cancellation'),
  } as Required<Axes>;
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
