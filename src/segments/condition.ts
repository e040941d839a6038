/** A query of which everything is known: fields, days and amounts worked out for one day and currency. */
import type { Aggregate, Attribute, Collection } from './collections.ts';
import type { Operator } from './expression.ts';
import type { SegmentField } from './fields.ts';
import type { Scalar } from './scalar.ts';
import type { Span } from './segment-error.ts';

/** Where a condition stands in what somebody wrote. */
export interface Place {
  readonly source: string;
  readonly span: Span;
}

export interface Asked {
  readonly field: SegmentField;
  readonly argument?: string;
  readonly during?: { readonly from: string; readonly to: string };
  readonly yearly?: true;
  /** The table its values of everybody were put in, where they had to be; filled in by resolve. */
  readonly table?: string;
}

/** Customers that were found once for every time they are asked for. */
export interface MemberSet {
  readonly table: string;
  /** Whether the condition holds for these, or for all others. */
  readonly isIn: boolean;
}

export interface Test extends Place {
  readonly kind: 'test';
  readonly asked: Asked;
  readonly operator: Operator;
  /** None for IS NULL, two for BETWEEN, one or more for IN, else one. */
  readonly values: readonly Scalar[];
  /** The values are percentiles; `limits` are what stands at them, null where nobody has a value: filled in by resolve. */
  readonly percentile?: true;
  readonly limits?: readonly (Scalar | null)[];
  /** Of a list: filled in by resolve. */
  readonly set?: MemberSet;
}

export interface ContrastTest extends Place {
  readonly kind: 'contrast';
  readonly left: Asked;
  readonly operator: Operator;
  readonly times: number;
  readonly right: Asked;
}

export interface RankTest extends Place {
  readonly kind: 'rank';
  readonly asked: Asked;
  readonly end: 'TOP' | 'BOTTOM';
  readonly amount: number;
  readonly share: boolean;
  /** The last value that is still in; null where nobody has one: filled in by resolve. */
  readonly limit?: Scalar | null;
}

/** Of one attribute of a row, or of an aggregate of all that match. */
export interface RowTest {
  readonly of: Attribute | Aggregate;
  readonly operator: Operator;
  readonly values: readonly Scalar[];
}

export interface MatchTest extends Place {
  readonly kind: 'matches';
  readonly collection: Collection;
  readonly negated: boolean;
  readonly tests: readonly RowTest[];
  /** Filled in by resolve. */
  readonly set?: MemberSet;
}

export interface SampleTest extends Place {
  readonly kind: 'sample';
  readonly share: number;
  readonly seed: string;
}

export type Leaf = Test | ContrastTest | RankTest | MatchTest | SampleTest | MembersTest;

/** A segment as it was on another day. */
export interface MembersTest extends Place {
  readonly kind: 'members';
  readonly name: string;
  /** The query that is the segment. */
  readonly where: string;
  readonly asOf: string;
  /** Filled in by resolve. */
  readonly members?: ReadonlySet<number>;
}

export type Condition =
  | ({ readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] } & Place)
  | ({ readonly kind: 'not'; readonly inner: Condition } & Place)
  | ({ readonly kind: 'segment'; readonly name: string; readonly inner: Condition } & Place)
  | Leaf;

export const isAggregate = (of: Attribute | Aggregate): of is Aggregate => 'how' in of;

/** Every leaf, those of other segments included. */
export function leavesOf(condition: Condition): Leaf[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(leavesOf);
    case 'not':
    case 'segment':
      return leavesOf(condition.inner);
    default:
      return [condition];
  }
}

/** The same tree with other leaves. */
export function withLeaves(condition: Condition, change: (leaf: Leaf) => Leaf): Condition {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return { ...condition, parts: condition.parts.map((part) => withLeaves(part, change)) };
    case 'not':
    case 'segment':
      return { ...condition, inner: withLeaves(condition.inner, change) };
    default:
      return change(condition);
  }
}

/** What a leaf compares, where it is fields. */
export function askedOf(leaf: Leaf): readonly Asked[] {
  if (leaf.kind === 'contrast') return [leaf.left, leaf.right];
  return leaf.kind === 'test' || leaf.kind === 'rank' ? [leaf.asked] : [];
}
