/**
 * Loads better-sqlite3, after making sure that it will not take the process down: release 13 ends a
 * Node 20 process with a segmentation fault at the first database, without a word.
 */
import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';

export type DriverProblem =
  | { readonly problem: 'node_too_old'; readonly node: string; readonly driver: string }
  | { readonly problem: 'no_binary' };

export type Driver = typeof Database;

let loaded: Driver | undefined;

export async function loadDriver(): Promise<Driver | DriverProblem> {
  if (loaded) return loaded;
  const version = (createRequire(import.meta.url)('better-sqlite3/package.json') as { version: string }).version;
  const mismatch = driverMismatch(process.versions.node, version);
  if (mismatch) return mismatch;
  const module = await import('better-sqlite3');
  try {
    new module.default(':memory:').close();
  } catch (error) {
    if (error instanceof Error && /bindings file/i.test(error.message)) return { problem: 'no_binary' };
    throw error;
  }
  loaded = module.default;
  return loaded;
}

export function driverMismatch(node: string, driver: string): DriverProblem | undefined {
  const major = (version: string) => Number.parseInt(version, 10);
  return major(node) < 22 && major(driver) >= 13 ? { problem: 'node_too_old', node, driver } : undefined;
}
