/**
 * Plants one fault in the real program from outside: `node --import fail-points.mjs bin/regulars.js …` with
 * FAULT in the environment. A fail point is a statement handed to SQLite, a change to the file system or a
 * message between threads, by name and count; FAULT says at which of them something goes wrong, and how.
 */
import fs from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import { MessagePort, Worker } from 'node:worker_threads';

const Database = createRequire(import.meta.url)('better-sqlite3');
/** Of `test/faults/fault.ts`. */
const fault = JSON.parse(process.env.FAULT ?? '{}');
const { exec, pragma } = Database.prototype;
let met = 0;
let telling = false;

/** What is about to happen. Tells it, or spoils it where it is the one that was asked for. */
function point(name, spoil) {
  if (telling) return;
  telling = true;
  const hit = name === fault.point && ++met === fault.nth;
  if (fault.record !== undefined) fs.appendFileSync(fault.record, `${name}\n`);
  if (hit) fs.writeFileSync(fault.marker, name);
  telling = false;
  if (!hit || fault.mode === 'pass') return;
  if (fault.mode === 'kill') {
    process.kill(process.pid, 'SIGKILL');
    // Nothing more is done until the signal has come, in whichever thread this is.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  throw spoil(fault.mode === 'full');
}

/** A full disk rolls the transaction back by itself. */
const ofDatabase = (db) => (full) => {
  if (full && db.inTransaction) exec.call(db, 'ROLLBACK');
  return full
    ? new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
    : new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE');
};
const ofFiles = (path) => (full) =>
  Object.assign(new Error(full ? 'ENOSPC: no space left on device' : 'EIO: i/o error'), {
    code: full ? 'ENOSPC' : 'EIO',
    ...(typeof path === 'string' ? { path } : {}),
  });

const statement = (sql) => sql.replace(/--.*/g, '').replace(/\s+/g, ' ').trim().slice(0, 90);

const bounded = new WeakSet();
/** With `pages`, SQLite itself finds the disk full when the file would grow beyond so many. */
function bound(db, sql = '') {
  if (fault.pages === undefined || (bounded.has(db) && !/page_size =/.test(sql))) return;
  bounded.add(db);
  pragma.call(db, `max_page_count = ${fault.pages}`);
}

Database.prototype.exec = function (sql) {
  bound(this);
  // A migration is many statements in one text.
  for (const one of fault.oneByOne ? sql.split(/(?<=;)\s*\n/) : [sql]) {
    // The harness is shown a program without transactions, to see that it notices.
    if (fault.careless && /^(BEGIN|COMMIT)/.test(one)) continue;
    point(`sql ${statement(one)}`, ofDatabase(this));
    exec.call(this, one);
  }
  return this;
};
Database.prototype.pragma = function (text, options) {
  if (!text.startsWith('page_size')) bound(this);
  const result = pragma.call(this, text, options);
  bound(this, text);
  return result;
};
const memory = new Database(':memory:');
const Statement = Object.getPrototypeOf(memory.prepare('SELECT 1'));
memory.close();
for (const name of ['run', 'get', 'all', 'iterate']) {
  const original = Statement[name];
  Statement[name] = function (...values) {
    bound(this.database);
    point(`sql ${statement(this.source)}`, ofDatabase(this.database));
    return original.apply(this, values);
  };
}

/** The same name in every run: without process numbers, times and the names of temporary folders. */
const file = (path) =>
  typeof path === 'string'
    ? basename(path)
        .replace(/\.\d{8}T\d{6}Z(-[a-z]+)?(?:-\d+)?(?=\.backup)/, '$1')
        .replace(/(\.list-\d+)\.[0-9a-f]{8}(?=\.partial)/, '$1')
        .replace(/\.partial-\d+/, '.partial')
        .replace(/^(regulars)-\w{6}$/, '$1-')
    : '';
const writes = (flags) => (typeof flags === 'number' ? (flags & 3) !== 0 : flags !== undefined && flags !== 'r');
for (const name of [
  'open',
  'openSync',
  'write',
  'writev',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'renameSync',
  'linkSync',
  'chmodSync',
  'rmSync',
  'mkdirSync',
  'mkdtempSync',
]) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (!name.startsWith('open') || writes(args[1])) {
      const at = ['renameSync', 'linkSync'].includes(name) ? args[1] : args[0];
      const asked = args.at(-1);
      try {
        point(`file ${name.replace(/Sync$/, '')} ${file(at)}`.trimEnd(), ofFiles(at));
      } catch (error) {
        if (typeof asked !== 'function') throw error;
        queueMicrotask(() => asked(error));
        return undefined;
      }
    }
    return original(...args);
  };
}
syncBuiltinESMExports();

for (const [side, { prototype }] of [
  ['thread', MessagePort],
  ['main', Worker],
]) {
  const { postMessage } = prototype;
  prototype.postMessage = function (message, ...more) {
    const kind = typeof message === 'string' ? message : message?.kind;
    if (kind !== undefined) point(`message ${String(side)} ${kind}`, () => new Error('a message was lost'));
    return postMessage.call(this, message, ...more);
  };
}

// Later versions of the archive than there are yet, so that there is something to be migrated to.
if (fault.migrations !== undefined) {
  const { MIGRATIONS } = await import(new URL('../../dist/store/schema.js', import.meta.url));
  MIGRATIONS.push(...fault.migrations);
}
