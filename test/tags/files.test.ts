/** Tags that come by tables: the seller's own, and what files of customers say. */
import { beforeEach, describe, expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const ORDERS = csv([
  ['order_id', 'order_date', 'customer_name', 'email', 'phone', 'order_total'],
  ['A-1', '2026-05-04 10:00:00', 'Ann', 'ann@example.com', '+12025550101', '5.00'],
  ['A-2', '2026-05-05 10:00:00', 'Ben', 'ben@example.com', '+12025550102', '5.00'],
  ['A-3', '2026-05-06 10:00:00', 'Ann', '', '+12025550109', '5.00'],
]);

let seller: Seller;
beforeEach(async () => {
  seller = newSeller();
  await seller.ingest(seller.write('orders.csv', ORDERS), ...NEW_SHOP);
});

const tags = async () =>
  (await seller.json<{ tag: string; customers: number }[]>('tag', 'list')).map((row) => Object.values(row));

describe('tag import', () => {
  it('puts on and takes off row by row, and names each bad one', async () => {
    await seller.run(['tag', 'add', 'old', '--customer', 'ann@example.com']);
    const file = csv([
      ['customer_id', 'phone', 'email', 'tag', 'reason', 'expires', 'action'],
      ['1', '', '', 'vip', 'spring list', '2026-12-31', ''],
      ['', '+12025550102', '', 'vip', '', '', 'add'],
      ['', '', 'ann@example.com', 'old', '', '', 'remove'],
      ['', '', 'nobody@example.com', 'vip', '', '', ''],
      ['', '', '', 'vip', '', '', ''],
      ['1', '', '', 'a,b', '', '', ''],
      ['1', '', '', 'late', '', 'soon', ''],
      ['1', '', '', 'late', '', '2026-01-01', ''],
      ['1', '', '', 'late', '', '', 'drop'],
      ['1', '', '', 'vip', '', '', ''],
    ]);
    const { status, stderr } = await seller.run(['tag', 'import', '-'], { stdin: file });
    expect(status).toBe(3);
    expect(stderr.split('\n')).toEqual([
      'tags: 2 put on, 1 taken off, 1 unchanged, 6 refused',
      'warning: -:5: email "nobody@example.com": no customer answers to this',
      'warning: -:6: customer_id "": no customer is named here',
      'warning: -:7: tag "a,b": this cannot be a tag: no blanks at the ends, no commas, at most 60 characters',
      'warning: -:8: expires "soon": this is not a day',
      'warning: -:9: expires "2026-01-01": this day is over; a tag expires on a day to come',
      'warning: -:10: action "drop": this is neither add nor remove',
      '',
    ]);
    expect(await tags()).toEqual([['vip', 2]]);
    expect(await seller.json('tag', 'list', 'vip')).toMatchObject([
      { customer_id: 1, reason: 'spring list', expires: '2026-12-31', origin: 'hand' },
      { customer_id: 2 },
    ]);
  });

  it('reads Chinese headers, takes nothing with -n, and changes nothing the second time', async () => {
    const file = seller.write(
      '标签.csv',
      csv([
        ['手机号', '标签', '理由'],
        ['+12025550102', '老客', '线下名单'],
      ]),
    );
    const before = await seller.dump();
    expect((await seller.run(['tag', 'import', file, '-n'])).stderr).toContain('dry run');
    expect(await seller.dump()).toBe(before);
    expect((await seller.run(['tag', 'import', file])).status).toBe(0);
    const once = await seller.dump();
    expect((await seller.run(['tag', 'import', file])).stderr).toBe(
      'tags: 0 put on, 0 taken off, 1 unchanged, 0 refused\n',
    );
    expect(await seller.dump()).toBe(once);
  });

  it('refuses a name that several bear, and a table that names nobody', async () => {
    const several = seller.write(
      'names.csv',
      csv([
        ['customer', 'tag'],
        ['Ann', 'vip'],
      ]),
    );
    const { status, stderr } = await seller.run(['tag', 'import', several]);
    expect([status, stderr]).toEqual([3, expect.stringContaining('several customers answer to this')]);
    const nobody = seller.write(
      'nobody.csv',
      csv([
        ['tag', 'reason'],
        ['vip', 'x'],
      ]),
    );
    expect(await seller.run(['tag', 'import', nobody])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('columns customer_id, phone or email, and tag') as string,
    });
  });

  it('heeds one-of groups', async () => {
    await seller.run(['tag', 'group', 'care', '--one-of']);
    const file = seller.write(
      'care.csv',
      csv([
        ['customer_id', 'tag'],
        ['1', 'care:silver'],
        ['1', 'care:gold'],
      ]),
    );
    expect((await seller.run(['tag', 'import', file])).stderr).toContain(
      'care:silver taken off 1 customer: care is one-of, and care:gold took its place\n',
    );
    expect(await tags()).toEqual([['care:gold', 1]]);
  });
});

describe('tags of files of customers', () => {
  const PEOPLE = csv([
    ['Email', 'Tags'],
    ['ann@example.com', 'vip, tea lover'],
    ['cid@example.com', 'vip'],
  ]);

  async function taken(name = 'people.csv'): Promise<void> {
    const { status, stderr } = await seller.run(['customers', 'import', seller.write(name, PEOPLE), '--country', 'US']);
    if (status !== 0) throw new Error(stderr);
  }

  it('stand on people with their import, are gone when it is taken back, and have a history', async () => {
    await taken();
    expect(await tags()).toEqual([
      ['tea lover', 1],
      ['vip', 2],
    ]);
    expect(await seller.json('tag', 'list', 'vip')).toMatchObject([{ origin: 'import:2' }, { origin: 'import:2' }]);
    expect((await seller.json<{ tags: unknown[] }>('customers', 'show', 'ann@example.com')).tags).toMatchObject([
      { tag: 'tea lover', origin: 'import:2' },
      { tag: 'vip' },
    ]);
    await seller.run(['imports', 'undo', '2', '--yes']);
    expect(await tags()).toEqual([]);
    await taken();
    const history = await seller.json<{ action: string; tag: string; origin: string; reason: string | null }[]>(
      'tag',
      'history',
      'ann@example.com',
    );
    const ofVip = history.filter((row) => row.tag === 'vip').map((row) => [row.action, row.origin, row.reason]);
    expect(ofVip).toHaveLength(3);
    for (const row of [
      ['added', 'import:2', null],
      ['removed', 'import:2', 'undone'],
      ['added', 'import:3', null],
    ])
      expect(ofVip).toContainEqual(row);
  });

  it('leave a tag that was put on by hand as well where they are taken back', async () => {
    await taken();
    const add = async () => (await seller.run(['tag', 'add', 'vip', '--customer', 'ann@example.com'])).stderr;
    const said = await add();
    expect(await add()).toBe(said);
    await seller.run(['imports', 'undo', '2', '--yes']);
    expect(await seller.json('tag', 'list', 'vip')).toMatchObject([{ origin: 'hand' }]);
  });

  it('come by their new name once it was given', async () => {
    await taken();
    await seller.run(['tag', 'rename', 'vip', '贵宾']);
    await seller.run(['tag', 'add', 'loyal', '--customer', '2']);
    await seller.run(['tag', 'merge', 'tea lover', 'loyal']);
    await seller.run([
      'customers',
      'import',
      seller.write('more.csv', `${PEOPLE}dan@example.com,vip\n`),
      '--country',
      'US',
    ]);
    expect(await tags()).toEqual([
      ['loyal', 2],
      ['贵宾', 3],
    ]);
    await seller.run(['tag', 'rename', '贵宾', 'vip']);
    await seller.run([
      'customers',
      'import',
      seller.write('again.csv', `${PEOPLE}eve@example.com,vip\n`),
      '--country',
      'US',
    ]);
    expect(await tags()).toEqual([
      ['loyal', 2],
      ['vip', 4],
    ]);
  });
});
