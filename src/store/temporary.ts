/** Folders for temporary files. Their names say whose they are, so that what a killed run left is known for that. */
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './transaction.ts';

/** No name a person would give. */
const NAME = /^regulars-scratch-(\d+)-\w{6}$/;

/** Makes one that only its owner can enter. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), `regulars-scratch-${process.pid}-`));
}

/** Removes those that runs of this user left when they were killed. */
export function removeAbandoned(): void {
  const mine = process.getuid?.();
  for (const name of entriesOf(tmpdir())) {
    const writer = NAME.exec(name)?.[1];
    if (writer === undefined || isAlive(Number(writer))) continue;
    const folder = join(tmpdir(), name);
    const uid = lstatSync(folder, { throwIfNoEntry: false })?.uid;
    if (uid !== undefined && (mine === undefined || uid === mine)) removeIfPossible(folder);
  }
}

function removeIfPossible(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another run's litter that cannot be swept now, as on a disk of the network, is no reason to do nothing.
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Whoever needs it says so.
    return [];
  }
}
