/** Subscribers of listmonk: what its messages may say of somebody is JSON in one cell. */
import { withoutControls } from '../../values/controls.ts';
import type { ListFormat, ListPerson } from './list-format.ts';
import { only, sheetOf, text } from './person-columns.ts';
import { firstName, lastName } from './person-facts.ts';

function attributes(person: ListPerson): string {
  const said = {
    customer_id: person.customer_id,
    first_name: firstName(person),
    last_name: lastName(person),
    salutation: person.salutation,
    language: person.language,
    city: person.city,
    country: person.country,
    number_of_orders: person.number_of_orders,
    last_order_date: person.last_order_date,
    tags: person.tags.length > 0 ? person.tags : null,
  };
  return withoutControls(
    JSON.stringify(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))),
  );
}

const COLUMNS = [text('email', ({ email }) => email), text('name', ({ name }) => name), text('attributes', attributes)];

export const listmonk: ListFormat = {
  name: 'listmonk',
  evidence: 'seen',
  source: 'listmonk: frontend/src/views/Import.vue',
  channels: ['email'],
  extension: 'csv',
  make: (people) =>
    sheetOf(
      COLUMNS,
      only(people, ({ email }) => email !== null),
    ),
};
