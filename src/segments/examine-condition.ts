/** A condition and each of its clauses counted over everybody, and what follows from it. */
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { askedText, assuming, clausesOf, clauseText, missingKept, withoutValue } from './clauses.ts';
import { compileWhere, resolve } from './compile.ts';
import type { Condition } from './condition.ts';
import { type Finding, findingsOf, told } from './findings.ts';
import { membersWhere, sizeWhere } from './queries.ts';
import { conditionOf } from './scope.ts';
import { looksLikeShopify, shopifyDifferences } from './shopify-signs.ts';
import { toSql } from './sql.ts';

export interface Examined {
  readonly members: readonly number[];
  readonly findings: readonly Finding[];
  /** Whoever is a customer on that day. */
  readonly everybody: number;
}

/** More clauses than these are not tried one without the other: each takes two passes over everybody. */
const MOST_TRIED = 40;

/** temp.measures must stand for the population. Throws SegmentError. */
export function examineCondition(
  archive: Archive,
  population: Population,
  where: string,
  settings: { readonly shopify: boolean },
): Examined {
  const condition = resolve(archive, population, conditionOf(archive, where, population));
  const size = (of: Condition) => sizeWhere(archive, toSql(of, population)).customers;
  const everybody = sizeWhere(archive, { sql: '1', params: { until: population.until } }).customers;
  const members = membersWhere(archive, toSql(condition, population));
  const clauses = clausesOf(condition);
  const tried = clauses.length > 1 && clauses.length <= MOST_TRIED;
  const counted = clauses.map((clause) => ({
    text: clauseText(clause.condition),
    members: size(clause.condition),
    held: tried ? size(assuming(condition, clause.condition, true)) : NaN,
    failed: tried ? size(assuming(condition, clause.condition, false)) : NaN,
    missing: missingKept(clause).map((asked) => ({
      field: askedText(asked),
      // Lists are looked through anew for whoever has none.
      customers: size(resolve(archive, population, withoutValue(condition, asked))),
    })),
  }));
  const findings = findingsOf({ where, everybody, members: members.length, clauses: counted });
  const differences = settings.shopify || looksLikeShopify(where) ? shopifyDifferences(condition) : [];
  return {
    members,
    everybody,
    findings: [
      ...findings,
      ...differences.map(({ difference, names, where: differs }) =>
        told(difference, names.join(', '), sizeWhere(archive, compileWhere(archive, differs, population)).customers),
      ),
    ],
  };
}
