/** One order of `platforms explain` for a person. */
import type { ExplainedOrder, ExplainedState } from '../ingest/explain/explained-orders.ts';
import type { ExplainedShop } from '../ingest/explain/explained-settings.ts';
import type { Words } from '../messages/words.ts';
import { amount } from '../output/amounts.ts';
import { isoInstant } from '../values/iso-instant.ts';
import type { Field } from '../output/fields.ts';
import { term } from '../output/term.ts';
import { beginning, visible } from '../output/visible.ts';
import { dayIn } from '../values/zones.ts';
import { explainedContacts } from './explained-contacts.ts';

const ITEMS = 3;

export function orderFields(words: Words, order: ExplainedOrder, shops: readonly ExplainedShop[]): Field[] {
  const { explainedOrders: said } = words;
  const { facts } = order;
  const { contact } = facts;
  const labels = said.orderLabels;
  const money = (minor: number | null) => (minor ? amount(minor, facts.currency) : undefined);
  const line = (text: string | null) => (text === null ? undefined : visible(beginning(text)));
  const place = [contact.country, contact.province, contact.city, contact.district, contact.postcode, contact.address];
  const own = facts.part !== 'items';
  return [
    [`  ${labels.placed}`, own ? placedText(words, order, shops) : said.waits],
    [`  ${labels.total}`, own ? amount(facts.total, facts.currency) : undefined],
    [`  ${labels.paid}`, facts.paid === null ? undefined : amount(facts.paid, facts.currency)],
    [`  ${labels.refunded}`, money(facts.refunded)],
    [`  ${labels.discount}`, money(facts.discount)],
    [`  ${labels.shipping}`, money(facts.shipping)],
    [`  ${labels.coupon}`, line(facts.coupon)],
    [`  ${labels.state}`, own ? stateText(words, order) : undefined],
    [`  ${labels.shop}`, shops.length > 1 ? visible(facts.shopName) : undefined],
    [`  ${labels.name}`, line(contact.name)],
    [`  ${labels.receiver}`, line(contact.receiverName)],
    ...contactFields(words, order, shops),
    [`  ${labels.place}`, visible(place.filter((part) => part !== null).join(' '))],
    [
      `  ${labels.marketing}`,
      facts.acceptsMarketing === null ? undefined : words.common[facts.acceptsMarketing ? 'yes' : 'no'],
    ],
    [`  ${labels.items}`, itemsText(words, order)],
  ];
}

function placedText(
  { explainedOrders: said }: Words,
  { facts }: ExplainedOrder,
  shops: readonly ExplainedShop[],
): string {
  const { wall, offset, dateOnly } = facts.placed;
  const zone = shops.find(({ name }) => name === facts.shopName)?.timeZone ?? 'UTC';
  const written = dateOnly ? wall.slice(0, 10) : wall.replace('T', ' ');
  const placed = said.placed(written, offset === null ? zone : offsetText(offset), isoInstant(facts.placedAt));
  const day = dayIn(facts.placedAt, zone);
  return wall.startsWith(day) ? placed : said.ofDay(placed, day, zone);
}

function offsetText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.trunc(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

function stateText(words: Words, { facts, derived }: ExplainedOrder): string {
  const { explainedOrders: said } = words;
  const net = derived.counting ? amount(derived.net, facts.currency) : null;
  return said.state(
    term(words, derived.state),
    countsText(words, derived.counting),
    net,
    wordsText(words, facts.words),
  );
}

function contactFields(words: Words, { facts }: ExplainedOrder, shops: readonly ExplainedShop[]): Field[] {
  const { explainedOrders: said, customers } = words;
  return explainedContacts(facts, shops).map(({ kind, value, state, role }) => [
    `  ${customers.explain.kinds[kind] ?? kind}`,
    visible(said.contact(value, said.contactStates[state], role === 'receiver')),
  ]);
}

function itemsText({ explainedOrders: said }: Words, { facts }: ExplainedOrder): string {
  const shown = facts.lines
    .slice(0, ITEMS)
    .map(({ quantity, title, unitPrice }) =>
      visible(said.item(quantity, title, unitPrice === null ? null : amount(unitPrice, facts.currency))),
    );
  const more = facts.lines.length - shown.length;
  return [...shown, ...(more > 0 ? [said.moreItems(more)] : [])].join('\n');
}

/** `status "paid"`, for each column that has one. */
export function wordsText({ explainedOrders: said, orderFields }: Words, written: ExplainedState['words']): string {
  return Object.entries(written)
    .map(([role, word]) => {
      const name = orderFields[role as keyof typeof written];
      if (word === '*') return `${name} ${said.anyWord}`;
      return word === '' ? `${name} ${said.noStatus}` : `${name} "${visible(word)}"`;
    })
    .join(', ');
}

export function countsText({ explainedOrders: said }: Words, counting: boolean): string {
  return counting ? said.counts : said.countsNot;
}
