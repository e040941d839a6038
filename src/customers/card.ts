/** Everything known of one customer, gathered for a screen or a document. */
import type { Archive } from '../store/open.ts';
import {
  type CardConsent,
  type CardOrder,
  type CardProfile,
  type CardTag,
  consentsOf,
  type CustomerRow,
  customerRow,
  ordersOf,
  profileOf,
  recordsOf,
  tagsOf,
} from './queries.ts';

export interface Card extends CustomerRow {
  readonly shops: readonly string[];
  readonly tags: readonly CardTag[];
  readonly consents: readonly CardConsent[];
  readonly profile: CardProfile;
  readonly orders: readonly CardOrder[];
  /** How many sets of contact details stand behind the card. */
  readonly records: number;
}

/** As on a day: `until` is the UTC second at which it ends. */
export function cardOf(archive: Archive, customer: number, { asOf, until }: { asOf: string; until: number }): Card {
  const row = customerRow(archive, customer);
  if (!row) throw new Error(`customer ${customer} has no row`);
  const orders = ordersOf(archive, customer, asOf);
  return {
    ...row,
    shops: [...new Set(orders.map((order) => order.shop))].toSorted(),
    tags: tagsOf(archive, customer, { asOf, until }),
    consents: consentsOf(archive, customer, until),
    profile: profileOf(archive, customer, until),
    orders,
    records: recordsOf(archive, customer).length,
  };
}
