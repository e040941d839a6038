/** Whoever is forgotten is in no byte of archive, log and copies any more, and nothing else is another for it. */
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, describe, it, onTestFinished } from 'vitest';
import { KEY, NEEDLES, needlesIn, needleWorld, NOW } from './needles.ts';

interface Proof {
  readonly erased: Readonly<Record<string, number>> | null;
  readonly file: string;
  readonly copies: readonly { readonly path: string; readonly outcome: string; readonly problem: string | null }[];
  readonly search: Readonly<Record<string, string | number>>;
  readonly done: boolean;
}

describe('customers forget', () => {
  it('leaves no needle anywhere, and an archive in which nothing is wrong', async () => {
    const { seller, copies, her } = await needleWorld();
    const there = needlesIn(seller.folder);
    for (const [what] of Object.entries(NEEDLES)) expect(there.join('\n')).toContain(`${what} in archive.db`);
    // The log is there while somebody has the archive open.
    const reader = new Database(seller.db);
    onTestFinished(() => void reader.close());
    reader.prepare('SELECT count(*) FROM orders').get();
    const { stdout, stderr, status } = await seller.run(['customers', 'forget', NEEDLES.account, '--yes', '--json'], {
      now: NOW,
    });
    expect(needlesIn(seller.folder)).toEqual([]);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const proof = JSON.parse(stdout) as Proof;
    expect(proof).toMatchObject({
      erased: {
        customers: 1,
        orders: 7,
        order_versions: 8,
        records: 8,
        profiles: 1,
        tag_facts: 1,
        consents: 1,
        edits: 1,
        notes: 1,
        touches: 1,
        contact_results: 1,
        followup_outcomes: 1,
        suppressions: 1,
        override_records: 1,
        receivers: 1,
        referrals: 1,
        refused_rows: 1,
        own_words: 2,
      },
      file: 'done',
      search: { outcome: 'none_found', archive: 0 },
      not_kept_out_by: ['name', 'shared_email', 'shared_phone'],
      done: true,
    });
    expect(proof.copies.map(({ path, outcome, problem }) => ({ path, outcome, problem }))).toEqual(
      copies.toSorted().map((path) => ({ path, outcome: 'erased', problem: null })),
    );
    for (const db of [seller.db, ...copies]) {
      const examined = await seller.run(['--db', db, 'doctor', '--ignore', 'backup_missing', '--json'], { now: NOW });
      expect(JSON.parse(examined.stdout)).toEqual([]);
    }
    expect(JSON.stringify(proof) + stderr).not.toMatch(/qa/i);
    const dump = await seller.dump();
    await seller.run(['rebuild'], { now: NOW });
    expect(await seller.dump()).toBe(dump);
    expect(needlesIn(seller.folder)).toEqual([]);
    expect((await seller.run(['customers', 'show', String(her)])).stderr).toContain(
      `customer ${her} was forgotten on 2026-07-01`,
    );
    expect((await seller.run(['customers', 'show', `#${her}`, '--lang', 'zh'])).stderr).toContain(
      '已于 2026-07-01 被忘记',
    );
  });

  it('leaves orders as figures of nobody, and others as they are', async () => {
    const { seller } = await needleWorld();
    const figures = () =>
      seller.query(
        'SELECT shop, currency, count(*) AS orders, sum(net) AS net, sum(units) AS units FROM orders_view GROUP BY 1, 2',
      );
    const others = () =>
      seller.query(
        "SELECT customer_id, name, account, email, number_of_orders FROM customers_view WHERE name IN ('Otto Other', 'Mia Miller') ORDER BY 1",
      );
    const before = [await figures(), await others()];
    await seller.run(['customers', 'forget', NEEDLES.email, '--yes'], { now: NOW });
    expect([await figures(), await others()]).toEqual(before);
    expect(
      await seller.query(
        "SELECT order_number, customer_id, account, email, phone FROM orders_view WHERE order_number = 'A-1'",
      ),
    ).toEqual([{ order_number: 'A-1', customer_id: null, account: null, email: null, phone: null }]);
    expect(await seller.query("SELECT variant FROM order_lines_view WHERE order_number = 'A-2'")).toEqual([
      { variant: null },
    ]);
    expect(await seller.query('SELECT text, referred_record_id FROM notes')).toEqual([
      { text: 'brought … along, who likes tea', referred_record_id: null },
    ]);
    const refused = await seller.query<{ order_number: string; rows: string }>(
      'SELECT order_number, rows FROM refusals ORDER BY 1',
    );
    expect(refused.map(({ order_number, rows }) => [order_number, rows.includes('Mia Miller')])).toEqual([
      ['R-1', false],
      ['R-2', true],
    ]);
    expect(await seller.query('SELECT kind, erased_at IS NOT NULL AS erased, reason FROM overrides')).toEqual([
      { kind: 'merge', erased: 1, reason: null },
    ]);
  });

  it('keeps whoever must never be contacted so by a hash, without a reason', async () => {
    const { seller } = await needleWorld();
    await seller.run(['customers', 'forget', NEEDLES.email, '--yes'], { now: NOW });
    const kept = await seller.json<{ kind: string; hint: string; reason: string | null }[]>('suppress', 'list');
    expect(kept.map(({ kind, reason }) => ({ kind, reason }))).toEqual(
      expect.arrayContaining([
        { kind: 'email', reason: null },
        { kind: 'phone', reason: null },
      ]),
    );
    expect(kept.every(({ kind }) => kind !== 'customer')).toBe(true);
    const again = await seller.run(['suppress', 'add', NEEDLES.phoneAsWritten]);
    expect(again.stderr).toContain('suppressed before');
  });

  it('says what will go, and does nothing in a dry run, without a yes, or twice', async () => {
    const { seller } = await needleWorld();
    const dump = await seller.dump();
    const dry = await seller.run(['customers', 'forget', NEEDLES.name, '-n'], { now: NOW });
    expect(dry).toMatchObject({ status: 0, stdout: '' });
    expect(dry.stderr).toContain('7 orders without a name from then on');
    expect(dry.stderr).toContain('dry run: nothing was changed');
    expect((await seller.run(['customers', 'forget', NEEDLES.name])).status).toBe(2);
    const tty = { stdin: true, stderr: true };
    expect(await seller.run(['customers', 'forget', NEEDLES.name], { tty, stdin: 'no\n' })).toMatchObject({
      status: 1,
    });
    expect(await seller.dump()).toBe(dump);
    const yes = await seller.run(['customers', 'forget', NEEDLES.name, '--lang', 'zh'], {
      tty,
      stdin: '是\n',
      now: NOW,
    });
    expect(yes.status).toBe(0);
    expect(yes.stdout).toContain('没有找到');
    expect(yes.stdout).toContain('无法识别');
    const after = await seller.dump();
    expect(await seller.run(['customers', 'forget', NEEDLES.name, '--yes'])).toMatchObject({ status: 1 });
    const finish = await seller.run(['customers', 'forget', '--finish']);
    expect(finish).toMatchObject({ status: 0, stdout: '' });
    expect(await seller.dump()).toBe(after);
    expect((await seller.run(['customers', 'forget'])).status).toBe(2);
    expect((await seller.run(['customers', 'forget', 'Mia Miller', '--finish'])).status).toBe(2);
    expect((await seller.run(['customers', 'forget', 'Mia Miller', '--csv', '--yes'])).status).toBe(2);
  });

  it('says so where a reader keeps the log, and finishes when they have ended', async () => {
    const { seller } = await needleWorld();
    const reader = new Database(seller.db, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM records').get();
    const first = await seller.run(['customers', 'forget', NEEDLES.email, '--yes', '--json', '--wait', '0'], {
      now: NOW,
    });
    expect(first.status).toBe(1);
    expect(JSON.parse(first.stdout)).toMatchObject({ file: 'busy', done: false, search: { outcome: 'found' } });
    expect(first.stderr).toContain('regulars customers forget --finish');
    reader.close();
    const told = JSON.parse((await seller.run(['doctor', '--json'], { now: NOW })).stdout) as {
      finding: string;
      command: string;
    }[];
    expect(told.map(({ finding }) => finding)).toEqual(['erasure_unfinished']);
    expect(told[0]?.command).toContain('customers forget --finish');
    const second = await seller.run(['customers', 'forget', '--finish', '--json'], { now: NOW });
    expect(second.status).toBe(0);
    expect(JSON.parse(second.stdout)).toMatchObject({
      erased: null,
      file: 'done',
      done: true,
      search: { outcome: 'nothing_known' },
    });
    expect(needlesIn(seller.folder)).toEqual([]);
    expect((await seller.run(['doctor'], { now: NOW })).status).toBe(0);
  });

  it('names copies that cannot be reached or opened, and removes them where it is told to', async () => {
    const { seller, copies } = await needleWorld();
    const [kept = '', elsewhere = ''] = copies;
    rmSync(elsewhere);
    writeFileSync(kept, readFileSync(kept).subarray(0, 20_000));
    const first = await seller.run(['customers', 'forget', NEEDLES.email, '--yes', '--json'], { now: NOW });
    expect(first.status).toBe(1);
    expect((JSON.parse(first.stdout) as Proof).copies).toMatchObject([
      { path: kept, outcome: 'not_done', problem: 'damaged' },
      { path: elsewhere, outcome: 'absent', problem: null },
    ]);
    expect((await seller.run(['customers', 'forget', '--finish', '--remove', 'nowhere.db', '--yes'])).status).toBe(2);
    expect((await seller.run(['customers', 'forget', '--finish', '--remove', kept])).status).toBe(2);
    const second = await seller.run(
      ['customers', 'forget', '--finish', '--remove', kept, '--remove', elsewhere, '--yes', '--json'],
      { now: NOW },
    );
    expect(second).toMatchObject({ status: 0 });
    expect((JSON.parse(second.stdout) as Proof).copies.map(({ outcome }) => outcome)).toEqual(['removed', 'removed']);
    expect(existsSync(kept)).toBe(false);
    expect(needlesIn(seller.folder)).toEqual([]);
    expect(await seller.json('backup', 'list')).toEqual([]);
  });

  it('is not undone by a copy that nobody knew of', async () => {
    const { seller, copies } = await needleWorld();
    const hidden = join(seller.folder, 'elsewhere', 'hidden.db');
    copyFileSync(copies[0] ?? '', hidden);
    await seller.run(['customers', 'forget', NEEDLES.email, '--yes'], { now: NOW });
    const after = await seller.query('SELECT count(*) AS orders, count(customer_id) AS named FROM orders_view');
    const { status, stderr } = await seller.run(['restore', hidden, '--yes'], { now: NOW });
    expect(status).toBe(0);
    expect(stderr).toContain('forgotten since the copy was taken, and erased in it again: 1 customer');
    rmSync(hidden);
    expect(needlesIn(seller.folder)).toEqual([]);
    expect(await seller.query('SELECT count(*) AS orders, count(customer_id) AS named FROM orders_view')).toEqual(
      after,
    );
    expect((await seller.run(['doctor'], { now: NOW })).status).toBe(0);
    expect((await seller.run(['customers', 'show', NEEDLES.name])).status).toBe(1);
  });

  it('does the same to an encrypted archive and its copies', async () => {
    const { seller, copies } = await needleWorld(...KEY);
    const { status, stdout } = await seller.run(['customers', 'forget', NEEDLES.email, '--yes', '--json', ...KEY], {
      now: NOW,
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ done: true, search: { outcome: 'ciphertext' } });
    for (const db of [seller.db, ...copies]) {
      const dump = await seller.run(['--db', db, 'dump', '--canonical', ...KEY]);
      expect(dump.status).toBe(0);
      for (const needle of Object.values(NEEDLES)) expect(dump.stdout).not.toContain(needle);
    }
  });
});
