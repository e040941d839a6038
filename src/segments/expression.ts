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

export type OffsetUnit = 'd' | 'w' | 'm' | 'y';

export interface Offset {
  readonly amount: number;
  readonly unit: OffsetUnit;
}

export const PERIODS = ['week', 'month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

export type Value =
  | { readonly kind: 'number'; readonly number: number; readonly span: Span }
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'day'; readonly day: string; readonly span: Span }
  /** Relative to the day the question is asked for; today is 0d. */
  | ({ readonly kind: 'offset'; readonly span: Span } & Offset)
  /** The first day of the week, month or year of that day, moved by an offset: month_start -1m. */
  | ({ readonly kind: 'start'; readonly of: Period; readonly span: Span } & Offset);

/** What is compared: a field, of a window of days where one is given. */
export interface Operand {
  /** Lower case. */
  readonly field: string;
  readonly fieldSpan: Span;
  /** Of a field of the seller's own, its name. */
  readonly argument?: string;
  /** First and last day. */
  readonly during?: readonly [Value, Value];
  /** Whether a day is meant as one of every year. */
  readonly yearly?: true;
}

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

export interface Comparison extends Operand {
  readonly kind: 'compare';
  readonly operator: Operator;
  readonly operatorSpan: Span;
  /** None for IS NULL, two for BETWEEN, one or more for IN, else one. */
  readonly values: readonly Value[];
  /** Whether the values are percentiles of everybody's. */
  readonly percentile?: true;
  readonly span: Span;
}

/** One field against so many times another. */
export interface Contrast {
  readonly kind: 'contrast';
  readonly left: Operand;
  readonly operator: Operator;
  readonly operatorSpan: Span;
  readonly times: number;
  readonly right: Operand;
  readonly span: Span;
}

/** Those with the greatest or the least values. */
export interface Ranking extends Operand {
  readonly kind: 'rank';
  readonly end: 'TOP' | 'BOTTOM';
  /** So many customers, or a share of them from 0 to 1. */
  readonly amount: number;
  readonly share: boolean;
  readonly span: Span;
}

export interface Membership {
  readonly kind: 'segment';
  readonly name: string;
  /** The day it is asked for, where that is another one. */
  readonly asOf?: Value;
  readonly span: Span;
}

/** Whether there is an order, a line, a note … for which every test holds. */
export interface Matching {
  readonly kind: 'matches';
  /** Lower case. */
  readonly collection: string;
  readonly collectionSpan: Span;
  readonly negated: boolean;
  readonly tests: readonly Comparison[];
  readonly span: Span;
}

/** A share of all customers that is always the same for one seed. */
export interface Sample {
  readonly kind: 'sample';
  /** From 0 to 1. */
  readonly share: number;
  readonly seed: string;
  readonly span: Span;
}

export type Expression = Junction | Negation | Comparison | Contrast | Ranking | Membership | Matching | Sample;
