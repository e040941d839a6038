/** Whose each record is, once it is settled which of them are one customer's, and the number each customer goes by. */
import type { Matched, Part } from './heed-overrides.ts';

/** A record; it shows who somebody is where an order stands on it or a standing file of customers speaks of it. */
export type Shown = readonly [record: number, isShown: boolean];

const NONE: readonly number[] = [];

export interface Belonging {
  /** One record of the customer, the same for all of theirs; undefined for a record that is nobody's. */
  rootOf(record: number): number | undefined;
  partOf(record: number): Part | undefined;
  /** By root: the lowest of the customer's own records that shows who they are, or where none does the lowest of all. */
  numbers(records: Iterable<Shown>): (root: number) => number;
}

/**
 * `heirs` are the records on which the orders of another stand now. `spokenOf` tells of whom something was said: they
 * are somebody although they prove nothing.
 */
export function belonging(
  found: Matched,
  heirs: ReadonlyMap<number, readonly number[]>,
  spokenOf: (record: number) => boolean,
): Belonging {
  const own = (record: number) => found.rootOf(record) ?? (spokenOf(record) ? record : undefined);
  /** The record in whose place it stands: of all its heirs one of the customer that is lowest. */
  const standing = (record: number): number => {
    let lowest: { readonly heir: number; readonly root: number } | undefined;
    // All orders of a file without contact details stand on one record, so that there may be very many.
    for (const heir of heirs.get(record) ?? NONE) {
      const root = own(heir);
      if (root !== undefined && (lowest === undefined || root < lowest.root)) lowest = { heir, root };
    }
    return lowest?.heir ?? record;
  };
  const rootOf = (record: number) => own(standing(record));
  return {
    rootOf,
    partOf: (record) => found.partOf(standing(record)),
    numbers(records) {
      const numbers = new Map<number, number>();
      const unshown = new Map<number, number>();
      for (const [record, isShown] of records) {
        const root = rootOf(record);
        if (root === undefined) continue;
        const lowest = isShown ? numbers : unshown;
        if (record < (lowest.get(root) ?? Number.POSITIVE_INFINITY)) lowest.set(root, record);
      }
      return (root) => numbers.get(root) ?? unshown.get(root) ?? root;
    },
  };
}
