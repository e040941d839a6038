/** Where a customer stands, in words: money, rhythm, groups. */
import type { Context } from '../context.ts';
import { LATENESS_LIMITS } from '../measures/lifecycle.ts';
import type { MeasuresRow } from '../measures/queries.ts';
import { amount, amounts } from '../output/amounts.ts';
import { namedTerm } from '../output/term.ts';
import type { CardView } from './customer-card.ts';

/** With the average where everything is in the currency of the measures, else an amount by currency. */
export function spentText(
  { card, measures, population: { currency } }: CardView,
  withAverage: (amount: string, average: string) => string,
): string | undefined {
  if (!measures || measures.number_of_orders === 0) return undefined;
  if (measures.other_currency_orders === 0)
    return withAverage(
      amount(measures.amount_spent ?? 0, currency),
      amount(Math.round(measures.average_order_value ?? 0), currency),
    );
  const byCurrency: Record<string, number> = {};
  for (const order of card.orders)
    if (order.counting === 1) byCurrency[order.currency] = (byCurrency[order.currency] ?? 0) + order.net;
  return amounts(Object.fromEntries(Object.entries(byCurrency).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

export function rhythmText(context: Context, measures: MeasuresRow | undefined): string | undefined {
  const { card: labels } = context.words.customers;
  if (!measures || measures.number_of_orders < 2 || measures.rhythm_days === null || measures.recency_days === null)
    return undefined;
  const lateness = measures.lateness ?? 0;
  const { onTime, due, late } = LATENESS_LIMITS;
  const word =
    lateness <= onTime ? labels.onTime : lateness <= due ? labels.due : lateness <= late ? labels.late : labels.lapsed;
  return labels.rhythmText(Math.round(measures.rhythm_days), measures.recency_days, word);
}

/** Stage, RFM group and value band; without any order a lead. */
export function standingText({ words }: Context, measures: MeasuresRow | undefined): string {
  return [measures?.lifecycle_stage ?? 'lead', measures?.rfm_group, measures?.value_band]
    .flatMap((name) => (name ? [namedTerm(words, name)] : []))
    .join(' · ');
}
