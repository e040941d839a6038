/**
 * A tree to a condition: fields known, operators and values fitting them, relative days and amounts
 * worked out for one day and currency. What compares, in SQL or in memory, starts from here.
 */
import { valueFor } from './alias-words.ts';
import { attributeNamed, collectionNamed } from './collections.ts';
import type { Asked, Condition, ContrastTest, MatchTest, RankTest, RowTest, Test } from './condition.ts';
import type {
  Comparison,
  Contrast,
  Expression,
  Matching,
  Membership,
  Operand,
  Operator,
  Ranking,
} from './expression.ts';
import { fieldNamed, type FieldType, type SegmentField } from './fields.ts';
import { fitting, hasRanks } from './fitting.ts';
import { parse } from './grammar.ts';
import { nearest } from '../values/nearest.ts';
import { dayOf, type Scalar, type Scope, scalarOf } from './scalar.ts';
import { type Detail, SegmentError, type SegmentProblem, type Span } from './segment-error.ts';

/** `source` is what the expression was parsed from. Throws SegmentError. */
export function check(expression: Expression, source: string, scope: Scope): Condition {
  return new Checking(source, scope, []).check(expression);
}

/** Of conditions with all their parts together: what is said of segments by name can grow very fast. */
const MAX_CONDITIONS = 5000;
/** Of those that have to go through every order, or all customers once more: each may take a second on a large archive. */
const MAX_HEAVY = 50;
/** Segments inside of each other. */
const MAX_INSIDE = 12;
/** A day that is asked for gathers everything anew. */
const HEAVY_DAY = 5;

class Checking {
  readonly #source: string;
  readonly #scope: Scope;
  /** The segments one is inside of. */
  readonly #inside: readonly string[];
  readonly #count: { conditions: number; heavy: number };

  constructor(source: string, scope: Scope, inside: readonly string[], count = { conditions: 0, heavy: 0 }) {
    this.#source = source;
    this.#scope = scope;
    this.#inside = inside;
    this.#count = count;
  }

  check(expression: Expression): Condition {
    const place = { source: this.#source, span: expression.span };
    if (++this.#count.conditions > MAX_CONDITIONS) throw this.#error('too_long', expression.span);
    switch (expression.kind) {
      case 'and':
      case 'or':
        return { kind: expression.kind, parts: expression.parts.map((part) => this.check(part)), ...place };
      case 'not':
        return { kind: 'not', inner: this.check(expression.inner), ...place };
      case 'segment':
        return this.#segment(expression);
      case 'compare':
        return this.#test(expression);
      case 'contrast':
        return this.#contrast(expression);
      case 'rank':
        return this.#rank(expression);
      case 'matches':
        return this.#matches(expression);
      case 'sample':
        return { ...expression, ...place };
    }
  }

  #error(problem: SegmentProblem, span: Span, detail?: Detail): SegmentError {
    return new SegmentError(problem, this.#source, span, detail);
  }

  #heavy(span: Span, weight = 1): void {
    this.#count.heavy += weight;
    if (this.#count.heavy > MAX_HEAVY) throw this.#error('too_much', span);
  }

  #segment({ name, asOf, span }: Membership): Condition {
    const { segment: find, segmentNames } = this.#scope;
    // A segment may be called in Chinese; one of ours is so only where none is.
    const segment = find(name) ?? find(valueFor(name, segmentNames()) ?? '');
    if (!segment) {
      const near = nearest(name, segmentNames());
      throw this.#error('unknown_segment', span, { nearest: near && `in_segment('${near}')` });
    }
    const path = [...this.#inside, segment.name];
    if (path.length > MAX_INSIDE) throw this.#error('too_deep', span);
    if (this.#inside.includes(segment.name)) throw this.#error('circular_segment', span, { expected: { chain: path } });
    const place = { source: this.#source, span };
    if (asOf !== undefined) {
      this.#heavy(span, HEAVY_DAY);
      const day = dayOf(asOf, this.#source, this.#scope);
      // What came after the day that is asked for is not there.
      if (day > this.#scope.asOf) throw this.#error('later_day', asOf.span);
      return { kind: 'members', name: segment.name, where: segment.where, asOf: day, ...place };
    }
    const inner = new Checking(segment.where, this.#scope, path, this.#count);
    return { kind: 'segment', name: segment.name, inner: inner.check(parse(segment.where)), ...place };
  }

  #asked(operand: Operand): Asked {
    const field = fieldNamed(operand.field, this.#source, operand.fieldSpan);
    const argument = operand.argument === undefined ? {} : { argument: operand.argument };
    if (field.name === 'own_field' && operand.argument === undefined)
      throw this.#error('unexpected', operand.fieldSpan, { expected: { oneOf: ["own_field('…')"] } });
    if (operand.yearly) {
      if (field.type !== 'day' && field.type !== 'yearly')
        throw this.#error('wrong_value', operand.fieldSpan, { expected: 'date_name' });
      return { field, yearly: true };
    }
    if (!operand.during) return field.type === 'yearly' ? { field, yearly: true } : { field, ...argument };
    if (field.window === undefined) throw this.#error('no_window', operand.fieldSpan);
    this.#heavy(operand.fieldSpan);
    const [from, to] = operand.during.map((day) => dayOf(day, this.#source, this.#scope));
    return { field, during: { from: from ?? '', to: to ?? '' } };
  }

  #fits(type: FieldType, operator: Operator, span: Span): void {
    const operators = fitting(type);
    if (!operators.includes(operator)) throw this.#error('wrong_operator', span, { expected: { oneOf: operators } });
  }

  #test(comparison: Comparison): Test {
    const { operator, operatorSpan, values, percentile, span } = comparison;
    const asked = this.#asked(comparison);
    const type = asked.yearly ? 'yearly' : asked.field.type;
    const test = { kind: 'test', asked, operator, source: this.#source, span } as const;
    if (percentile && !hasRanks(type)) throw this.#error('no_ranks', comparison.fieldSpan);
    this.#fits(type, operator, operatorSpan);
    if (!percentile) return { ...test, values: this.#values({ ...asked.field, type }, values) };
    this.#heavy(span);
    const ranks = values.map((value): Scalar => {
      if (value.kind === 'number' && value.number >= 0 && value.number <= 100) return value.number;
      throw this.#error('wrong_value', value.span, { expected: 'percentile' });
    });
    return { ...test, values: ranks, percentile };
  }

  #values(field: SegmentField, values: Comparison['values']): Scalar[] {
    return values.map((value) => scalarOf(field, value, this.#source, this.#scope));
  }

  #contrast({ left, operator, operatorSpan, times, right, span }: Contrast): ContrastTest {
    const [one, other] = [this.#asked(left), this.#asked(right)];
    this.#fits(one.field.type, operator, operatorSpan);
    const fits = one.field.type === other.field.type && hasRanks(one.field.type);
    if (!fits || one.yearly || other.yearly || (one.field.type === 'day' && times !== 1))
      throw this.#error('wrong_pair', { start: left.fieldSpan.start, end: right.fieldSpan.end });
    return { kind: 'contrast', left: one, operator, times, right: other, source: this.#source, span };
  }

  #rank(ranking: Ranking): RankTest {
    const { end, amount, share, span } = ranking;
    this.#heavy(span);
    const asked = this.#asked(ranking);
    if (asked.yearly || !hasRanks(asked.field.type)) throw this.#error('no_ranks', ranking.fieldSpan);
    return { kind: 'rank', asked, end, amount, share, source: this.#source, span };
  }

  #matches({ collection: name, collectionSpan, negated, tests, span }: Matching): MatchTest {
    this.#heavy(span);
    const collection = collectionNamed(name, this.#source, collectionSpan);
    const rows = tests.map(({ field, fieldSpan, operator, operatorSpan, values }): RowTest => {
      const of = attributeNamed(collection, field, this.#source, fieldSpan);
      this.#fits(of.type, operator, operatorSpan);
      return { of, operator, values: values.map((value) => scalarOf(of, value, this.#source, this.#scope)) };
    });
    return { kind: 'matches', collection, negated, tests: rows, source: this.#source, span };
  }
}
