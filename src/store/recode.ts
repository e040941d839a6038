/**
 * Writes a database anew under another key, or under none. SQLite writes it page by page as it will
 * stand: nothing of an archive that is encrypted, or becomes so, touches the disk in plain.
 */
import { chmodSync, closeSync, constants, openSync, rmSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { CopyFailed, isFlawed, putInPlace } from './backup.ts';
import { halfOf, removeDatabase } from './copies.ts';
import { chooseCipher, type Key, opener, unlock } from './database.ts';
import { type DriverProblem, type Driver, loadDriver } from './driver.ts';
import { hear } from './hear.ts';
import { holdAlone, type Patience } from './hold.ts';
import { sqliteCode } from './open.ts';
import { ArchiveReplaced } from './transaction.ts';

/** Undefined stands for a file that is not encrypted. */
export interface Keys {
  readonly from: Key | undefined;
  readonly to: Key | undefined;
}

/** A connection to a file, as `source`, whose new files get the other key. */
interface Recoder {
  readonly db: Database.Database;
  /** Writes a new file and proves it there. */
  write(target: string): void;
  close(): void;
}

/** Knows both kinds of files. Two libraries in one process would not see each other's locks. */
export async function recodingDriver(): Promise<Driver | DriverProblem> {
  return await loadDriver('better-sqlite3-multiple-ciphers');
}

/** A source that may only be read needs another place for what lies `beside` it. */
function recoder(driver: Driver, source: string, { from, to }: Keys, beside = source): Recoder {
  // What is written takes its key from the connection's own database, which stays empty.
  const empty = halfOf(`${beside}.empty`);
  const removeEmpty = () => rmSync(empty, { force: true });
  removeEmpty();
  if (to) closeSync(openSync(empty, constants.O_CREAT | constants.O_EXCL, 0o600));
  try {
    const db = new driver(to ? empty : ':memory:', { timeout: 0 });
    if (to) unlock(db, to);
    else chooseCipher(db);
    try {
      db.prepare('ATTACH ? AS source KEY ?').run(source, from ?? Buffer.alloc(0));
    } catch (error) {
      db.close();
      throw error;
    }
    return {
      db,
      write(target) {
        // Of a run that was killed and had the same number.
        removeDatabase(target);
        db.prepare('VACUUM source INTO ?').run(target);
        chmodSync(target, 0o600);
        prove(db, opener(driver, to)(target));
      },
      close() {
        db.close();
        removeEmpty();
      },
    };
  } catch (error) {
    removeEmpty();
    throw error;
  }
}

/**
 * Writes a file anew beside itself, while nobody else may use it, and takes its place after what has to be done
 * before. Throws ArchiveReplaced where it has become another file meanwhile.
 */
export async function recodeInPlace<T>(
  driver: Driver,
  path: string,
  keys: Keys,
  patience: Patience,
  before: () => Promise<T>,
): Promise<T> {
  const half = halfOf(path);
  const source = await held(driver, path, keys, patience);
  try {
    source.write(half);
    const done = await before();
    await hear(patience.signal);
    // Windows renames nothing over an open file.
    if (process.platform === 'win32') source.close();
    // Whoever waits for the lock finds another file under the name afterwards, and says so.
    putInPlace(half, path);
    return done;
  } finally {
    source.close();
    removeDatabase(half);
  }
}

/** Opened anew for each attempt: whoever waits with it open is waited for by others who want the same. */
async function held(driver: Driver, path: string, keys: Keys, { wait, signal }: Patience): Promise<Recoder> {
  const until = Date.now() + wait * 1000;
  for (;;) {
    await hear(signal);
    const { ino } = statSync(path);
    let source: Recoder | undefined;
    try {
      source = recoder(driver, path, keys);
      await holdAlone(source.db, { schema: 'source', path }, { wait: 0, signal });
      if (statSync(path).ino !== ino) throw new ArchiveReplaced();
      return source;
    } catch (error) {
      source?.close();
      if (!sqliteCode(error)?.startsWith('SQLITE_BUSY') || Date.now() >= until) throw error;
    }
    await pause(50 + Math.random() * 100, undefined, { signal });
  }
}

/** Writes an encrypted file from one that is not, which stays as it is. */
export function encryptTo(driver: Driver, source: string, target: string, key: Key): void {
  const recoding = recoder(driver, source, { from: undefined, to: key }, target);
  try {
    recoding.write(target);
  } finally {
    recoding.close();
  }
}

/** Sound, and with as many rows in every table. */
function prove(db: Database.Database, written: Database.Database): void {
  try {
    // What was wrong in itself before stays so.
    isFlawed(written);
    const [should, is] = [rowCounts(db, 'source'), rowCounts(written, 'main')];
    if (JSON.stringify(should) !== JSON.stringify(is)) throw new CopyFailed('rows are missing');
  } finally {
    written.close();
  }
}

function rowCounts(db: Database.Database, schema: 'main' | 'source'): [string, unknown][] {
  const tables = db
    .prepare(`SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all() as string[];
  // Names are the schema's own.
  return tables.map((name) => [name, db.prepare(`SELECT count(*) FROM ${schema}."${name}"`).pluck().get()]);
}
