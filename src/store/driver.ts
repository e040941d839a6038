/**
 * Loads better-sqlite3, or for encrypted files better-sqlite3-multiple-ciphers, after making sure that it
 * will not take the process down: release 13 of either ends a Node 20 process with a segmentation fault
 * at the first database, without a word.
 */
import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';

export type DriverName = 'better-sqlite3' | 'better-sqlite3-multiple-ciphers';

export type DriverProblem =
  | {
      readonly problem: 'node_too_old';
      readonly node: string;
      readonly name: DriverName;
      readonly version: string;
    }
  | { readonly problem: 'no_binary'; readonly name: DriverName }
  /** Encryption is asked for, and the library for it is not installed. */
  | { readonly problem: 'no_cipher_driver' };

export type Driver = typeof Database;

const loaded = new Map<DriverName, Driver>();

export async function loadDriver(name: DriverName): Promise<Driver | DriverProblem> {
  const known = loaded.get(name);
  if (known) return known;
  const version = versionOf(name);
  if (version === undefined) return { problem: 'no_cipher_driver' };
  const mismatch = driverMismatch(process.versions.node, name, version);
  if (mismatch) return mismatch;
  const driver = name === 'better-sqlite3' ? await plain() : await ciphers();
  try {
    new driver(':memory:').close();
  } catch (error) {
    if (error instanceof Error && /bindings file/i.test(error.message)) return { problem: 'no_binary', name };
    throw error;
  }
  loaded.set(name, driver);
  return driver;
}

export function driverMismatch(node: string, name: DriverName, version: string): DriverProblem | undefined {
  const major = (text: string) => Number.parseInt(text, 10);
  return major(node) < 22 && major(version) >= 13 ? { problem: 'node_too_old', node, name, version } : undefined;
}

/** Undefined where it is not installed, which only the one for encrypted files may be. */
function versionOf(name: DriverName): string | undefined {
  try {
    return (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version;
  } catch (error) {
    if (name === 'better-sqlite3' || (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    return undefined;
  }
}

async function plain(): Promise<Driver> {
  return (await import('better-sqlite3')).default;
}

/** The same interface and a little more: see unlock. */
async function ciphers(): Promise<Driver> {
  return (await import('better-sqlite3-multiple-ciphers')).default;
}
