/**
 * What was said by hand, put over what the evidence makes of the records: customers that were split are
 * connected anew without ever joining the two sides, and customers that were merged become one.
 */
import { keepingApart } from './keeping-apart.ts';
import type { Join } from './matching.ts';
import { type Agreed, Groups, type Override } from './overrides.ts';
import type { Partition } from './partition.ts';

export interface SaidOverrides extends Agreed {
  /** The records on which the orders of a record stand now, where a later export shows them with other contact details. */
  readonly heirsOf: (record: number) => readonly number[];
  /** Puts records in an order that does not depend on arrival. */
  readonly fingerprintOf: (record: number) => string;
}

export const NOTHING_SAID: SaidOverrides = {
  merges: [],
  splits: [],
  heirsOf: () => [],
  fingerprintOf: () => '',
};

/** Of a record of a customer that merges hold together. */
export interface Part {
  /** The customer it would be of without them. */
  readonly part: number;
  /** The latest of these merges. */
  readonly merge: number;
}

export interface Matched {
  /** The customer of a record; undefined for one that proves nothing. */
  rootOf(record: number): number | undefined;
  partOf(record: number): Part | undefined;
}

/** `reconnect` joins these records anew by their evidence. */
export function heedOverrides(
  found: Partition,
  said: SaidOverrides,
  reconnect: (records: readonly number[], join: Join) => void,
): Matched {
  const { merges, splits } = inPlaceOf(said);
  for (const { sides } of merges) for (const record of sides.flat()) found.add(record);
  const root = (record: number) => found.rootOf(record);
  const torn = new Set<number>();
  for (const { sides } of splits) {
    const staying = new Set(sides[0].map(root));
    for (const leaving of sides[1].map(root)) if (leaving !== undefined && staying.has(leaving)) torn.add(leaving);
  }
  if (torn.size > 0) {
    const records = found.recordsOf(torn);
    found.part(records);
    reconnect(records, keepingApart(found, splits, { records, fingerprintOf: said.fingerprintOf }));
  }
  return mergedBy(found, merges, splits);
}

/** A merge that would bring together what a split keeps apart waits until that is taken back. */
function mergedBy(found: Partition, merges: readonly Override[], splits: readonly Override[]): Matched {
  const rooted = ({ sides }: Override) => sides.map((side) => side.flatMap((record) => found.rootOf(record) ?? []));
  const apart = splits.map((split) => ({ sides: rooted(split) as unknown as Override['sides'] }));
  const groups = new Groups();
  const joined = merges.flatMap((merge) => {
    const roots = rooted(merge).flat();
    const others = new Set(roots).size > 1;
    const done = others && groups.joinUnless(roots, apart);
    return done ? [{ id: merge.id, roots }] : [];
  });
  const mergeOf = new Map<number, number>();
  for (const { id, roots } of joined) {
    const group = groups.find(roots[0] as number);
    mergeOf.set(group, Math.max(id, mergeOf.get(group) ?? 0));
  }
  return {
    rootOf(record) {
      const part = found.rootOf(record);
      return part === undefined ? undefined : groups.find(part);
    },
    partOf(record) {
      const part = found.rootOf(record);
      const merge = part === undefined ? undefined : mergeOf.get(groups.find(part));
      return part === undefined || merge === undefined ? undefined : { part, merge };
    },
  };
}

/** What was said of a record holds for those in its place. */
function inPlaceOf({ merges, splits, heirsOf }: SaidOverrides): Agreed {
  const standing = (record: number) => {
    const heirs = heirsOf(record);
    return heirs.length > 0 ? heirs : [record];
  };
  const placed = (override: Override): Override => ({
    ...override,
    sides: [override.sides[0].flatMap(standing), override.sides[1].flatMap(standing)],
  });
  return { merges: merges.map(placed), splits: splits.map(placed) };
}
