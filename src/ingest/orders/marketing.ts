/** What a file says at order time of whether the buyer wants to hear more. */
import type { OrderCells } from './order-cells.ts';

const YES = /^(yes|y|true|1|subscribed|是|已订阅|同意)$/i;
const NO = /^(no|n|false|0|unsubscribed|否|未订阅|拒绝)$/i;

/** Null where nothing is said; a flag that may be set against it says nothing while it is not. */
export function marketingOf(cells: OrderCells): boolean | null {
  if (YES.test(cells.value('refusesMarketing'))) return false;
  return yesOrNo(cells.value('acceptsMarketing'));
}

/** Null where the word is neither. */
export function yesOrNo(word: string): boolean | null {
  if (YES.test(word)) return true;
  return NO.test(word) ? false : null;
}
