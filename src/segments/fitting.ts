/** Which operators a kind of value takes. */
import type { Operator } from './expression.ts';
import type { FieldType } from './fields.ts';

const NULLS: readonly Operator[] = ['IS NULL', 'IS NOT NULL'];
const LEVEL: readonly Operator[] = ['=', '!=', 'IN', 'NOT IN', ...NULLS];
const ORDERED: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>=', 'BETWEEN', 'IN', 'NOT IN', ...NULLS];
const TEXTUAL: readonly Operator[] = [
  '=',
  '!=',
  'IN',
  'NOT IN',
  'CONTAINS',
  'NOT CONTAINS',
  'STARTS WITH',
  'ENDS WITH',
  ...NULLS,
];
const YEARLY: readonly Operator[] = ['=', '!=', 'BETWEEN', ...NULLS];

const FITTING: Readonly<Record<FieldType, readonly Operator[]>> = {
  number: ORDERED,
  money: ORDERED,
  day: ORDERED,
  yearly: YEARLY,
  text: TEXTUAL,
  list: TEXTUAL,
  level: LEVEL,
};

/** Whether values of the kind have a greatest and a least, for percentiles and ranks. */
export const hasRanks = (type: FieldType): boolean => type === 'number' || type === 'money' || type === 'day';

export const fitting = (type: FieldType): readonly Operator[] => FITTING[type];
