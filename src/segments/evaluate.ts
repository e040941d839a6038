/**
 * A condition for one customer, in memory: whether it holds, and of every clause what was seen. It
 * says the same as the SQL of sql.ts does of everybody, and why.
 */
import { compare, order, type Seen, signHolds } from './compare.ts';
import type { Asked, Condition, ContrastTest, Leaf, RankTest, Test } from './condition.ts';
import type { CustomerFacts } from './customer-facts.ts';
import { evaluateMatch, type Matched } from './evaluate-match.ts';
import { fieldNamed, type SegmentField } from './fields.ts';
import { lower } from './scalar.ts';
import { shareOf } from './share-of.ts';
import { fallsOn } from './yearly.ts';

export interface Verdict {
  readonly condition: Condition;
  readonly holds: boolean;
  /** Of what has parts: theirs. */
  readonly parts: readonly Verdict[];
  /** What the customer has of the field; of a list all of it. */
  readonly seen?: Seen | readonly string[];
  /** What it is compared with: the other field, the limit of a rank, those of percentiles. */
  readonly against?: readonly Seen[];
  /** What a field that follows from others follows from. */
  readonly from?: readonly { readonly field: SegmentField; readonly seen: Seen }[];
  readonly matched?: Matched['matched'];
}

/** `condition` was resolved, of one or of everybody. */
export function evaluate(condition: Condition, facts: CustomerFacts): Verdict {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => evaluate(part, facts));
      const holds = condition.kind === 'and' ? parts.every((part) => part.holds) : parts.some((part) => part.holds);
      return { condition, holds, parts };
    }
    case 'not':
    case 'segment': {
      const inner = evaluate(condition.inner, facts);
      return { condition, holds: condition.kind === 'not' ? !inner.holds : inner.holds, parts: [inner] };
    }
    default:
      return { condition, parts: [], ...leaf(condition, facts) };
  }
}

type Found = Omit<Verdict, 'condition' | 'parts'>;

function leaf(condition: Leaf, facts: CustomerFacts): Found {
  switch (condition.kind) {
    case 'test':
      return condition.asked.field.type === 'list' ? listTest(condition, facts) : fieldTest(condition, facts);
    case 'contrast':
      return contrast(condition, facts);
    case 'rank':
      return rank(condition, facts);
    case 'matches':
      return evaluateMatch(condition, facts);
    case 'members':
      return { holds: condition.members?.has(facts.customer) ?? false };
    case 'sample':
      return { holds: shareOf(facts.customer, condition.seed) < condition.share };
  }
}

function fieldTest({ asked, operator, values, percentile, limits = [] }: Test, facts: CustomerFacts): Found {
  if (percentile) {
    const seen = rankedValue(asked, facts);
    return { holds: compare(seen, operator, limits), seen, against: limits };
  }
  const seen = valueOf(asked, facts);
  if (asked.yearly && values.length > 0) {
    const falls = seen !== null && fallsOn(String(seen), operator, values);
    return { holds: operator === '!=' ? !falls : falls, seen };
  }
  const holds = compare(asked.field.type === 'text' ? lowered(seen) : seen, operator, values);
  return asked.field.from === undefined ? { holds, seen } : { holds, seen, from: asked.field.from.map(source(facts)) };
}

const source = (facts: CustomerFacts) => (name: string) => {
  const field = fieldNamed(name, name, { start: 0, end: name.length });
  return { field, seen: facts.value({ field }) ?? null };
};

/** It holds where it holds for any item, and a negation where it does for none. */
function listTest({ asked, operator, values }: Test, facts: CustomerFacts): Found {
  const seen = facts.items(asked);
  const any = (positive: Test['operator']) => seen.some((item) => compare(lower(item), positive, values));
  switch (operator) {
    case 'IS NULL':
      return { holds: seen.length === 0, seen };
    case 'IS NOT NULL':
      return { holds: seen.length > 0, seen };
    case '!=':
    case 'NOT CONTAINS':
      return { holds: !any('='), seen };
    case 'NOT IN':
      return { holds: !any('IN'), seen };
    default:
      return { holds: any(operator === 'CONTAINS' ? '=' : operator), seen };
  }
}

function contrast({ left, operator, times, right }: ContrastTest, facts: CustomerFacts): Found {
  const [seen, other] = [valueOf(left, facts), valueOf(right, facts)];
  const against = typeof other === 'number' ? times * other : other;
  const both = seen !== null && against !== null;
  const holds = both ? signHolds(order(seen, against), operator) : operator === '!=';
  return { holds, seen, against: [against] };
}

function rank({ asked, end, limit = null }: RankTest, facts: CustomerFacts): Found {
  const seen = rankedValue(asked, facts);
  return { holds: compare(seen, end === 'TOP' ? '>=' : '<=', [limit]), seen, against: [limit] };
}

/** Of a window in which somebody has nothing it may be 0. */
function valueOf(asked: Asked, facts: CustomerFacts): Seen {
  const seen = facts.value(asked);
  return seen === undefined ? (asked.field.without ?? null) : seen;
}

/** Among those who have ordered, of a window among those who have ordered in it. */
function rankedValue(asked: Asked, facts: CustomerFacts): Seen {
  return asked.during || facts.hasOrdered() ? (facts.value(asked) ?? null) : null;
}

const lowered = (seen: Seen): Seen => (typeof seen === 'string' ? lower(seen) : seen);
