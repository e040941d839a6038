/** That amounts leave orders in other currencies out: said where amounts of several customers are shown. */
import type { Context } from '../context.ts';
import type { Population } from '../measures/population.ts';

export function tellOtherCurrencies({ io, words }: Context, { otherCurrencies }: Population): void {
  for (const [currency, orders] of Object.entries(otherCurrencies))
    io.say(words.segments.measures.otherCurrency(orders, currency));
}
