/** All checks in turn. What a check rests on is checked before it, and where that is not sound the check is left out. */
import { atOneMoment, schemaDifferences, soundness } from '../store/integrity.ts';
import { type Archive, sqliteCode } from '../store/open.ts';
import { loadPhoneMetadata } from '../values/phones.ts';
import { checkRecords, checkStrayFacts, checkVersions } from './facts.ts';
import { type Check, type Finding, type FindingName, SEVERITIES, type Sighting } from './finding.ts';
import { checkImports } from './imports.ts';
import { checkOrders, checkSurplusOrders } from './orders.ts';
import { checkIdentifiers, checkMatching, checkPortraits, checkStrayPeople } from './people.ts';
import { checkPlausible, checkSettings } from './plausible.ts';

export class Findings {
  readonly #found = new Map<FindingName, Finding & { count: number }>();

  add(sighting: Sighting): void {
    const known = this.#found.get(sighting.name);
    if (known) known.count++;
    else this.#found.set(sighting.name, { ...sighting, severity: SEVERITIES[sighting.name], count: 1 });
  }

  has(name: FindingName): boolean {
    return this.#found.has(name);
  }

  /** Errors first, each kind in the order of the list of names. */
  all(): Finding[] {
    const names = Object.keys(SEVERITIES);
    return [...this.#found.values()].toSorted(
      (a, b) =>
        Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
        names.indexOf(a.name) - names.indexOf(b.name),
    );
  }
}

export interface Examination {
  /** UTC seconds. */
  readonly now: number;
  /** Awaited now and then; what it throws ends the examination. */
  breathe(): Promise<void>;
}

/** Everything inside the archive, as it stood at one moment, into `findings`. False where not everything could be checked. */
export async function examine(archive: Archive, findings: Findings, { now, breathe }: Examination): Promise<boolean> {
  const run = async (check: Check): Promise<void> => {
    for (const sighting of check) {
      if (sighting) findings.add(sighting);
      else await breathe();
    }
    await breathe();
  };
  await loadPhoneMetadata();
  const end = atOneMoment(archive);
  try {
    await run(faults(archive));
    for (const example of await schemaDifferences(archive)) findings.add({ name: 'schema_differs', example });
    if (findings.has('file_damaged') || findings.has('schema_differs')) return false;
    await run(checkSettings(archive));
    const datable = !findings.has('shop_zone_unknown');
    await run(checkRecords(archive));
    if (datable) await run(checkVersions(archive));
    await run(checkStrayFacts(archive));
    await run(checkImports(archive));
    if (datable) await run(checkOrders(archive));
    await run(checkSurplusOrders(archive));
    await run(checkIdentifiers(archive));
    await run(checkStrayPeople(archive));
    const known = !findings.has('identifiers_wrong');
    if (known) await run(checkMatching(archive));
    if (known) await run(checkPortraits(archive));
    await run(checkPlausible(archive, now));
    return datable && known;
  } catch (error) {
    // Some damage shows only when a page is read for its content.
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCode(error) ?? '')) throw error;
    findings.add({ name: 'file_damaged', example: (error as Error).message });
    return false;
  } finally {
    end();
  }
}

const FAULTS = { page: 'file_damaged', value: 'value_not_allowed', reference: 'reference_broken' } as const;

function* faults({ db }: Archive): Check {
  for (const { kind, said } of soundness(db)) yield { name: FAULTS[kind], example: said };
}
