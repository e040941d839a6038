/** The tree of a segment query, before anything is known of its fields. Every node knows where it stands in the source. */
import type { Span } from './segment-error.ts';

export type Operator =
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'BETWEEN'
  | 'IN'
  | 'NOT IN'
  | 'CONTAINS'
  | 'NOT CONTAINS'
  | 'STARTS WITH'
  | 'ENDS WITH'
  | 'IS NULL'
  | 'IS NOT NULL';

export type Value =
  | { readonly kind: 'number'; readonly number: number; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'day'; readonly day: string; readonly span: Span }
  /** Relative to the day the question is asked for; today is 0d. */
  | { readonly kind: 'offset'; readonly amount: number; readonly unit: OffsetUnit; readonly span: Span };
export type OffsetUnit = 'd' | 'w' | 'm' | 'y';

/** Two parts or more, none of them a junction of the same kind. */
export interface Junction {
  readonly kind: 'and' | 'or';
  readonly parts: readonly Expression[];
  readonly span: Span;
}

export interface Negation {
  readonly kind: 'not';
  readonly inner: Expression;
  readonly span: Span;
}

export interface Comparison {
  readonly kind: 'compare';
  /** Lower case. */
  readonly field: string;
  readonly fieldSpan: Span;
  readonly operator: Operator;
  readonly operatorSpan: Span;
  /** None for IS NULL, two for BETWEEN, one or more for IN, else one. */
  readonly values: readonly Value[];
  readonly span: Span;
}

export interface Membership {
  readonly kind: 'segment';
  readonly name: string;
  readonly span: Span;
}

export type Expression = Junction | Negation | Comparison | Membership;
