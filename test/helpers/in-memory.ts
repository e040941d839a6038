/**
 * What tests write is gone with them: where there is memory enough it goes there, and nobody waits for a disk.
 * The program still asks for everything to be written through, and is killed as it is anywhere.
 */
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const TMPFS = 0x01021994;
/** Bytes; all tests together never hold a tenth of it. */
const ENOUGH = 4 * 2 ** 30;

/** Before any worker is started, which takes the folder for temporary files over. */
export function setup(): (() => void) | undefined {
  if (process.env['TMPDIR'] !== undefined || !holdsEnough()) return undefined;
  const folder = mkdtempSync(join(MEMORY, 'regulars-tests-'));
  // Some tests give up being root, and go on inside.
  chmodSync(folder, 0o711);
  process.env['TMPDIR'] = folder;
  return () => {
    delete process.env['TMPDIR'];
    rmSync(folder, { recursive: true, force: true });
  };
}

function holdsEnough(): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(MEMORY);
    return type === TMPFS && bavail * bsize >= ENOUGH;
  } catch {
    return false;
  }
}
