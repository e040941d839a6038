/** Queries of the whole segment language by chance, as trees the parser could have made. */
import fc from 'fast-check';
import { COLLECTIONS, type Aggregate, type Attribute, type Collection } from '../../src/segments/collections.ts';
import type { Comparison, Expression, Operand, Operator, Value } from '../../src/segments/expression.ts';
import { print } from '../../src/segments/print.ts';
import { FIELDS, type FieldType, type SegmentField } from '../../src/segments/fields.ts';
import { fitting } from '../../src/segments/fitting.ts';

/** Of a query as text. */
const LONGEST = 900;
export const SPAN = { start: 0, end: 0 };
const FIELD_LIST: readonly SegmentField[] = FIELDS;

const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2024, 6, 1 + days)).toISOString().slice(0, 10));
/** Not after any day that is asked for. */
const earlier = fc
  .integer({ min: 0, max: 360 })
  .map((days) => new Date(Date.UTC(2024, 6, 1 + days)).toISOString().slice(0, 10));
const offset = fc.record({
  amount: fc.integer({ min: -90, max: 90 }).filter((amount) => amount !== 0),
  unit: fc.constantFrom('d', 'w', 'm', 'y'),
} as const);
const days: fc.Arbitrary<Value> = fc.oneof(
  day.map((value): Value => ({ kind: 'day', day: value, span: SPAN })),
  fc.integer({ min: -400, max: -1 }).map((amount): Value => ({ kind: 'offset', amount, unit: 'd', span: SPAN })),
  offset.map((moved): Value => ({ kind: 'offset', ...moved, span: SPAN })),
  fc
    .tuple(fc.constantFrom('week', 'month', 'year'), fc.option(offset))
    .map(([of, moved]): Value => ({ kind: 'start', of, ...(moved ?? { amount: 0, unit: 'd' }), span: SPAN })),
);
const words = fc.oneof(
  fc.constantFrom('vip', 'VIP', '王', '杭州市', 'Ann', "it's", '’', 'a%_', 'CN', '龙井', 'LJ-250', 'taobao', '绿茶'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

interface Kind {
  readonly type: FieldType;
  readonly levels?: readonly string[];
}

function valueFor({ type, levels = [] }: Kind): fc.Arbitrary<Value> {
  switch (type) {
    case 'number':
      return fc.oneof(
        fc.integer({ min: 0, max: 6 }).map((number): Value => ({ kind: 'number', number, span: SPAN })),
        fc
          .integer({ min: -50, max: 20_000 })
          .map((hundredths): Value => ({ kind: 'number', number: hundredths / 100, span: SPAN })),
      );
    case 'money':
      return fc
        .integer({ min: -100, max: 60_000 })
        .map((minor): Value => ({ kind: 'number', number: minor / 100, span: SPAN }));
    case 'day':
    case 'yearly':
      return days;
    case 'level':
      return fc.constantFrom(...levels).map((text): Value => ({ kind: 'text', text, span: SPAN }));
    default:
      return words.map((text): Value => ({ kind: 'text', text, span: SPAN }));
  }
}

function compared(operand: Operand, kind: Kind): fc.Arbitrary<Comparison> {
  return fc
    .constantFrom(...fitting(kind.type))
    .chain((operator) =>
      valuesFor(operator, valueFor(kind)).map(
        (values): Comparison => ({ kind: 'compare', ...operand, operator, operatorSpan: SPAN, values, span: SPAN }),
      ),
    );
}

function valuesFor(operator: Operator, value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> {
  const length = operator.endsWith('NULL') ? 0 : operator === 'BETWEEN' ? 2 : operator.endsWith('IN') ? undefined : 1;
  return fc.array(value, { minLength: length ?? 1, maxLength: length ?? 4 });
}

const operandOf = (field: SegmentField): fc.Arbitrary<Operand> => {
  const bare: Operand = { field: field.name, fieldSpan: SPAN };
  if (field.name === 'own_field') return fc.constantFrom('喜好', 'size').map((argument) => ({ ...bare, argument }));
  if (field.window === undefined) return fc.constant(bare);
  return fc.oneof(
    fc.constant(bare),
    fc.tuple(days, days).map((during): Operand => ({ ...bare, during })),
  );
};

const aField = fc.constantFrom(...FIELD_LIST);
const isOrdered = ({ type }: SegmentField) => type === 'number' || type === 'money' || type === 'day';
const ordered = fc.constantFrom(...FIELD_LIST.filter(isOrdered));
const comparison = aField.chain((field) => operandOf(field).chain((operand) => compared(operand, field)));
const anniversary = fc
  .constantFrom('birthday', 'first_order_date', 'last_order_date')
  .chain((field) => compared({ field, fieldSpan: SPAN, yearly: true }, { type: 'yearly' }));
const percentile = ordered.chain((field) =>
  operandOf(field).chain((operand) =>
    compared(operand, { type: 'number' }).map((test): Comparison => {
      const values = test.values.map((): Value => ({ kind: 'number', number: 50, span: SPAN }));
      return { ...test, values, percentile: true };
    }),
  ),
);
const SIGNS = ['=', '!=', '<', '<=', '>', '>='] as const;
const contrast = ordered
  .chain((left) =>
    fc.tuple(
      operandOf(left),
      fc.constantFrom(...FIELD_LIST.filter(({ type }) => type === left.type)).chain(operandOf),
      fc.constantFrom(...SIGNS),
      left.type === 'day' ? fc.constant(1) : fc.constantFrom(1, 0.5, 2),
    ),
  )
  .map(
    ([left, right, operator, times]): Expression => ({
      kind: 'contrast',
      left,
      right,
      operator,
      operatorSpan: SPAN,
      times,
      span: SPAN,
    }),
  );
const rank = fc
  .tuple(ordered.chain(operandOf), fc.constantFrom('TOP', 'BOTTOM'), fc.boolean(), fc.integer({ min: 1, max: 100 }))
  .map(
    ([operand, end, share, n]): Expression => ({
      kind: 'rank',
      ...operand,
      end,
      amount: share ? n / 100 : n,
      share,
      span: SPAN,
    }),
  );

function testOf({ name, type, ...rest }: Attribute | Aggregate): fc.Arbitrary<Comparison> {
  return compared(
    { field: name, fieldSpan: SPAN },
    { type, ...('levels' in rest ? { levels: rest.levels ?? [] } : {}) },
  );
}
const matchesOf = ({ name, attributes, aggregates }: Collection): fc.Arbitrary<Expression> =>
  fc
    .tuple(fc.boolean(), fc.array(fc.constantFrom(...attributes, ...aggregates).chain(testOf), { maxLength: 3 }))
    .map(([negated, tests]) => ({
      kind: 'matches',
      collection: name,
      collectionSpan: SPAN,
      negated,
      tests,
      span: SPAN,
    }));
const matches = fc.constantFrom(...COLLECTIONS).chain(matchesOf);
const membership = fc
  .tuple(fc.constantFrom('champions', 'lead', 'vip', 'late'), fc.option(earlier, { freq: 8, nil: undefined }))
  .map(
    ([name, then]): Expression => ({
      kind: 'segment',
      name,
      ...(then === undefined ? {} : { asOf: { kind: 'day', day: then, span: SPAN } }),
      span: SPAN,
    }),
  );
const sample = fc
  .tuple(fc.integer({ min: 1, max: 100 }), fc.constantFrom('', 'x', '种子'))
  .map(([percent, seed]): Expression => ({ kind: 'sample', share: percent / 100, seed, span: SPAN }));

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  { arbitrary: comparison, weight: 6 },
  { arbitrary: matches, weight: 4 },
  anniversary,
  percentile,
  contrast,
  rank,
  membership,
  sample,
);

/** No junction directly in one of its own kind. */
const anyQuery: fc.Arbitrary<Expression> = fc.letrec<Record<'any' | 'and' | 'or' | 'not', Expression>>((tie) => {
  const parts = (other: 'and' | 'or') =>
    fc.array(fc.oneof({ maxDepth: 3 }, leaf, tie('not'), tie(other)), { minLength: 2, maxLength: 3 });
  return {
    not: tie('any').map((inner): Expression => ({ kind: 'not', inner, span: SPAN })),
    and: parts('or').map((found): Expression => ({ kind: 'and', parts: found, span: SPAN })),
    or: parts('and').map((found): Expression => ({ kind: 'or', parts: found, span: SPAN })),
    any: fc.oneof({ maxDepth: 3 }, leaf, leaf, tie('not'), tie('and'), tie('or')),
  };
}).any;

/** None that is too much to go through. */
export const randomQuery: fc.Arbitrary<Expression> = anyQuery.filter((tree) => print(tree).length < LONGEST);

export const randomComparison: fc.Arbitrary<Comparison> = comparison;
