/** Orders of which each item has a state of its own: what these come to together. */
import type { Axes, StatusWords } from '../platforms/layout.ts';
import { AXIS_RANKS, furthest, isWords, type ReadWords, readWords, type Words } from './status-words.ts';

/** What one item says of itself. Minor units. */
export interface OrderPart {
  readonly words: Words;
  /** What was paid for it. */
  readonly amount: number;
  readonly refunded: number;
}

export interface FoldedParts extends Omit<ReadWords, 'settled'> {
  /** Paid back for items, and not taken for cancelled ones. Minor units. */
  readonly refunded: number;
}

/** As the archive keeps them; throws where they are none. */
export function partsIn(text: string): OrderPart[] {
  const parts: unknown = JSON.parse(text);
  if (!Array.isArray(parts) || !parts.every(isPart)) throw new TypeError('no items of an order');
  return parts;
}

function isPart(part: unknown): part is OrderPart {
  if (typeof part !== 'object' || part === null) return false;
  const { words, amount, refunded } = part as Record<keyof OrderPart, unknown>;
  return isWords(words) && Number.isSafeInteger(amount) && Number.isSafeInteger(refunded);
}

/** A gift says nothing of the order it came with; an order is cancelled or refunded when all of it is. */
export function foldParts(parts: readonly OrderPart[], vocabulary: StatusWords): FoldedParts {
  const read = parts.map((part) => ({ ...part, ...readWords(part.words, vocabulary) }));
  const paidFor = read.filter(({ amount }) => amount !== 0);
  const told = paidFor.length > 0 ? paidFor : read;
  const stays = told.filter(({ axes }) => !isGone(axes));
  const speaking = (stays.length > 0 ? stays : told).map(({ axes }) => axes);
  const refunds = told.map(({ axes }) => axes.refund);
  const axes: Axes = {
    ...leastOf('payment', speaking),
    ...leastOf('fulfilment', speaking),
    ...refundOf(refunds, stays.length > 0),
    ...(told.some(({ axes: { cancellation } }) => cancellation) && {
      cancellation: told.every((one) => one.axes.cancellation === 'cancelled') ? 'cancelled' : 'none',
    }),
  };
  return {
    axes,
    unknown: read.flatMap(({ unknown }) => unknown),
    assumed: read.flatMap(({ assumed }) => assumed),
    refunded: told.reduce((sum, part) => sum + paidBack(part, axes), 0),
  };
}

/** For an item that is gone nothing came back where nothing was paid. */
function paidBack({ amount, refunded, axes }: OrderPart & { readonly axes: Axes }, order: Axes): number {
  return isGone(axes) && order.payment !== 'unpaid' ? Math.max(amount, refunded) : refunded;
}

const isGone = ({ cancellation, refund }: Axes): boolean => cancellation === 'cancelled' || refund === 'full';

function refundOf(refunds: readonly Axes['refund'][], anyStays: boolean): Axes {
  const most = furthest(refunds.map((refund) => (refund ? { refund } : {}))).refund;
  if (most === undefined) return {};
  return { refund: most === 'full' && anyStays ? 'partial' : most };
}

/** As far as all are; `partly` where only some are any further than nothing. */
function leastOf(name: 'payment' | 'fulfilment', said: readonly Axes[]): Axes {
  const ranks: readonly (string | undefined)[] = AXIS_RANKS[name];
  const told = said.map((axes) => ranks.indexOf(axes[name])).filter((rank) => rank >= 0);
  if (told.length === 0) return {};
  const [least, most] = [Math.min(...told), Math.max(...told)];
  return { [name]: ranks[least === 0 && most > 0 ? 1 : least] };
}
