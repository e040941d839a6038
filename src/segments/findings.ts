/** What is worth knowing of a condition before it is used, from what was counted of it. Pure. */
import { quote } from './print.ts';
import type { ShopifyDifference } from './shopify-signs.ts';

export interface Finding {
  readonly finding:
    | 'nobody'
    | 'everybody'
    | 'missing_kept'
    | 'never'
    | 'always'
    | 'changes_nothing'
    | ShopifyDifference['difference']
    | 'overlap'
    | 'uncovered'
    | 'partition';
  /** A condition, or the part of one. */
  readonly clause: string;
  readonly customers: number;
  /** What a sentence about it needs: a field, the other segment, a share. */
  readonly about: readonly string[];
}

export interface Counted {
  readonly where: string;
  readonly everybody: number;
  readonly members: number;
  readonly clauses: readonly {
    readonly text: string;
    /** Of everybody. */
    readonly members: number;
    /** Members of the whole where the clause always held, and where it never did. */
    readonly held: number;
    readonly failed: number;
    /** Members of the whole that have no value of a field whose missing values the clause lets in. */
    readonly missing: readonly { readonly field: string; readonly customers: number }[];
  }[];
}

export function findingsOf({ where, everybody, members, clauses }: Counted): Finding[] {
  if (everybody === 0) return [];
  const single = clauses.length === 1;
  return [
    ...(members === 0 ? [told('nobody', where, 0)] : []),
    ...(members === everybody ? [told('everybody', where, members)] : []),
    ...clauses.flatMap(({ text, members: alone, held, failed, missing }) => [
      ...missing
        .filter(({ customers }) => customers > 0)
        .map(({ field, customers }) => told('missing_kept', text, customers, field)),
      ...(single ? [] : standing(text, alone, { everybody, members, held, failed })),
    ]),
  ];
}

/** A clause that cannot tell one customer from another, or none that the others leave. */
function standing(
  text: string,
  alone: number,
  { everybody, members, held, failed }: Readonly<Record<'everybody' | 'members' | 'held' | 'failed', number>>,
): Finding[] {
  if (alone === 0) return [told('never', text, 0)];
  if (alone === everybody) return [told('always', text, alone)];
  // Of nobody nothing can be said but which clause leaves nobody.
  if (members === 0 || (members !== held && members !== failed)) return [];
  return [told('changes_nothing', text, alone)];
}

export const told = (finding: Finding['finding'], clause: string, customers: number, ...about: string[]): Finding => ({
  finding,
  clause,
  customers,
  about,
});

export interface Named {
  readonly name: string;
  readonly members: readonly number[];
}

/** Pairs that share somebody, each with the share of either. */
export function overlaps(segments: readonly Named[]): (Finding & { readonly segment: string })[] {
  return segments.flatMap((one, index) => {
    const known = new Set(one.members);
    return segments.slice(index + 1).flatMap((other) => {
      const both = other.members.filter((customer) => known.has(customer)).length;
      if (both === 0) return [];
      const clause = `in_segment(${quote(one.name)}) AND in_segment(${quote(other.name)})`;
      const shares = [one, other].map(({ members }) => percent(both, members.length));
      return [
        { ...told('overlap', clause, both, one.name, shares[0] ?? '', other.name, shares[1] ?? ''), segment: one.name },
      ];
    });
  });
}

/** Whom none of the segments has; a partition where each customer is in exactly one. */
export function cover(segments: readonly Named[], everybody: number): Finding[] {
  const covered = new Set(segments.flatMap(({ members }) => members)).size;
  const places = segments.reduce((sum, { members }) => sum + members.length, 0);
  const clause = `NOT in_segment(${segments.map(({ name }) => quote(name)).join(', ')})`;
  if (covered < everybody)
    return [told('uncovered', clause, everybody - covered, percent(everybody - covered, everybody))];
  return places === covered ? [told('partition', clause, 0)] : [told('uncovered', clause, 0, percent(0, everybody))];
}

const percent = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;
