/** The examination part by part: what one part throws is a finding as well, and the others go on. */
import { sqliteCode } from '../store/open.ts';
import type { Findings } from './examine.ts';
import type { Check, Sighting } from './finding.ts';

/** False where the part did not come to its end. */
export type Part = (name: string, check: () => Check | AsyncIterable<Sighting>) => Promise<boolean>;

/** `breathe` is awaited now and then; what it throws ends the examination. */
export function partsInto(findings: Findings, breathe: () => Promise<void>): Part {
  return async (name, check) => {
    try {
      for await (const sighting of check()) {
        if (sighting) findings.add(sighting);
        else await breathe();
      }
    } catch (error) {
      // What an interruption broke off says nothing of the archive.
      await breathe();
      findings.add(failedCheck(name, error));
      return false;
    }
    await breathe();
    return true;
  };
}

/** SQLite's own about what is stored; any other is about the disk, or about who else uses the file. */
const OF_FACTS = /^SQLITE_(?:ERROR|MISMATCH|RANGE|TOOBIG)/;

/** Without the message, which may quote what somebody's file said. */
export function failedCheck(what: string, error: unknown): Sighting {
  const code = sqliteCode(error);
  if (!(error instanceof Error) || (code !== undefined && !OF_FACTS.test(code))) throw error;
  return { name: 'check_failed', example: `${what}: ${(error as NodeJS.ErrnoException).code ?? error.name}` };
}
