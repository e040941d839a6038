/** The clauses a condition is made of, each with what it would be without one of them. Pure. */
import type { Asked, Condition, MembersTest, Test } from './condition.ts';
import { quote } from './print.ts';
import { NEGATED } from './comparison-sql.ts';

export interface Clause {
  readonly condition: Condition;
  /** Whether an odd number of NOT stands around it. */
  readonly negated: boolean;
}

/** A segment that is named is one clause, whatever it is made of. */
export function clausesOf(condition: Condition, negated = false): Clause[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap((part) => clausesOf(part, negated));
    case 'not':
      return clausesOf(condition.inner, !negated);
    default:
      return [{ condition, negated }];
  }
}

const PLACELESS = { source: '', span: { start: 0, end: 0 } } as const;
const NEVER: MembersTest = { kind: 'members', name: '', where: '', asOf: '', members: new Set(), ...PLACELESS };
const ALWAYS: Condition = { kind: 'not', inner: NEVER, ...PLACELESS };

/** The same condition where one clause always holds, or never. */
export function assuming(condition: Condition, clause: Condition, holds: boolean): Condition {
  if (condition === clause) return holds ? ALWAYS : NEVER;
  switch (condition.kind) {
    case 'and':
    case 'or':
      return { ...condition, parts: condition.parts.map((part) => assuming(part, clause, holds)) };
    case 'not':
      return { ...condition, inner: assuming(condition.inner, clause, holds) };
    default:
      return condition;
  }
}

/** The fields whose missing values the clause lets in. Nobody misses a tag: to have none is what was asked for. */
export function missingKept({ condition, negated }: Clause): readonly Asked[] {
  if (condition.kind === 'contrast')
    return (condition.operator === '!=') !== negated ? [condition.left, condition.right] : [];
  if (condition.kind !== 'test' || condition.percentile || condition.asked.field.about.includes('tags')) return [];
  if (condition.operator.startsWith('IS ')) return [];
  return condition.operator in NEGATED !== negated ? [condition.asked] : [];
}

/** Whoever the condition holds for without a value. */
export function withoutValue(condition: Condition, asked: Asked): Condition {
  const { yearly: _, ...value } = asked;
  const missing: Test = { kind: 'test', asked: value, operator: 'IS NULL', values: [], ...PLACELESS };
  return { kind: 'and', parts: [condition, missing], ...PLACELESS };
}

/** As it is written in a condition. */
export function askedText({ field, argument, during }: Asked): string {
  if (argument !== undefined) return `${field.name}(${quote(argument)})`;
  return during ? `${field.name} DURING (${during.from}, ${during.to})` : field.name;
}

export const clauseText = ({ source, span }: Condition): string => source.slice(span.start, span.end);
