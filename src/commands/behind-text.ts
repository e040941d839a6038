/** The orders behind a verdict, a few of them in a line each. */
import type { Context } from '../context.ts';
import { visible } from '../output/visible.ts';
import type { Row } from '../segments/facts-queries.ts';
import type { VerdictWords } from './verdict-words.ts';

const MOST_ORDERS = 5;

export function behindText({ io, words }: Context, orders: readonly Row[], said: VerdictWords): string {
  if (orders.length === 0) return '';
  const { verdicts } = words;
  const shown = orders.slice(0, MOST_ORDERS).map(({ day, number, shop, amount }) => {
    const parts = [day, number, shop, said.value(amount ?? null, 'money')];
    return `  ${visible(parts.join('  '))}`;
  });
  const more = orders.length - shown.length;
  const lines = [io.out.style.bold(verdicts.behind), ...shown, ...(more > 0 ? [`  ${verdicts.more(more)}`] : [])];
  return `\n${lines.join('\n')}\n`;
}
