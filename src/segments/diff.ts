/** Who joined and who left a segment between two moments, each with the reason. */
import { gather, gatherAgainst } from '../measures/gather.ts';
import type { Population } from '../measures/population.ts';
import type { Archive } from '../store/open.ts';
import { compileWhere } from './compile.ts';
import { type Definition, definitionOf } from './definitions.ts';
import { flipDays } from './flip-days.ts';
import { happenings } from './happening-queries.ts';
import { memberRows, membersWhere } from './queries.ts';
import { readsOf } from './reads.ts';
import { type Reason, reasonOf } from './reason.ts';
import { SegmentError } from './segment-error.ts';
import { nameKey } from './segment-name.ts';
import { ruleClosure } from './snapshot.ts';
import { membersAt, type Snapshot } from './snapshot-queries.ts';

export interface Change {
  readonly change: 'joined' | 'left';
  readonly customer: number;
  readonly name: string | null;
  readonly reason: Reason;
  /** Order number, tag, former number and the like. */
  readonly detail: string | null;
  /** What they have spent, in minor units of the reporting currency. */
  readonly net: number;
}

/** A day by the rule and the data there are now, or a snapshot by what was found then. */
export type Since = { readonly day: string } | { readonly snapshot: Snapshot };

/** Joined first, each by number. temp.measures stands for `asOf` afterwards. Throws SegmentError. */
export function diffSegment(
  archive: Archive,
  definition: Definition,
  since: Since,
  asOf: string,
): { readonly changes: readonly Change[]; readonly population: Population } {
  const snapshot = 'snapshot' in since ? since.snapshot : undefined;
  const fromDay = 'snapshot' in since ? since.snapshot.asOf : since.day;
  const named = (name: string) => definitionOf(archive, name);
  const members = (population: Population) =>
    new Set(membersWhere(archive, compileWhere(archive, definition.where, population, named)));
  const reads = readsOf(definition.where, named);
  const former = gather(archive, fromDay);
  const before = snapshot
    ? new Map(membersAt(archive, definition, snapshot.id).map((kept) => [kept.customer ?? -kept.former, kept.former]))
    : new Map([...members(former)].map((customer) => [customer, customer]));
  const withFormerCuts = reads.has('ranking') ? members(gatherAgainst(archive, asOf, former)) : undefined;
  const population = gather(archive, asOf);
  const after = members(population);
  const byFormerRule = snapshot && formerRule(archive, definition, snapshot, population);

  const joined = [...after].filter((customer) => !before.has(customer));
  const left = [...before.keys()].filter((customer) => !after.has(customer));
  const changed = [...joined, ...left].filter((customer) => customer > 0);
  const flips = flipDays(
    archive,
    definition.where,
    population,
    fromDay,
    new Map(changed.map((one) => [one, after.has(one)])),
  );
  const facts = happenings(archive, changed, {
    fromDay,
    untilDay: asOf,
    fromAt: Math.min(snapshot?.takenAt ?? former.until, former.until),
    untilAt: population.until,
    lastImport: snapshot?.lastImport ?? null,
  });
  const rows = new Map(
    memberRows(archive, changed, population.until, ['customer_id', 'name', 'amount_spent']).map((row) => [
      row.customer_id,
      row,
    ]),
  );
  const changeOf = (change: Change['change'], customer: number): Change => {
    const asBefore = (set: ReadonlySet<number> | undefined) =>
      set !== undefined && set.has(customer) === (change === 'left');
    const number = before.get(customer);
    const isGone = customer < 0;
    const { reason, detail } = isGone
      ? { reason: 'data' as const, detail: null }
      : reasonOf(
          {
            ruleChanged: asBefore(byFormerRule?.members) ? byFormerRule?.told : undefined,
            formerNumber: number !== undefined && number !== customer ? number : undefined,
            ranking: asBefore(withFormerCuts),
            happenings: facts.get(customer) ?? [],
            flip: flips.get(customer),
          },
          reads,
        );
    const row = rows.get(customer);
    return {
      change,
      customer: Math.abs(customer),
      name: row?.name ?? null,
      reason,
      detail,
      net: row?.amount_spent ?? 0,
    };
  };
  const byNumber = (a: Change, b: Change) => a.customer - b.customer;
  return {
    changes: [
      ...joined.map((customer) => changeOf('joined', customer)).toSorted(byNumber),
      ...left.map((customer) => changeOf('left', customer)).toSorted(byNumber),
    ],
    population,
  };
}

interface FormerRule {
  readonly members: ReadonlySet<number>;
  /** From which version to which, or the segments it follows from that are others now. */
  readonly told: string;
}

/** What the rule of the snapshot finds now; undefined where that is the one of today, or is understood no more. */
function formerRule(
  archive: Archive,
  definition: Definition,
  snapshot: Snapshot,
  population: Population,
): FormerRule | undefined {
  const today = rulesOf(ruleClosure(archive, definition));
  const rules = rulesOf(snapshot.rules);
  const rule = rules.get(nameKey(snapshot.name));
  if (!rule) return undefined;
  const others = [...rules].filter(([key, { where }]) => today.get(key)?.where !== where);
  const isOwn = definition.version !== undefined && definition.version !== snapshot.version;
  if (!isOwn && others.length === 0) return undefined;
  const named = (name: string): Definition | undefined => {
    const found = rules.get(nameKey(name));
    return found && { ...found, kind: 'saved' };
  };
  try {
    const members = new Set(membersWhere(archive, compileWhere(archive, rule.where, population, named)));
    const told = isOwn ? `${snapshot.version} → ${definition.version}` : others.map(([, { name }]) => name).join(', ');
    return { members, told };
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    return undefined;
  }
}

function rulesOf(closure: string): Map<string, { readonly name: string; readonly where: string }> {
  const rules = JSON.parse(closure) as [name: string, where: string][];
  return new Map(rules.map(([name, where]) => [nameKey(name), { name, where }]));
}
