/** All checks in turn. What a check rests on is checked before it, and where that is not sound the check is left out. */
import { isDamage } from '../store/damage.ts';
import { atOneMoment, schemaDifferences, soundness } from '../store/integrity.ts';
import type { Archive } from '../store/open.ts';
import { loadPhoneMetadata } from '../values/phones.ts';
import { checkErasures } from './erasures.ts';
import { checkRecords, checkStrayFacts, checkVersions } from './facts.ts';
import { type Check, type Finding, type FindingName, SEVERITIES, type Sighting } from './finding.ts';
import { checkImports } from './imports.ts';
import { checkOrders, checkSurplusOrders } from './orders.ts';
import { checkKept } from './kept.ts';
import { partsInto } from './parts.ts';
import { checkIdentifiers, checkMatching, checkPortraits, checkStrayPeople } from './people.ts';
import { plausible } from './plausible.ts';
import { checkSettings } from './settings.ts';

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
  const part = partsInto(findings, breathe);
  await loadPhoneMetadata();
  const end = atOneMoment(archive);
  try {
    await part('file', () => faults(archive));
    await part('schema', () => schema(archive));
    if (findings.has('file_damaged') || findings.has('schema_differs')) return false;
    await part('settings', () => checkSettings(archive));
    const datable = !findings.has('shop_zone_unknown');
    await part('records', () => checkRecords(archive));
    if (datable) await part('versions', () => checkVersions(archive));
    await part('stray facts', () => checkStrayFacts(archive));
    await part('imports', () => checkImports(archive));
    if (datable) await part('orders', () => checkOrders(archive));
    await part('surplus orders', () => checkSurplusOrders(archive));
    const proved = await part('identifiers', () => checkIdentifiers(archive));
    await part('stray people', () => checkStrayPeople(archive));
    const known = proved && !findings.has('identifiers_wrong');
    if (known) await part('matching', () => checkMatching(archive));
    if (known) await part('customers', () => checkPortraits(archive));
    await part('erasures', () => checkErasures(archive));
    if (datable) await part('measures', () => checkKept(archive));
    for (const [name, check] of plausible(archive, now)) await part(name, check);
    return datable && known && !findings.has('check_failed');
  } catch (error) {
    // Some damage shows only when a page is read for its content.
    if (!isDamage(error)) throw error;
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

async function* schema(archive: Archive): AsyncGenerator<Sighting> {
  for (const example of await schemaDifferences(archive)) yield { name: 'schema_differs', example };
}
