/** What is new, changed or gone against the list before of the same series, and what the tool it went to knows afterwards. Pure. */
import type { Standing } from './contact-list.ts';

export type Part = 'new' | 'changed' | 'removed';

export interface ListedPerson {
  readonly customer: number;
  readonly standing: Standing;
  /** Keyed hash of what the file says of them. */
  readonly content: string;
}

export type Before = ReadonlyMap<number, Pick<ListedPerson, 'standing' | 'content'>>;

/** Customers, in the order of `now`, those that are gone by their numbers. `now` has also those held out. */
export function customersOf(part: Part | undefined, before: Before, now: readonly ListedPerson[]): number[] {
  const listed = now.filter(({ standing }) => standing === 'listed');
  const was = (customer: number) => before.get(customer)?.standing === 'listed';
  switch (part) {
    case undefined:
      return listed.map(({ customer }) => customer);
    case 'new':
      return listed.flatMap(({ customer }) => (was(customer) ? [] : [customer]));
    case 'changed':
      return listed.flatMap(({ customer, content }) =>
        was(customer) && before.get(customer)?.content !== content ? [customer] : [],
      );
    case 'removed': {
      const still = new Set(listed.map(({ customer }) => customer));
      return [...before.keys()].filter((customer) => was(customer) && !still.has(customer)).toSorted((a, b) => a - b);
    }
  }
}

interface HandedOver {
  readonly before: Before;
  readonly now: readonly ListedPerson[];
  readonly written: readonly number[];
}

/**
 * Of a whole list those on it, and whoever was held out before and may come back; of a part what was known before, as far
 * as the part does not say otherwise.
 */
export function knownAfter(part: Part | undefined, { before, now, written }: HandedOver): ListedPerson[] {
  const known = new Map(
    part === undefined ? [...before].filter(([, { standing }]) => standing === 'held_out') : before,
  );
  if (part === 'removed') for (const customer of written) known.delete(customer);
  else {
    const inFile = new Set(written);
    for (const person of now)
      if (part === undefined || inFile.has(person.customer) || (part === 'new' && person.standing === 'held_out'))
        known.set(person.customer, person);
  }
  return [...known].map(([customer, { standing, content }]) => ({ customer, standing, content }));
}
