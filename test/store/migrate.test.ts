import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepCopy } from '../../src/store/backup.ts';
import { migrate } from '../../src/store/migrate.ts';
import { type Archive, openArchive } from '../../src/store/open.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../src/store/schema.ts';
import { KEY } from '../helpers/key.ts';
import { type World, world } from '../helpers/world.ts';

const KNOWN = MIGRATIONS.length;
const next = [...MIGRATIONS, 'CREATE TABLE gifts (gift TEXT) STRICT;'];
const afterNext = [...next, "INSERT INTO gifts VALUES ('tea');"];

let shop: World;
beforeEach(async () => {
  shop = await world([{ name: 'Ann Archer', orders: [{ day: '2026-05-01' }] }]);
});
afterEach(() => shop.close());

const NOW = new Date('2026-11-01T04:00:00Z');
const STAMP = '20261101T040000Z-migration';
const keep = async (path = shop.archive.path) =>
  (await keepCopy(shop.archive.db, path, 'migration', { now: NOW })).path;
const run = (migrations?: readonly string[]) => migrate(shop.archive.db, () => keep(), migrations);
const version = ({ db }: Archive) => db.pragma('user_version', { simple: true });
const tables = ({ db }: Archive) => db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
const orders = ({ db }: Archive) => db.prepare('SELECT count(*) FROM orders').pluck().get();
const backups = () => readdirSync(dirname(shop.archive.path)).filter((name) => !/^test\.db(-wal|-shm)?$/.test(name));

async function inspect(path: string): Promise<readonly unknown[]> {
  const opened = await openArchive(path, { mode: 'read', wait: 0, dryRun: false, key: KEY });
  if ('problem' in opened) throw new Error(opened.problem);
  const { archive } = opened;
  const found = [version(archive), orders(archive), tables(archive).includes('gifts')];
  archive.close();
  return found;
}

describe('bringing an archive to a later version', () => {
  it('is nothing to do, and no copy, for one that is there', async () => {
    expect(version(shop.archive)).toBe(KNOWN);
    expect(await run()).toBeUndefined();
    expect(backups()).toEqual([]);
  });

  it('marks a new archive as ours and makes no copy of nothing', async () => {
    expect(shop.archive.db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(backups()).toEqual([]);
  });

  it('keeps the archive as it was, for its owner alone', async () => {
    const backup = `${shop.archive.path}.${STAMP}.backup`;
    expect(await run(next)).toEqual({ from: KNOWN, to: KNOWN + 1, backup });
    expect(version(shop.archive)).toBe(KNOWN + 1);
    expect(tables(shop.archive)).toContain('gifts');
    expect(orders(shop.archive)).toBe(1);
    expect(backups()).toEqual([basename(backup)]);
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(await inspect(backup)).toEqual([KNOWN, 1, false]);
  });

  it('goes through every version between, with one copy', async () => {
    expect(await run(afterNext)).toMatchObject({ from: KNOWN, to: KNOWN + 2 });
    expect(shop.archive.db.prepare('SELECT gift FROM gifts').pluck().all()).toEqual(['tea']);
    expect(backups()).toEqual([`test.db.${STAMP}.backup`]);
    expect(await run(afterNext)).toBeUndefined();
  });

  it('leaves the last version that worked when a step fails, and can be tried again', async () => {
    const broken = [...next, "INSERT INTO gifts VALUES ('half'); INSERT INTO no_such_table VALUES (1);"];
    await expect(run(broken)).rejects.toThrow('no such table');
    expect(version(shop.archive)).toBe(KNOWN + 1);
    expect(shop.archive.db.prepare('SELECT gift FROM gifts').pluck().all()).toEqual([]);
    expect(shop.archive.db.inTransaction).toBe(false);
    const backup = `${shop.archive.path}.${STAMP}.backup`;
    expect(await inspect(backup)).toEqual([KNOWN, 1, false]);
    expect(await run(afterNext)).toMatchObject({ from: KNOWN + 1, to: KNOWN + 2 });
    expect(shop.archive.db.prepare('SELECT gift FROM gifts').pluck().all()).toEqual(['tea']);
    // The second try keeps what it found, beside what the first one did.
    expect(await inspect(backup)).toEqual([KNOWN, 1, false]);
    expect(backups()).toEqual([`test.db.${STAMP}-2.backup`, `test.db.${STAMP}.backup`]);
  });

  it('keeps what refers to a table that is written anew, and leaves nothing that refers to nothing', async () => {
    const { db } = shop.archive;
    db.exec(`INSERT INTO imports VALUES (1, 'a.csv', '', 1, '{}', '', '', 0, NULL, '{}', NULL);
      INSERT INTO sightings SELECT 1, version_id, 2, NULL FROM order_versions;`);
    const anew = `DROP VIEW consents_view; CREATE TABLE new (import_id INTEGER PRIMARY KEY); INSERT INTO new SELECT import_id FROM imports;
      DROP TABLE imports; ALTER TABLE new RENAME TO imports;`;
    await expect(run([...MIGRATIONS, `${anew} DELETE FROM imports;`])).rejects.toThrow('rows that are gone');
    expect(version(shop.archive)).toBe(KNOWN);
    await run([...MIGRATIONS, anew]);
    expect(version(shop.archive)).toBe(KNOWN + 1);
    expect(db.prepare('SELECT count(*) FROM sightings JOIN imports USING (import_id)').pluck().get()).toBe(1);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('changes nothing where no copy can be made', async () => {
    const nowhere = `${shop.archive.path}-folder/test.db`;
    await expect(migrate(shop.archive.db, () => keep(nowhere), next)).rejects.toThrow();
    expect(version(shop.archive)).toBe(KNOWN);
    expect(tables(shop.archive)).not.toContain('gifts');
    expect(existsSync(nowhere)).toBe(false);
  });
});
