/** The facts of a card, one a line: who, where, since when, where they stand, how to reach them. */
import type { Context } from '../context.ts';
import { renderFields } from '../output/fields.ts';
import { visible } from '../output/visible.ts';
import type { CardLengths, CardView } from './customer-card.ts';
import { consentText, neverText, tagsText, wishesText } from './customer-card-contact.ts';
import { rhythmText, spentText, standingText } from './customer-card-standing.ts';
import { birthdayText, fieldValue } from './edit-words.ts';
import { listed } from './listed.ts';

export function cardFields(context: Context, view: CardView, { others: most }: CardLengths): string {
  const { io, words } = context;
  const { card, measures, population } = view;
  const { profile } = card;
  const { card: labels } = words.customers;
  const { orderFields, cards } = words;
  const { labels: more } = cards;
  const said = (text: string | null) => (text === null ? undefined : visible(text));
  const some = (items: readonly string[], separator?: string) => listed(words, items.map(visible), most, separator);
  const place = [card.country, card.province, card.city, card.district].filter((part) => part !== null && part !== '');
  const people = (rows: typeof card.referred) =>
    some(rows.map(({ name, customer_id: number }) => cards.person(name, number)));
  const split = card.overrides.filter(({ kind }) => kind === 'split').length;
  return renderFields(
    [
      [more.otherNames, some(card.other_names)],
      [more.otherNumbers, some(card.other_numbers.map((number) => `#${number}`))],
      [labels.account, card.account ?? undefined],
      [labels.phone, card.phone ?? undefined],
      [labels.email, card.email ?? undefined],
      [labels.place, place.length > 0 ? [...new Set(place)].join(' ') : undefined],
      [orderFields.nickname, said(profile.nickname === card.name ? null : profile.nickname)],
      [orderFields.birthday, card.birthday === null ? undefined : birthdayText(card.birthday)],
      [orderFields.gender, card.gender === null ? undefined : visible(fieldValue(words, 'gender', card.gender))],
      [orderFields.points, view.points && words.points.card(view.points.balance, view.points.next)],
      [orderFields.note, said(profile.note)],
      [
        more.ownFields,
        some(
          Object.entries(card.own_fields).map(([field, value]) => `${field}: ${value}`),
          '; ',
        ),
      ],
      [labels.shops, card.shops.join(', ')],
      [labels.since, measures?.first_order_date ?? profile.since ?? undefined],
      [
        labels.orders,
        measures ? labels.ordersText(measures.number_of_orders, measures.orders_all) : labels.notYet(population.asOf),
      ],
      [labels.spent, spentText(view, labels.spentText)],
      [
        labels.last,
        measures?.last_order_date ? labels.daysAgo(measures.last_order_date, measures.recency_days ?? 0) : undefined,
      ],
      [labels.rhythm, rhythmText(context, measures)],
      [labels.standing, standingText(context, measures)],
      [words.levels.labels.level, view.level && words.levels.card(view.level.level, view.level.until)],
      [labels.tags, tagsText(words, card, most)],
      [labels.consent, consentText(words, view)],
      [more.wishes, wishesText(words, card)],
      [labels.never, neverText(words, view)],
      [more.referredBy, people(card.referred_by)],
      [more.referred, people(card.referred)],
      [more.overrides, card.overrides.length > 0 ? cards.overridden(card.overrides.length - split, split) : undefined],
    ],
    io.out,
  );
}
