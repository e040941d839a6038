/** Joining by evidence where splits forbid some of it. */
import type { Join } from './matching.ts';
import type { Override } from './overrides.ts';
import type { Partition } from './partition.ts';

interface Settled {
  /** All records that are connected. */
  readonly records: readonly number[];
  readonly fingerprintOf: (record: number) => string;
}

/** Of which splits a component holds records of the one side or of the other. */
interface Labels {
  readonly stays: Set<number>;
  readonly leaves: Set<number>;
}

/**
 * Of the users of a value those are joined that no split keeps apart. The value is of those who stayed: whoever
 * was not there when the split was made goes with them.
 */
export function keepingApart(found: Partition, splits: readonly Override[], { records, fingerprintOf }: Settled): Join {
  return (users) => {
    const roots = [...new Set(users.map(({ record }) => found.rootOf(record) ?? record))];
    if (roots.length === 1) return;
    const labels = labelsOf(found, roots, splits);
    const rank = (root: number) => {
      const { stays, leaves } = labels.get(root) as Labels;
      return leaves.size > 0 ? 2 : stays.size > 0 ? 0 : 1;
    };
    const first = firstFingerprints(found, roots, records, fingerprintOf);
    const ordered = roots.toSorted(
      (a, b) => rank(a) - rank(b) || ((first.get(a) ?? '') < (first.get(b) ?? '') ? -1 : 1),
    );
    const groups: { readonly root: number; readonly labels: Labels }[] = [];
    for (const root of ordered) {
      const own = labels.get(root) as Labels;
      const group = groups.find((one) => !apart(one.labels, own));
      if (!group) {
        groups.push({ root, labels: own });
        continue;
      }
      found.join(group.root, root);
      for (const split of own.stays) group.labels.stays.add(split);
      for (const split of own.leaves) group.labels.leaves.add(split);
    }
  };
}

function apart(a: Labels, b: Labels): boolean {
  return [...b.leaves].some((split) => a.stays.has(split)) || [...b.stays].some((split) => a.leaves.has(split));
}

function labelsOf(found: Partition, roots: readonly number[], splits: readonly Override[]): Map<number, Labels> {
  const labels = new Map<number, Labels>(roots.map((root) => [root, { stays: new Set(), leaves: new Set() }]));
  for (const { id, sides } of splits) {
    for (const record of sides[0]) labels.get(found.rootOf(record) ?? 0)?.stays.add(id);
    for (const record of sides[1]) labels.get(found.rootOf(record) ?? 0)?.leaves.add(id);
  }
  return labels;
}

function firstFingerprints(
  found: Partition,
  roots: readonly number[],
  records: readonly number[],
  fingerprintOf: (record: number) => string,
): Map<number, string> {
  const first = new Map<number, string>();
  const wanted = new Set(roots);
  for (const record of records) {
    const root = found.rootOf(record) ?? 0;
    if (!wanted.has(root)) continue;
    const print = fingerprintOf(record);
    const known = first.get(root);
    if (known === undefined || print < known) first.set(root, print);
  }
  return first;
}
