/** The card of a customer as one screen of 80 columns. */
import type { Context } from '../context.ts';
import type { Card } from '../customers/card.ts';
import type { Population } from '../measures/population.ts';
import type { MeasuresRow } from '../measures/queries.ts';
import { amount, amounts } from '../output/amounts.ts';
import { renderFields } from '../output/fields.ts';
import { namedTerm, term } from '../output/term.ts';
import { terminalTable } from '../output/terminal-table.ts';
import { visible } from '../output/visible.ts';

export function cardScreen(
  context: Context,
  card: Card,
  measures: MeasuresRow | undefined,
  population: Population,
  { shown, neverBy }: { readonly shown: number; readonly neverBy: readonly string[] },
): string {
  const { io, words } = context;
  const { card: labels } = words.customers;
  const { orderFields } = words;
  const said = (text: string | null) => (text === null ? undefined : visible(text));
  const place = [card.country, card.province, card.city, card.district].filter((part) => part !== null && part !== '');
  const title = io.out.style.bold(
    visible(labels.title(card.name ?? card.account ?? labels.nameless, card.customer_id)),
  );
  const fields = renderFields(
    [
      [labels.account, card.account ?? undefined],
      [labels.phone, card.phone ?? undefined],
      [labels.email, card.email ?? undefined],
      [labels.place, place.length > 0 ? [...new Set(place)].join(' ') : undefined],
      [orderFields.nickname, said(card.profile.nickname === card.name ? null : card.profile.nickname)],
      [orderFields.birthday, card.profile.birthday ?? undefined],
      [orderFields.gender, said(card.profile.gender)],
      [orderFields.points, card.profile.points === null ? undefined : String(card.profile.points)],
      [orderFields.note, said(card.profile.note)],
      [labels.shops, card.shops.join(', ')],
      [labels.since, measures?.first_order_date ?? undefined],
      [
        labels.orders,
        measures ? labels.ordersText(measures.number_of_orders, measures.orders_all) : labels.notYet(population.asOf),
      ],
      [
        labels.spent,
        measures && measures.number_of_orders > 0 ? spent(card, measures, population, labels.spentText) : undefined,
      ],
      [
        labels.last,
        measures?.last_order_date ? labels.daysAgo(measures.last_order_date, measures.recency_days ?? 0) : undefined,
      ],
      [labels.rhythm, rhythm(context, measures)],
      [labels.standing, standing(context, measures)],
      [labels.tags, card.tags.map(({ tag, reason }) => (reason ? `${tag} (${reason})` : tag)).join(', ')],
      [
        labels.consent,
        card.consents.map(({ channel, status }) => `${term(words, channel)} ${term(words, status)}`).join(', '),
      ],
      [labels.never, neverBy.map((channel) => term(words, channel)).join(', ')],
    ],
    io.out,
  );
  const orders = terminalTable(
    {
      columns: [
        { name: 'day', kind: 'day' },
        { name: 'order_number', kind: 'text', whole: true },
        { name: 'shop', kind: 'text' },
        { name: 'state', kind: 'text', term: true },
        { name: 'net', kind: 'money', currency: { column: 'currency' } },
        { name: 'currency', kind: 'text', whenRoom: true },
        { name: 'items', kind: 'text' },
      ],
      rows: card.orders
        .slice(0, shown)
        .map((order) => [
          order.day,
          order.order_number,
          order.shop,
          order.state,
          order.net,
          order.currency,
          order.items,
        ]),
    },
    io.out,
    words,
  );
  return `${title}\n${fields}\n${io.out.style.bold(labels.lastOrders)}\n${orders}`;
}

/** With the average where everything is in the currency of the measures, else an amount by currency. */
function spent(
  card: Card,
  measures: MeasuresRow,
  { currency }: Population,
  withAverage: (amount: string, average: string) => string,
): string {
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

function rhythm(context: Context, measures: MeasuresRow | undefined): string | undefined {
  const { card: labels } = context.words.customers;
  if (!measures || measures.number_of_orders < 2 || measures.rhythm_days === null || measures.recency_days === null)
    return undefined;
  const lateness = measures.lateness ?? 0;
  const word =
    lateness <= 1 ? labels.onTime : lateness <= 1.5 ? labels.due : lateness <= 2.5 ? labels.late : labels.lapsed;
  return labels.rhythmText(Math.round(measures.rhythm_days), measures.recency_days, word);
}

function standing({ words }: Context, measures: MeasuresRow | undefined): string | undefined {
  if (!measures) return undefined;
  return [measures.lifecycle_stage, measures.rfm_group, measures.value_band]
    .filter((part) => part !== null)
    .map((name) => namedTerm(words, name))
    .join(' · ');
}
