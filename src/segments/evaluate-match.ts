/** A condition on what a customer has several of, in memory: which of it matches, and what of all that is asked together. */
import { daysBetween } from '../values/days.ts';
import { compare, type Seen } from './compare.ts';
import type { Aggregate } from './collections.ts';
import { isAggregate, type MatchTest, type RowTest } from './condition.ts';
import type { CustomerFacts } from './customer-facts.ts';
import type { Row } from './facts-queries.ts';
import { lower } from './scalar.ts';

export interface Matched {
  readonly holds: boolean;
  readonly matched: {
    /** Those for which every test of one row holds, the oldest first. */
    readonly rows: readonly Row[];
    /** Of everything the customer has of the kind. */
    readonly of: number;
    readonly together: readonly { readonly test: RowTest; readonly seen: Seen }[];
  };
}

export function evaluateMatch({ collection, negated, tests }: MatchTest, facts: CustomerFacts): Matched {
  const names = new Set([collection.label, ...tests.map(({ of }) => (isAggregate(of) ? of.of : of.name))]);
  const all = facts.rows(collection, names);
  const rows = all.filter((row) =>
    tests.every(({ of, operator, values }) => {
      const seen = row[of.name] ?? null;
      return (
        isAggregate(of) ||
        compare(of.type === 'text' && typeof seen === 'string' ? lower(seen) : seen, operator, values)
      );
    }),
  );
  const together = tests.flatMap((test) => (isAggregate(test.of) ? [{ test, seen: total(test.of, rows) }] : []));
  const found =
    together.length === 0
      ? rows.length > 0
      : together.every(({ test, seen }) => compare(seen, test.operator, test.values));
  return { holds: found !== negated, matched: { rows, of: different(all, 'each'), together } };
}

function total({ how, of }: Aggregate, rows: readonly Row[]): Seen {
  switch (how) {
    case 'count':
      return different(rows, 'each');
    case 'different':
      return of === 'month' ? new Set(rows.map(({ day }) => day.slice(0, 7))).size : different(rows, of);
    case 'sum':
      return Math.min(
        Number.MAX_SAFE_INTEGER,
        rows.reduce((sum, row) => sum + Number(row[of] ?? 0), 0),
      );
    default: {
      const gaps = gapsOf(rows);
      if (gaps.length === 0) return null;
      return how === 'shortest gap' ? Math.min(...gaps) : Math.max(...gaps);
    }
  }
}

const different = (rows: readonly Row[], name: string): number =>
  new Set(rows.map((row) => row[name]).filter((value) => value !== null && value !== undefined)).size;

/** Days between one and the next, several lines of one order being one. */
function gapsOf(rows: readonly Row[]): number[] {
  const days = [...new Map(rows.map(({ each, day }) => [each, day])).values()].toSorted();
  return days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
}
