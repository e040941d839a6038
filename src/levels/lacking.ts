/** What a customer lacks of a rule that asks for nothing but enough of something. */
import type { MeasuresRow } from '../measures/queries.ts';
import type { Expression } from '../segments/expression.ts';
import { fieldNamed } from '../segments/fields.ts';
import { parse } from '../segments/grammar.ts';

export interface Lacking {
  readonly field: string;
  readonly operator: '>' | '>=';
  /** Money in minor units, as what they have. */
  readonly needed: number;
  /** Null where there is nothing. */
  readonly have: number | null;
  readonly isMoney: boolean;
}

/** A comparison that is told by these alone asks about everything known by the day. */
const PLAIN = new Set(['kind', 'field', 'fieldSpan', 'operator', 'operatorSpan', 'values', 'span']);

/** Undefined for a rule that is more than that. `minor` are the minor units of one whole. */
export function lackingOf(
  source: string,
  measures: MeasuresRow | undefined,
  minor: number,
): readonly Lacking[] | undefined {
  const tree = parse(source);
  const parts = tree.kind === 'and' ? tree.parts : [tree];
  const lacking = parts.map((part) => lackingOfPart(part, source, measures, minor));
  if (lacking.includes(undefined)) return undefined;
  return lacking.flatMap((one) => one ?? []);
}

function lackingOfPart(
  part: Expression,
  source: string,
  measures: MeasuresRow | undefined,
  minor: number,
): Lacking | null | undefined {
  if (part.kind !== 'compare' || !Object.keys(part).every((key) => PLAIN.has(key))) return undefined;
  const { field, operator, values } = part;
  const [value] = values;
  if ((operator !== '>=' && operator !== '>') || value?.kind !== 'number') return undefined;
  const { type, sql } = fieldNamed(field, source, part.fieldSpan);
  if ((type !== 'number' && type !== 'money') || sql !== `m.${field}`) return undefined;
  const have = (measures?.[field as keyof MeasuresRow] ?? null) as number | null;
  const needed = type === 'money' ? Math.round(value.number * minor) : value.number;
  if (have !== null && (operator === '>=' ? have >= needed : have > needed)) return null;
  return { field, operator, needed, have, isMoney: type === 'money' };
}
