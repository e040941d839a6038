/** The real program with one fault in it, and what an archive is worth afterwards. Its modules are not bundled, so that a fault can reach into them. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { canonicalDump } from '../../src/archive/dump.ts';

/** What `fail-points.mjs` reads. */
export interface Fault {
  /** A file that gets the name of every fail point that is passed. */
  readonly record?: string;
  readonly point?: string;
  readonly nth?: number;
  /** `pass`: nothing goes wrong, and there is the marker. */
  readonly mode?: Mode | 'pass';
  /** A file that is made when the fault happens. */
  readonly marker?: string;
  /** Pages the archive cannot grow beyond. */
  readonly pages?: number;
  /** Whether each statement of a text of many is a fail point. */
  readonly oneByOne?: boolean;
  /** Later versions of the archive than the program knows. */
  readonly migrations?: readonly string[];
  /** Whether the program does without transactions. */
  readonly careless?: boolean;
}

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export const MODES = ['throw', 'kill', 'full'] as const;
export type Mode = (typeof MODES)[number];

export interface Ended {
  /** Null where it was killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

const failPoints = fileURLToPath(new URL('fail-points.mjs', import.meta.url));

/** `killAfter` milliseconds it is killed, if it still runs. */
export async function runWith(
  fault: Fault | undefined,
  folder: string,
  args: readonly string[],
  killAfter?: number,
): Promise<Ended> {
  const started = performance.now();
  const planted = fault ? ['--import', failPoints] : [];
  const child = spawn(process.execPath, [...planted, program, '--db', 'archive.db', ...args], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      TMPDIR: join(folder, 'tmp'),
      ...(fault ? { FAULT: JSON.stringify(fault) } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (text.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text.stderr += chunk.toString()));
  const killing = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(killing);
  return { ...text, status, seconds: (performance.now() - started) / 1000 };
}

/** A folder for one run, a copy of another one; its own place for temporary files. */
export function copyOf(folder: string | undefined): string {
  const copy = mkdtempSync(join(tmpdir(), 'regulars-fault-'));
  if (folder !== undefined) cpSync(folder, copy, { recursive: true });
  mkdirSync(join(copy, 'tmp'), { recursive: true });
  return copy;
}

export const remove = (folder: string) => rmSync(folder, { recursive: true, force: true });

/**
 * Everything an archive holds, in words that are the same for the same content: its version, how many rows
 * each table has, what was told of each import and the canonical dump. '' where there is none, or none with anything in it.
 */
export function contentOf(path: string): string {
  if (!existsSync(path) || (statSync(path).size === 0 && !existsSync(`${path}-wal`))) return '';
  const db = new Database(path);
  try {
    const damage = [
      ...(db.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check),
      ...(db.pragma('foreign_key_check') as unknown[]).map((row) => JSON.stringify(row)),
    ].filter((line) => line !== 'ok');
    if (damage.length > 0) return `damaged: ${damage.join('; ')}`;
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
    if (!tables.includes('imports')) return '';
    const rows = (tables as string[]).map(
      (table) => `${table} ${String(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())}`,
    );
    if (rows.every((count) => count.endsWith(' 0'))) return '';
    const version = `version ${String(db.pragma('user_version', { simple: true }))}`;
    const told = db.prepare('SELECT file_name, summary, undone_at IS NULL FROM imports ORDER BY import_id').raw().all();
    return [
      version,
      ...rows,
      JSON.stringify(told),
      ...canonicalDump({ db } as Parameters<typeof canonicalDump>[0]),
    ].join('\n');
  } finally {
    db.close();
  }
}

/** The files of a folder that a seller would see, without what SQLite keeps beside an open archive. */
/** A copy that is kept by itself bears its time in its name. */
export const unstamped = (name: string): string =>
  name.replace(/\.\d{8}T\d{6}Z(-[a-z]+)?(?:-\d+)?\.backup$/, '$1.backup');

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/\.db-(wal|shm|journal)$/.test(name))
    .toSorted();

/** What each of these files holds: an archive's content, or the text; '' where it is not there. */
export const outputsOf = (folder: string, names: readonly string[]): string[] =>
  names.map((name) => {
    const path = join(folder, name);
    if (name.endsWith('.db') || name.endsWith('.backup')) return contentOf(path);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  });
