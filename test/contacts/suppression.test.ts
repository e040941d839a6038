import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hintOf } from '../../src/values/address-hint.ts';
import { foldGmail } from '../../src/values/mailbox.ts';
import { suppressionHash } from '../../src/values/suppression-key.ts';
import { database } from '../helpers/key.ts';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

const KEY = '00112233445566778899aabbccddeeff';

describe('the hash of an address', () => {
  // Worked out with openssl: hashes outlive the data, so another spelling of the text would lose every opt-out.
  it.each<['email' | 'phone', string, string]>([
    ['email', 'ann@example.com', '12608ea650625a01a395a60afffe22d449a7319fb4f0a9c2b4f50b7e8dcfa914'],
    ['phone', '+8613812345678', 'dab101eeb217cb693e838a304305714416eb2bc2d30a70938be7744d28d0e2f3'],
  ])('of %s %s is what archives hold already', (kind, value, hash) => {
    expect(suppressionHash(KEY, kind, value)).toBe(hash);
  });

  it('differs by key, by kind and by value', () => {
    const hashes = [
      suppressionHash(KEY, 'email', 'ann@example.com'),
      suppressionHash(KEY.replace('0', '1'), 'email', 'ann@example.com'),
      suppressionHash(KEY, 'phone', 'ann@example.com'),
      suppressionHash(KEY, 'email', 'anna@example.com'),
    ];
    expect(new Set(hashes).size).toBe(4);
  });

  it('is one for all spellings gmail delivers to one person', () => {
    const spellings = ['annarcher@gmail.com', 'ann.archer@gmail.com', 'ann.archer+tea@googlemail.com'];
    expect(new Set(spellings.map((email) => suppressionHash(KEY, 'email', email))).size).toBe(1);
  });
});

describe('foldGmail', () => {
  it.each([
    ['ann.archer@gmail.com', 'annarcher@gmail.com'],
    ['ann+tea+green@gmail.com', 'ann@gmail.com'],
    ['a.n.n@googlemail.com', 'ann@gmail.com'],
    ['ann.archer+tea@example.com', 'ann.archer+tea@example.com'],
    ['ann.archer@notgmail.com', 'ann.archer@notgmail.com'],
    ['ann.archer@gmail.com.example', 'ann.archer@gmail.com.example'],
  ])('%s is %s', (email, folded) => expect(foldGmail(email)).toBe(folded));
});

describe('hintOf', () => {
  it.each<['email' | 'phone', string, string]>([
    ['email', 'ann@example.com', 'a***@e***.com'],
    ['email', 'b@shop.example.co.uk', 'b***@s***.uk'],
    ['phone', '+8613812345678', '+86138****5678'],
    ['phone', '+12125550123', '+121****0123'],
  ])('%s %s is shown as %s', (kind, value, hint) => expect(hintOf(kind, value)).toBe(hint));
});

describe('suppress', () => {
  let shop: PlainShop;
  beforeAll(async () => {
    shop = await plainShop([
      { customer_name: 'Ann Archer', email: 'ann.archer@gmail.com', phone: '13912345601', accepts_marketing: 'yes' },
      { customer_name: 'Ben Baker', email: 'ben@example.com', phone: '13912345602', accepts_marketing: 'yes' },
      { customer_name: 'Cid Carter', email: 'cid@example.com', phone: '13912345603', accepts_marketing: 'yes' },
    ]);
  });
  afterAll(() => shop.close());

  const SERVICE = ['--where', 'orders_all > 0', '--kind', 'service'];
  const reached = async (channel: string) => {
    const rows = await shop.json<{ customer_id: number }[]>('export', 'contacts', ...SERVICE, '--channel', channel);
    return rows.map(({ customer_id }) => customer_id);
  };
  const listed = () => shop.json<{ kind: string; hint: string; customer_id: number | null }[]>('suppress', 'list');

  it('keeps an address off its channels in every spelling, and the list shows a hint of it', async () => {
    const { status, stderr } = await shop.regulars('suppress', 'add', 'AnnArcher+shop@Gmail.com', '--reason', 'asked');
    expect([status, stderr]).toEqual([0, 'a***@g***.com will never be contacted\n']);
    expect(await reached('email')).toEqual([2, 3]);
    expect(await reached('sms')).toEqual([1, 2, 3]);
    expect(await listed()).toMatchObject([
      { kind: 'email', hint: 'a***@g***.com', customer_id: null, reason: 'asked' },
    ]);
  });

  it('keeps a phone off calls and messages', async () => {
    await shop.regulars('suppress', 'add', '139 1234 5602');
    expect(await reached('sms')).toEqual([1, 3]);
    expect(await reached('phone')).toEqual([1, 3]);
    expect(await reached('email')).toEqual([2, 3]);
  });

  it('keeps a customer off everything', async () => {
    await shop.regulars('suppress', 'add', 'Cid Carter');
    expect(await reached('email')).toEqual([2]);
    expect(await reached('sms')).toEqual([1]);
    expect((await listed()).map(({ customer_id }) => customer_id)).toEqual([null, null, 3]);
  });

  it('changes nothing the second time, nor with -n', async () => {
    const before = await listed();
    expect((await shop.regulars('suppress', 'add', '+8613912345602')).stderr).toContain('was suppressed before');
    expect((await shop.regulars('suppress', 'add', 'Ann Archer', '-n')).stderr).toContain('nothing was changed');
    expect(await listed()).toEqual(before);
  });

  it('is lifted by its number, once', async () => {
    expect((await shop.regulars('suppress', 'remove', '2')).status).toBe(0);
    expect(await reached('sms')).toEqual([1, 2]);
    const again = await shop.regulars('suppress', 'remove', '2');
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('hint: regulars suppress list')]);
  });

  it('writes no trace of the address itself', async () => {
    await shop.regulars('suppress', 'add', 'stranger@nowhere.example');
    const files = [shop.db, `${shop.db}-wal`].filter((path) => existsSync(path));
    expect((await listed()).at(-1)).toMatchObject({ kind: 'email', hint: 's***@n***.example' });
    for (const file of files) expect(readFileSync(file).includes('stranger')).toBe(false);
  });

  it('refuses a name nobody answers to', async () => {
    const { status, stderr } = await shop.regulars('suppress', 'add', 'Nobody');
    expect([status, stderr]).toEqual([1, expect.stringContaining('hint: regulars customers find Nobody --db ')]);
  });

  it('lets nobody through when its key is lost, and no ingest makes another', async () => {
    const db = database(shop.db);
    db.exec("UPDATE settings SET value = '' WHERE key = 'suppression_key'");
    expect((await shop.regulars('export', 'contacts', ...SERVICE, '--channel', 'email')).status).toBe(1);
    db.exec("DELETE FROM settings WHERE key = 'suppression_key'");
    db.close();
    await shop.ingest([{ customer_name: 'Dee Dyer', email: 'dee@example.com' }]);
    for (const args of [
      ['export', 'contacts', ...SERVICE, '--channel', 'email'],
      ['customers', 'show', '2'],
      ['suppress', 'add', 'dee@example.com'],
    ]) {
      const { status, stdout, stderr } = await shop.regulars(...args);
      expect({ args, status, stdout }).toEqual({ args, status: 1, stdout: '' });
      expect(stderr).toMatch(/key of the suppression list is missing.*\nhint: put a copy back with regulars restore/);
    }
    expect((await shop.regulars('doctor', '--json')).stdout).toContain('"setting_missing"');
  });
});
