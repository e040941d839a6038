/** What is known of one customer, as the conditions ask for it; each fact is read once. */
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import type { Collection } from './collections.ts';
import type { Seen } from './compare.ts';
import type { Asked } from './condition.ts';
import { readItems, readRows, readScalar, readWindow, type Row } from './facts-queries.ts';
import { fieldNamed } from './fields.ts';
import { teachFunctions } from './functions.ts';

const COUNTING = fieldNamed('number_of_orders', '', { start: 0, end: 0 });

export interface CustomerFacts {
  readonly customer: number;
  /** Null where nothing is known; undefined where there is nothing in the window that is asked for. */
  value(asked: Asked): Seen | undefined;
  /** Whether an order of theirs counts. */
  hasOrdered(): boolean;
  /** Of a field of several values. */
  items(asked: Asked): readonly string[];
  /** Everything of a collection, with `names` of its attributes, the oldest first. */
  rows(collection: Collection, names: ReadonlySet<string>): readonly Row[];
}

/** temp.measures must stand for the population and have the customer, if they had ordered. */
export function factsOf(archive: Archive, population: Population, customer: number): CustomerFacts {
  const { asOf, until, currency } = population;
  teachFunctions(archive, currency);
  const of = { asOf, until, currency, customer };
  const kept = new Map<string, unknown>();
  const once = <T>(key: string, read: () => T): T => {
    if (!kept.has(key)) kept.set(key, read());
    return kept.get(key) as T;
  };
  return {
    customer,
    value: (asked) => {
      const { field, during, argument } = asked;
      const key = [field.name, argument, during?.from, during?.to].join('|');
      return once(key, () =>
        during ? readWindow(archive, asked, of) : readScalar(archive, field, argument ?? null, of),
      );
    },
    hasOrdered: () => Number(once('ordered', () => readScalar(archive, COUNTING, null, of))) > 0,
    items: ({ field }) => once(field.name, () => readItems(archive, field, of)),
    rows: (collection, names) =>
      once([collection.name, ...[...names].toSorted()].join('|'), () => readRows(archive, collection, names, of)),
  };
}
