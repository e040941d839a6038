/** Who is who, worked out anew from the facts of every record, beside what stands. */
import { evidenceBuckets, evidenceBucketsOf, spokenOf } from '../customers/affected-queries.ts';
import { belonging } from '../customers/belonging.ts';
import { supersededBy } from '../customers/heir-queries.ts';
import { customerRow } from '../customers/queries.ts';
import { portraitQueries } from '../customers/customer-queries.ts';
import { type Identifier, identifiersOf } from '../customers/identifiers.ts';
import { saidOverrides } from '../customers/override-queries.ts';
import { components, isShared, type ValueUse, valueKey } from '../customers/matching.ts';
import type { Portrait } from '../customers/portrait.ts';
import { wereShared } from '../archive/erasures.ts';
import type { Archive } from '../store/open.ts';
import { BREATH, type Check } from './finding.ts';
import {
  customersThereAre,
  lastRecord,
  recordsShown,
  sharedRows,
  type StandingRecord,
  standingRecords,
  strayPeople,
} from './people-queries.ts';

const OFTEN = 5000;

/** What each record proves. */
export function* checkIdentifiers(archive: Archive): Check {
  let seen = 0;
  for (const record of standingRecords(archive)) {
    if (++seen % OFTEN === 0) yield BREATH;
    if (!sameIdentifiers(record)) yield { name: 'identifiers_wrong', example: `#${record.record}` };
  }
}

/** Rows of a record or a customer there is not. */
export function* checkStrayPeople(archive: Archive): Check {
  for (const [name, id] of strayPeople(archive)) yield { name, example: `#${id}` };
}

/** Records without orders keep their identifiers only where something was said of them by hand. */
function sameIdentifiers(record: StandingRecord): boolean {
  if (!record.hasOrders && record.identifiers.length === 0) return true;
  if (!record.hasOrders && !record.spokenOf) return false;
  return marksOf(identifiersOf(record)) === marksOf(record.identifiers);
}

function marksOf(identifiers: readonly Identifier[]): string {
  const marks = identifiers.map(({ kind, scope, value, role, state, lineType, nameKey }) =>
    JSON.stringify([kind, scope, value, role, state, lineType, nameKey]),
  );
  return marks.toSorted().join();
}

/** Who that makes; rests on the identifiers. */
export function* checkMatching(archive: Archive): Check {
  const shared = new Map<string, ValueUse>();
  const last = lastRecord(archive);
  const heirs = supersededBy(archive);
  const wasShared = wereShared(archive);
  const found = components(
    {
      last,
      buckets: () => evidenceBuckets(archive, 'everybody'),
      bucketsOf: (records) => evidenceBucketsOf(archive, records),
    },
    (use) => {
      if (!isShared(use) && !wasShared(use.kind, use.scope, use.value)) return false;
      shared.set(valueKey(use.kind, use.scope, use.value), use);
      return true;
    },
    saidOverrides(archive, 'everybody', heirs),
  );
  yield BREATH;
  for (const [kind, scope, value, names, accounts] of sharedRows(archive)) {
    const use = shared.get(valueKey(kind, scope, value));
    shared.delete(valueKey(kind, scope, value));
    if (use?.names !== names || use.accounts !== accounts) yield { name: 'shared_values_wrong', example: kind };
  }
  for (const use of shared.values()) yield { name: 'shared_values_wrong', example: use.kind };

  const { rootOf, partOf, numbers } = belonging(found, heirs, spokenOf(archive));
  const numberOf = numbers(recordsShown(archive));
  let seen = 0;
  for (const { record, customer, part, merge, hasOrders, spokenOf: spoken, profiled } of standingRecords(archive)) {
    if (++seen % OFTEN === 0) yield BREATH;
    if (!hasOrders && !spoken) continue;
    // Whoever is known by words alone is told of with them.
    if (customer === null && !profiled && found.rootOf(record) === undefined) continue;
    const root = rootOf(record);
    const held = partOf(record);
    const owner = root === undefined ? null : numberOf(root);
    if (owner === customer && (held?.part ?? null) === part && (held?.merge ?? null) === merge) continue;
    yield { name: customer === null ? 'record_customer_missing' : 'record_customer_wrong', example: `#${record}` };
  }
}

/** What is shown of each customer; rests on the identifiers. */
export function* checkPortraits(archive: Archive): Check {
  const { portrait } = portraitQueries(archive);
  let seen = 0;
  for (const customer of customersThereAre(archive)) {
    if (++seen % OFTEN === 0) yield BREATH;
    const row = customerRow(archive, customer);
    const drawn = portrait(customer);
    if (!row) yield { name: 'customer_missing', example: `#${customer}` };
    else if (!drawn || !shows(row, drawn)) yield { name: 'customer_wrong', example: `#${customer}` };
  }
}

function shows(row: NonNullable<ReturnType<typeof customerRow>>, portrait: Portrait): boolean {
  const { phoneType, ...same } = portrait;
  const values: Readonly<Record<string, unknown>> = { ...row };
  return row.phone_type === phoneType && Object.entries(same).every(([key, value]) => values[key] === value);
}
