/** Spellings of one Gmail mailbox: whoever is named by one of them is whoever has another. */
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { neverOf } from '../../src/contacts/never.ts';
import { reachedTogether } from '../../src/contacts/queries.ts';
import { gmailBoxOf, isGmail } from '../../src/store/gmail-sql.ts';
import { openArchive } from '../../src/store/open.ts';
import { gmailBox } from '../../src/values/mailbox.ts';
import { KEY } from '../helpers/key.ts';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const ORDERS = [
  ['order_id', 'order_date', 'customer_name', 'email', 'order_total', 'accepts_marketing'],
  ['O-1', '2026-05-01 10:00:00', 'Ann', 'ann.lee@gmail.com', '5.00', 'yes'],
  ['O-2', '2026-05-01 10:00:00', 'Ben', 'b.en@example.com', '5.00', 'yes'],
];

let seller: Seller;
beforeEach(async () => {
  seller = newSeller();
  await seller.ingest(seller.write('orders.csv', csv(ORDERS)), ...NEW_SHOP);
});

const EVERYBODY = ['--where', 'orders_all > 0', '--channel', 'email'] as const;
const listed = async (): Promise<string[]> =>
  (await seller.json<{ name: string }[]>('export', 'contacts', ...EVERYBODY, '--kind', 'promotion')).map(
    ({ name }) => name,
  );
const told = async (args: readonly string[], stdin?: string) => {
  const { status, stderr } = await seller.run(args, stdin === undefined ? {} : { stdin });
  return [status, stderr.split('\n')[0]];
};

describe('spellings of a Gmail address', () => {
  it.each(['annlee@gmail.com', 'Ann.Lee+shop@gmail.com', 'a.n.n.lee@googlemail.com'])(
    'name the customer by hand and in a table: %s',
    async (spelling) => {
      expect(await told(['consent', 'set', spelling, 'email', 'refused'])).toEqual([0, 'Ann: email refused']);
      expect(await listed()).toEqual(['Ben']);
      const table = csv([
        ['email', 'channel', 'status'],
        [spelling, 'email', 'granted'],
        [spelling, 'sms', 'refused'],
      ]);
      expect(await told(['consent', 'import', '-'], table)).toEqual([0, 'consents: 2 noted, 0 unchanged, 0 refused']);
    },
  );

  it('name the customer of whom a tool tells', async () => {
    const table = csv([
      ['email', 'result', 'date'],
      ['annlee+news@gmail.com', 'unsubscribed', '2026-05-04'],
    ]);
    expect(await told(['touches', 'import', '-'], table)).toEqual([
      0,
      'results: 1 unsubscribed; 0 unchanged, 0 refused',
    ]);
    expect(await listed()).toEqual(['Ben']);
    expect(await seller.json('suppress', 'list')).toEqual([]);
  });

  it('are of others elsewhere', async () => {
    expect(await told(['consent', 'set', 'ben@example.com', 'email', 'refused'])).toEqual([
      1,
      'regulars: no customer answers to "ben@example.com"',
    ]);
  });

  it('do not hide whoever has the address as it is written; a no is heard of everybody at the mailbox', async () => {
    const also = ['O-3', '2026-05-01 10:00:00', 'Anna', 'annlee@gmail.com', '5.00', 'yes'];
    await seller.ingest(seller.write('more.csv', csv([ORDERS[0] ?? [], also])));
    expect(await told(['consent', 'set', 'annlee@gmail.com', 'sms', 'refused'])).toEqual([0, 'Anna: sms refused']);
    const header = ['email', 'channel', 'status'];
    await told(['consent', 'import', '-'], csv([header, ['annlee@gmail.com', 'phone', 'refused']]));
    expect(await seller.json('query', 'SELECT channel, record_id FROM consents ORDER BY 1, 2')).toEqual([
      { channel: 'phone', record_id: 1 },
      { channel: 'phone', record_id: 3 },
      { channel: 'sms', record_id: 3 },
    ]);
  });

  it('are one place: what holds at one of them holds at the other', async () => {
    const also = ['O-3', '2026-05-01 10:00:00', 'Anna', 'annlee@gmail.com', '5.00', 'yes'];
    await seller.ingest(seller.write('more.csv', csv([ORDERS[0] ?? [], also])));
    await seller.run(['suppress', 'add', '#1', '--reason', 'complaint']);
    const opened = await openArchive(seller.db, { mode: 'read', wait: 5, dryRun: false, key: KEY });
    if ('problem' in opened) throw new Error(opened.problem);
    const { archive } = opened;
    try {
      expect(reachedTogether(archive, 3)).toEqual([1, 3]);
      expect(reachedTogether(archive, 2)).toEqual([2]);
      expect(neverOf(archive, 3, Number.MAX_SAFE_INTEGER)).toMatchObject({
        channels: ['email'],
        suppressions: [{ customer_id: 1 }],
      });
    } finally {
      archive.close();
    }
  });
});

describe('the mailbox of an address', () => {
  it('is the same in SQL', () => {
    const db = new Database(':memory:');
    const ask = db
      .prepare(`SELECT iif(${isGmail('')}, ${gmailBoxOf('')}, NULL) FROM (SELECT 'email' AS kind, ? AS value)`)
      .pluck();
    const part = fc.stringMatching(/^[a-z+.éß]{1,9}$/);
    const domain = fc.constantFrom('gmail.com', 'googlemail.com', 'gmail.com.example', 'xgmail.com', 'example.com');
    fc.assert(
      fc.property(part, domain, (local, at) => {
        const email = `${local}@${at}`;
        expect(ask.get(email)).toBe(gmailBox(email) ?? null);
      }),
    );
    db.close();
  });
});
