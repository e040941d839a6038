import { describe, expect, it } from 'vitest';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const HEADER = [
  'order_id',
  'order_date',
  'customer_name',
  'email',
  'phone',
  'accepts_marketing',
  'item',
  'order_total',
];
const SHOP = ['--shop', 'Hillside', '--timezone', 'UTC', '--currency', 'USD', '--country', 'US'];
const AS_OF = ['--as-of', '2026-06-01'];

const ANN = ['Ann Archer', 'ann@example.com', '+12025550101'] as const;
const ORDERS = [
  ['A-1', '2026-03-01', ...ANN, 'yes', 'Green tea', '10.00'],
  ['A-2', '2026-04-01', ...ANN, '', 'Black tea', '20.00'],
  ['A-3', '2026-05-01', 'Ann Archer', 'ann@example.com', '+12025550102', '', 'Cup', '5.00'],
  ['B-1', '2026-03-05', 'Ann Archer', 'archer@example.org', '', 'no', 'Pot', '30.00'],
  ['C-1', '2026-03-06', 'Cy Carter', 'cy@example.com', '+12025550103', '', 'Pot', '30.00'],
];

async function shopOf(orders: readonly (readonly string[])[] = ORDERS): Promise<Seller> {
  const seller = newSeller();
  await seller.ingest(seller.write('orders.csv', csv([HEADER, ...orders])), ...SHOP);
  return seller;
}

const lines = (text: string) => text.trimEnd().split('\n');

/** Order numbers by customer. */
async function customersIn(seller: Seller): Promise<string[]> {
  const rows = await seller.query<{ orders: string }>(
    "SELECT group_concat(order_number, ' ') AS orders FROM (SELECT * FROM orders_view ORDER BY order_number) GROUP BY customer_id ORDER BY 1",
  );
  return rows.map(({ orders }) => orders);
}

describe('customers merge', () => {
  it('makes customers one, says of what number, and how to take it back', async () => {
    const seller = await shopOf();
    const { status, stderr, stdout } = await seller.run([
      'customers',
      'merge',
      'ann@example.com',
      'B-1',
      '--reason',
      'met her',
      ...AS_OF,
    ]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(lines(stderr)).toEqual([
      'merged: Ann Archer is #1, with 4 orders',
      `taken back with regulars customers undo 1 --db ${seller.db}`,
    ]);
    expect(await customersIn(seller)).toEqual(['A-1 A-2 A-3 B-1', 'C-1']);
    // A number of before is still theirs.
    const card = await seller.json<{ customer_id: number }>('customers', 'show', 'B-1');
    expect(card.customer_id).toBe(1);
  });

  it('changes nothing the second time, and nothing in a dry run', async () => {
    const seller = await shopOf();
    const before = await seller.dump();
    await seller.run(['customers', 'merge', 'A-1', 'B-1', '-n']);
    expect(await seller.dump()).toBe(before);
    await seller.run(['customers', 'merge', 'A-1', 'B-1']);
    const once = await seller.dump();
    const again = await seller.run(['customers', 'merge', 'B-1', 'A-1', 'A-2']);
    expect(again.stderr).toBe('Ann Archer is one customer already: #1\n');
    expect(await seller.dump()).toBe(once);
  });

  it('takes more than two, and people whom the evidence will never join', async () => {
    const seller = await shopOf();
    expect((await seller.run(['customers', 'merge', 'A-1', 'B-1', 'C-1'])).status).toBe(0);
    expect(await customersIn(seller)).toEqual(['A-1 A-2 A-3 B-1 C-1']);
  });

  it('holds two accounts of one shop together, which alone would be two people', async () => {
    const head = ['order_id', 'order_date', 'account', 'customer_name', 'phone', 'item', 'order_total'];
    const orders = [
      ['X-1', '2026-03-01', 'ann_old', 'Ann Archer', '+12025550101', 'Tea', '1.00'],
      ['X-2', '2026-03-02', 'ann_new', 'Ann Archer', '+12025550101', 'Tea', '1.00'],
    ];
    const seller = newSeller();
    await seller.ingest(seller.write('a.csv', csv([head, ...orders])), ...SHOP);
    expect(await customersIn(seller)).toEqual(['X-1', 'X-2']);
    await seller.run(['customers', 'merge', 'ann_old', 'ann_new']);
    expect(await customersIn(seller)).toEqual(['X-1 X-2']);
    await seller.ingest(
      seller.write('b.csv', csv([head, ['X-3', '2026-04-01', 'ann_new', 'Ann Archer', '+12025550199', 'Tea', '1.00']])),
      ...SHOP,
    );
    expect(await customersIn(seller)).toEqual(['X-1 X-2 X-3']);
  });

  it('names nobody who is not there', async () => {
    const seller = await shopOf();
    const { status, stderr } = await seller.run(['customers', 'merge', 'A-1', 'nobody@example.com']);
    expect(status).toBe(1);
    expect(stderr).toContain('nobody@example.com');
  });
});

describe('customers split', () => {
  it('takes off the orders of a contact detail, and keeps them apart whatever comes later', async () => {
    const seller = await shopOf();
    const { stderr } = await seller.run([
      'customers',
      'split',
      'ann@example.com',
      '--identifier',
      '202-555-0102',
      ...AS_OF,
    ]);
    expect(lines(stderr).slice(0, 2)).toEqual([
      'stays: Ann Archer, #1, 2 orders',
      'split off: Ann Archer, #2, 1 order',
    ]);
    expect(await customersIn(seller)).toEqual(['A-1 A-2', 'A-3', 'B-1', 'C-1']);
    // Both use the e-mail: whoever comes with it alone is the one who stayed.
    const later = [
      ['A-4', '2026-05-05', 'Ann Archer', 'ann@example.com', '', '', 'Tea', '1.00'],
      ['A-5', '2026-05-06', 'Ann Archer', '', '+12025550102', '', 'Tea', '1.00'],
    ];
    await seller.ingest(seller.write('later.csv', csv([HEADER, ...later])), '--shop', 'Hillside');
    expect(await customersIn(seller)).toEqual(['A-1 A-2 A-4', 'A-3 A-5', 'B-1', 'C-1']);
  });

  it('takes one order off others of the same contact details, also when its file comes again', async () => {
    const seller = await shopOf();
    await seller.run(['customers', 'split', '1', '--order', 'A-2', ...AS_OF]);
    const apart = ['A-1 A-3', 'A-2', 'B-1', 'C-1'];
    expect(await customersIn(seller)).toEqual(apart);
    const dump = await seller.dump();
    expect((await seller.run(['imports', 'undo', '1', '--yes'])).status).toBe(0);
    expect(await customersIn(seller)).toEqual([]);
    const changed = ORDERS.map((order) => (order[0] === 'A-2' ? order.with(7, '21.00') : order));
    await seller.ingest(seller.write('again.csv', csv([HEADER, ...changed])), ...SHOP);
    expect(await customersIn(seller)).toEqual(apart);
    await seller.ingest(seller.write('orders2.csv', `${csv([HEADER, ...ORDERS])},,,,,,,\n`), ...SHOP);
    expect(await customersIn(seller)).toEqual(apart);
    expect((await seller.run(['imports', 'undo', '2', '--yes'])).status).toBe(0);
    expect(await seller.dump()).toBe(dump);
    await seller.run(['customers', 'undo', '1']);
    expect(await customersIn(seller)).toEqual(['A-1 A-2 A-3', 'B-1', 'C-1']);
  });

  it.each([
    [['--identifier', '+12025550777'], 1, 'Ann Archer has no order or contact detail +12025550777'],
    [['--order', 'C-1'], 1, 'Ann Archer has no order or contact detail C-1'],
    [
      ['--identifier', 'ann@example.com'],
      1,
      'every order of Ann Archer has that: nothing would stay; name some of the orders',
    ],
    [[], 2, 'say what leaves: --identifier or --order'],
  ])('says what is wrong with %j', async (args, exit, message) => {
    const seller = await shopOf();
    const { status, stderr } = await seller.run(['customers', 'split', '1', ...args]);
    expect(status).toBe(exit);
    expect(stderr).toContain(message);
  });

  it('says so where the same was split off before', async () => {
    const seller = await shopOf();
    await seller.run(['customers', 'split', '1', '--order', 'A-3']);
    const once = await seller.dump();
    const { status, stderr } = await seller.run(['customers', 'split', '1', '--order', 'A-3']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'that was split from #1 before: it is of #2\n' });
    expect(await seller.dump()).toBe(once);
  });

  it('gives way to a later merge, and comes back with it', async () => {
    const seller = await shopOf();
    await seller.run(['customers', 'split', '1', '--order', 'A-3']);
    await seller.run(['customers', 'merge', 'A-1', 'A-3']);
    expect(await customersIn(seller)).toEqual(['A-1 A-2 A-3', 'B-1', 'C-1']);
    const said = await seller.json<{ what: string; standing: string }[]>('customers', 'merges');
    expect(said.map(({ what, standing }) => [what, standing])).toEqual([
      ['split', 'overruled'],
      ['merge', 'in_force'],
    ]);
    await seller.run(['customers', 'undo', '2']);
    expect(await customersIn(seller)).toEqual(['A-1 A-2', 'A-3', 'B-1', 'C-1']);
  });
});

describe('what was said of being contacted', () => {
  const consent = async (seller: Seller, who: string) =>
    (await seller.json<{ channel: string; status: string }[]>('consent', 'show', who))
      .filter(({ channel }) => channel === 'email')
      .map(({ status }) => status);

  it('is what the stricter of the merged said, until it is said anew of both', async () => {
    const seller = await shopOf();
    expect([await consent(seller, 'A-1'), await consent(seller, 'B-1')]).toEqual([['granted'], ['refused']]);
    await seller.run(['customers', 'merge', 'A-1', 'B-1']);
    expect(await consent(seller, 'A-1')).toEqual(['refused']);
    await seller.run(['consent', 'set', 'A-1', 'email', 'granted']);
    expect(await consent(seller, 'B-1')).toEqual(['granted']);
    await seller.run(['customers', 'undo', '1']);
    expect([await consent(seller, 'A-1'), await consent(seller, 'B-1')]).toEqual([['granted'], ['refused']]);
  });

  it('is unknown of both where only one agreed, which is said with the line that changes it', async () => {
    const seller = await shopOf();
    const { stderr } = await seller.run(['customers', 'merge', 'A-1', 'C-1']);
    expect(stderr).toContain('regulars consent set 1 email granted');
    expect(await consent(seller, 'C-1')).toEqual(['unknown']);
  });

  it('is refused by both for good when it is refused while they are one', async () => {
    const seller = await shopOf();
    await seller.run(['customers', 'merge', 'A-1', 'C-1']);
    await seller.run(['consent', 'set', 'C-1', 'email', 'refused']);
    await seller.run(['suppress', 'add', '1', '--reason', 'asked']);
    await seller.run(['customers', 'undo', '1']);
    expect([await consent(seller, 'A-1'), await consent(seller, 'C-1')]).toEqual([['refused'], ['refused']]);
    expect((await seller.json<unknown[]>('suppress', 'list')).length).toBe(2);
  });

  it('holds for whoever is split off', async () => {
    const seller = await shopOf();
    await seller.run(['consent', 'set', 'A-1', 'sms', 'refused']);
    await seller.run(['suppress', 'add', '1', '--reason', 'asked']);
    const before = await seller.dump();
    await seller.run(['customers', 'split', '1', '--order', 'A-3']);
    const rows = await seller.json<{ channel: string; status: string }[]>('consent', 'show', 'A-3');
    expect(rows.find(({ channel }) => channel === 'sms')?.status).toBe('refused');
    const card = await seller.json<{ never_contact_by: string[] }>('customers', 'show', 'A-3');
    expect(card.never_contact_by).toEqual(['sms', 'email', 'phone']);
    await seller.run(['customers', 'undo', '1']);
    expect(await seller.dump()).toBe(before);
  });
});

describe('a refusal', () => {
  const status = async (seller: Seller, who: string) =>
    (await seller.json<{ channel: string; status: string }[]>('consent', 'show', who)).find(
      ({ channel }) => channel === 'sms',
    )?.status;
  const never = async (seller: Seller, who: string) =>
    (await seller.json<{ never_contact_by: string[] }>('customers', 'show', who)).never_contact_by.length;

  it('stays with whom another split keeps apart when an earlier one is taken back', async () => {
    const seller = await shopOf();
    await seller.run(['suppress', 'add', '1']);
    await seller.run(['consent', 'set', '1', 'sms', 'refused']);
    const orders = [
      ['A-5', '2026-05-05', 'Ann Archer', 'ann@example.com', '+12025550105', '', 'Tea', '1.00'],
      ['A-6', '2026-05-06', 'Ann Archer', 'ann@example.com', '+12025550106', '', 'Tea', '1.00'],
    ];
    await seller.ingest(seller.write('later.csv', csv([HEADER, ...orders])), '--shop', 'Hillside');
    const before = await seller.dump();
    await seller.run(['customers', 'split', '1', '--order', 'A-5', ...AS_OF]);
    await seller.run(['customers', 'split', '1', '--order', 'A-6', ...AS_OF]);
    await seller.run(['customers', 'undo', '1', ...AS_OF]);
    expect(await customersIn(seller)).toEqual(['A-1 A-2 A-3 A-5', 'A-6', 'B-1', 'C-1']);
    expect([await never(seller, 'A-6'), await status(seller, 'A-6')]).toEqual([3, 'refused']);
    expect([await never(seller, 'A-5'), await status(seller, 'A-5')]).toEqual([3, 'refused']);
    await seller.run(['customers', 'undo', '2', ...AS_OF]);
    expect(await seller.dump()).toBe(before);
  });

  it('outlasts a merge over a split with somebody who agreed since, and is of the one alone afterwards', async () => {
    const seller = await shopOf();
    await seller.run(['customers', 'split', '1', '--order', 'A-3', ...AS_OF]);
    await seller.run(['consent', 'set', 'A-1', 'sms', 'refused', ...AS_OF]);
    await seller.run(['consent', 'set', 'A-3', 'sms', 'granted', '--as-of', '2026-06-02']);
    const before = await seller.dump();
    await seller.run(['customers', 'merge', 'A-1', 'A-3', '--as-of', '2026-06-03']);
    expect(await status(seller, 'A-1')).toBe('refused');
    await seller.run(['customers', 'undo', '2', '--as-of', '2026-06-04']);
    expect([await status(seller, 'A-1'), await status(seller, 'A-3')]).toEqual(['refused', 'granted']);
    expect(await seller.dump()).toBe(before);
  });
});

describe('what was said of somebody who was split off and is no more', () => {
  it('is said of whom they were, also where their contact details join nobody', async () => {
    const office = ['Ann Archer', 'Bob Baker', 'Cid Carter', 'Dan Drew'].flatMap((name, at) => [
      [`S-${at}`, '2026-03-01', name, 'office@example.com', '', '', 'Tea', '1.00'],
      [`T-${at}`, '2026-03-02', name, 'office@example.com', '', '', 'Tea', '1.00'],
    ]);
    const seller = await shopOf(office);
    await seller.run(['customers', 'split', 'S-0', '--order', 'T-0', ...AS_OF]);
    await seller.run(['customers', 'note', 'T-0', 'left-handed', ...AS_OF]);
    const { customer_id: other } = await seller.json<{ customer_id: number }>('customers', 'show', 'T-0');
    await seller.run(['suppress', 'add', String(other), '--reason', 'asked']);
    await seller.run(['customers', 'undo', '1', ...AS_OF]);
    const card = await seller.json<{ notes: { text: string }[]; never_contact_by: string[] }>(
      'customers',
      'show',
      'S-0',
    );
    expect(card.notes.map(({ text }) => text)).toEqual(['left-handed']);
    expect(card.never_contact_by).toHaveLength(3);
    const { stdout } = await seller.run(['doctor', '--json', '--ignore', 'backup_missing']);
    expect(JSON.parse(stdout)).toEqual([]);
  });
});

describe('customers split of a merge of several', () => {
  it('takes off the one, and leaves the others together', async () => {
    const seller = await shopOf();
    await seller.run(['customers', 'merge', 'A-1', 'B-1', 'C-1']);
    await seller.run(['customers', 'split', 'A-1', '--order', 'C-1']);
    expect(await customersIn(seller)).toEqual(['A-1 A-2 A-3 B-1', 'C-1']);
    await seller.run(['customers', 'undo', '2']);
    expect(await customersIn(seller)).toEqual(['A-1 A-2 A-3 B-1 C-1']);
  });
});

describe('customers merges, undo and explain', () => {
  it('tell what was said by hand, in either language', async () => {
    const seller = await shopOf();
    await seller.run(['customers', 'merge', 'A-1', 'B-1', '--reason', 'met her', ...AS_OF]);
    await seller.run(['customers', 'apart', 'A-1', 'C-1', ...AS_OF]);
    const { stdout } = await seller.run(['customers', 'merges', '--format', 'table']);
    expect(lines(stdout).map((line) => line.trim().replaceAll(/ +/g, ' '))).toEqual([
      '# what customers names reason said standing',
      '1 merge 1 Ann Archer met her 2026-06-01T12:00:00Z in force',
      '2 split 1; 4 Ann Archer; Cy Carter 2026-06-01T12:00:00Z in force',
    ]);
    const explained = async (...more: string[]) =>
      lines((await seller.run(['customers', 'explain', 'A-1', '--format', 'table', ...more])).stdout).map((line) =>
        line.trim(),
      );
    expect(await explained()).toEqual(
      expect.arrayContaining([
        'merged by hand on 2026-06-01: met her',
        expect.stringContaining('to take it back: regulars customers undo 1'),
        'Kept apart',
        'kept apart from #4 by hand on 2026-06-01',
      ]),
    );
    expect(await explained('--lang', 'zh')).toEqual(
      expect.arrayContaining(['2026-06-01 手动合并：met her', '2026-06-01 手动与 #4 分开']),
    );
  });

  it('are silent in an archive in which nothing was said', async () => {
    const seller = await shopOf();
    const { stdout, stderr, status } = await seller.run(['customers', 'merges', '--format', 'table']);
    expect({ stdout, stderr, status }).toEqual({
      stdout: '',
      stderr: 'nothing was merged or split by hand\n',
      status: 0,
    });
    const unknown = await seller.run(['customers', 'undo', '7']);
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain('there is no merge or split with the number 7');
  });

  it('take back once', async () => {
    const seller = await shopOf();
    await seller.run(['customers', 'merge', 'A-1', 'B-1']);
    expect((await seller.run(['customers', 'undo', '1'])).stderr).toBe('taken back; they are #1, #3 now\n');
    expect((await seller.run(['customers', 'undo', '1'])).stderr).toBe('1 was taken back before; nothing changed\n');
  });
});
