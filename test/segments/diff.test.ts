/** Snapshots of segments, and who joined and left since, with the reason. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlainShop, plainShop, type Row } from '../helpers/plain-shop.ts';
import { run } from '../helpers/run.ts';

interface Moved {
  readonly segment?: string;
  readonly change: 'joined' | 'left';
  readonly customer_id: number;
  readonly name: string | null;
  readonly reason: string;
  readonly detail: string | null;
}

let shop: PlainShop;
beforeEach(async () => {
  shop = await plainShop([
    { order_id: 'A-1', customer_name: 'Ann Archer', email: 'ann@example.com', order_date: '2026-03-01 10:00' },
    { order_id: 'A-2', customer_name: 'Ann Archer', email: 'ann@example.com', order_date: '2026-05-01 10:00' },
    { order_id: 'B-1', customer_name: 'Ben Baker', email: 'ben@example.com', order_date: '2026-05-20 10:00' },
    { order_id: 'C-1', customer_name: 'Cid Carter', email: 'cid@example.com', order_date: '2026-06-20 10:00' },
  ]);
});
afterEach(() => shop.close());

const on = (day: string, ...args: string[]) => shop.on(day, ...args);
const save = (name: string, where: string) => shop.regulars('segment', 'save', name, '--where', where, '--by', 'ann');
const snapshot = (day: string, ...names: string[]) => on(day, 'segment', 'snapshot', ...names);
const diff = (day: string, ...args: string[]) => shop.json<Moved[]>('segment', 'diff', ...args, '--as-of', day);
const brief = async (day: string, ...args: string[]) =>
  (await diff(day, ...args)).map(({ change, name, reason, detail }) => [change, name, reason, detail]);

/** A file of orders that comes on a day. */
const comes = (day: string, ...rows: Row[]) => shop.ingest(rows, 'Hillside', day);

describe('segment snapshot', () => {
  it('says how many there are and who came and went, and nothing twice', async () => {
    await save('again', 'number_of_orders >= 2');
    expect((await snapshot('2026-07-01')).stderr).toBe('again on 2026-07-01: 1 customer, the first snapshot\n');
    const before = await shop.dump();
    expect((await snapshot('2026-07-01')).stderr).toContain('says the same');
    expect(await shop.dump()).toBe(before);
    await comes('2026-07-02', {
      order_id: 'B-2',
      customer_name: 'Ben Baker',
      email: 'ben@example.com',
      order_date: '2026-07-02 10:00',
    });
    expect((await snapshot('2026-07-03', '-n')).stderr).toContain('nothing was changed');
    expect((await snapshot('2026-07-03', 'again')).stderr).toBe(
      'again on 2026-07-03: 2 customers, 1 joined and 0 left since the snapshot before\n',
    );
    expect(await shop.json('segment', 'snapshot', '--list', 'again')).toMatchObject([
      { segment: 'again', version: 1, as_of: '2026-07-01', customers: 1, joined: 1, left: 0, net: 20000 },
      { segment: 'again', version: 1, as_of: '2026-07-03', customers: 2, joined: 1, left: 0, net: 40000 },
    ]);
  });

  it('is of built-in segments too, of no earlier day than the last, and follows a new name', async () => {
    await save('again', 'number_of_orders >= 2');
    await snapshot('2026-07-01', 'again', 'vip');
    expect(await shop.json('segment', 'snapshot', '--list')).toMatchObject([
      { segment: 'again' },
      { segment: 'vip', version: null },
    ]);
    const early = await snapshot('2026-06-30', 'vip');
    expect([early.status, early.stderr]).toEqual([2, expect.stringContaining('segment diff vip --since 2026-06-30')]);
    await shop.regulars('segment', 'rename', 'again', 'twice');
    expect(await shop.json('segment', 'snapshot', '--list', 'twice')).toHaveLength(1);
    expect(await brief('2026-07-01', 'twice')).toEqual([]);
    expect(await snapshot('2026-07-01', 'nobody')).toMatchObject({ status: 2 });
  });

  it('has nothing to do where nothing was saved', async () => {
    const { status, stderr } = await snapshot('2026-07-01');
    expect([status, stderr]).toEqual([0, expect.stringContaining('no segment was saved yet')]);
  });
});

describe('segment diff since the last snapshot', () => {
  it('wants one', async () => {
    const { status, stderr } = await on('2026-07-01', 'segment', 'diff', 'vip');
    expect([status, stderr]).toEqual([1, expect.stringContaining('segment snapshot vip')]);
  });

  it('tells an order, and time that passed', async () => {
    await save('away', 'recency_days >= 40');
    await save('again', 'number_of_orders >= 2');
    await snapshot('2026-07-01');
    await comes('2026-07-10', {
      order_id: 'B-2',
      customer_name: 'Ben Baker',
      email: 'ben@example.com',
      order_date: '2026-07-10 10:00',
    });
    expect(await brief('2026-08-01', 'again')).toEqual([['joined', 'Ben Baker', 'bought', 'B-2']]);
    expect(await brief('2026-08-01', 'away')).toEqual([
      ['joined', 'Cid Carter', 'aged', null],
      ['left', 'Ben Baker', 'bought', 'B-2'],
    ]);
    const { stderr } = await on('2026-08-01', 'segment', 'diff', 'away');
    expect(stderr).toBe('away since 2026-07-01: 1 joined (net CNY 100.00); 1 left (net CNY 200.00)\n');
  });

  it('tells a refund, and a payment that came', async () => {
    await shop.ingest([
      {
        order_id: 'D-1',
        customer_name: 'Dan Dyer',
        email: 'dan@example.com',
        order_date: '2026-06-25 10:00',
        status: 'unpaid',
      },
    ]);
    await save('once', 'number_of_orders >= 1');
    await snapshot('2026-07-01');
    await shop.ingest([
      {
        order_id: 'B-1',
        customer_name: 'Ben Baker',
        email: 'ben@example.com',
        order_date: '2026-05-20 10:00',
        status: 'refunded',
      },
      {
        order_id: 'D-1',
        customer_name: 'Dan Dyer',
        email: 'dan@example.com',
        order_date: '2026-06-25 10:00',
        status: 'paid',
      },
    ]);
    expect(await brief('2026-07-02', 'once')).toEqual([
      ['joined', 'Dan Dyer', 'bought', 'D-1'],
      ['left', 'Ben Baker', 'refunded', 'B-1'],
    ]);
  });

  it('tells files that told of earlier days, or were taken back', async () => {
    await save('again', 'number_of_orders >= 2');
    await snapshot('2026-07-01');
    await shop.ingest([
      { order_id: 'C-0', customer_name: 'Cid Carter', email: 'cid@example.com', order_date: '2026-04-01 10:00' },
    ]);
    expect(await brief('2026-07-02', 'again')).toEqual([['joined', 'Cid Carter', 'data', 'C-0']]);
    await snapshot('2026-07-02');
    await on('2026-07-03', 'imports', 'undo', '2', '--yes');
    expect(await brief('2026-07-04', 'again')).toEqual([['left', 'Cid Carter', 'data', 'C-0']]);
  });

  it('tells of somebody of whom nothing is left', async () => {
    await save('again', 'number_of_orders >= 2');
    await shop.ingest([
      { order_id: 'E-1', customer_name: 'Eve Eyre', email: 'eve@example.com' },
      { order_id: 'E-2', customer_name: 'Eve Eyre', email: 'eve@example.com' },
    ]);
    await snapshot('2026-07-01');
    await on('2026-07-03', 'imports', 'undo', '2', '--yes');
    expect(await diff('2026-07-04', 'again')).toMatchObject([{ change: 'left', name: null, reason: 'data' }]);
  });

  it('tells tags that were put on, taken off or ran out', async () => {
    await shop.regulars('tag', 'add', 'club', '--customer', 'Ann Archer', '--expires', '2026-07-05');
    await shop.regulars('tag', 'add', 'club', '--customer', 'Ben Baker');
    await save('club', "customer_tags CONTAINS 'club'");
    await snapshot('2026-07-01');
    await on('2026-07-02', 'tag', 'add', 'club', '--customer', 'Cid Carter');
    await on('2026-07-03', 'tag', 'remove', 'club', '--customer', 'Ben Baker');
    expect(await brief('2026-07-06', 'club')).toEqual([
      ['joined', 'Cid Carter', 'tag', 'club'],
      ['left', 'Ann Archer', 'tag', 'club'],
      ['left', 'Ben Baker', 'tag', 'club'],
    ]);
  });

  it('tells a consent', async () => {
    await save('mail', "email_subscription_status = 'SUBSCRIBED'");
    await snapshot('2026-07-01');
    await on('2026-07-02', 'consent', 'set', 'Ann Archer', 'email', 'granted');
    expect(await brief('2026-07-03', 'mail')).toEqual([['joined', 'Ann Archer', 'consent', 'email granted']]);
  });

  it('tells a merge, from either side', async () => {
    await save('again', 'number_of_orders >= 2');
    await save('once', 'number_of_orders = 1');
    await snapshot('2026-07-01');
    await on('2026-07-02', 'customers', 'merge', 'Ben Baker', 'Cid Carter', '--yes');
    expect(await brief('2026-07-03', 'again')).toEqual([['joined', expect.any(String), 'merged', 'merge 1']]);
    expect((await diff('2026-07-03', 'once')).map(({ change, reason }) => [change, reason])).toEqual([
      ['left', 'merged'],
    ]);
    await on('2026-07-04', 'customers', 'undo', '1', '--yes');
    expect(await brief('2026-07-05', 'once')).toEqual([]);
    expect(await brief('2026-07-05', 'again')).toEqual([]);
  });

  it('tells another rule, its own and of a segment it names', async () => {
    await save('again', 'number_of_orders >= 2');
    await save('follows', "in_segment('again')");
    await snapshot('2026-07-01');
    await save('again', 'number_of_orders >= 1');
    const joined = (detail: string) => [
      ['joined', 'Ben Baker', 'rule_changed', detail],
      ['joined', 'Cid Carter', 'rule_changed', detail],
    ];
    expect(await brief('2026-07-02', 'again')).toEqual(joined('1 → 2'));
    expect(await brief('2026-07-02', 'follows')).toEqual(joined('again'));
  });

  it('tells that others moved a limit', async () => {
    await save('best', "value_band = 'vip'");
    await snapshot('2026-07-01');
    await comes('2026-07-02', {
      order_id: 'F-1',
      customer_name: 'Fay Ford',
      email: 'fay@example.com',
      order_date: '2026-07-02 10:00',
      order_total: '900',
      unit_price: '900',
    });
    expect(await brief('2026-07-03', 'best')).toEqual([
      ['joined', 'Fay Ford', 'bought', 'F-1'],
      ['left', 'Ann Archer', 'ranking', null],
    ]);
  });

  it('is of a day before where one is asked for', async () => {
    await save('again', 'number_of_orders >= 2');
    await snapshot('2026-07-01');
    await comes('2026-07-02', {
      order_id: 'B-2',
      customer_name: 'Ben Baker',
      email: 'ben@example.com',
      order_date: '2026-07-02 10:00',
    });
    await snapshot('2026-07-03');
    await comes('2026-07-04', {
      order_id: 'C-2',
      customer_name: 'Cid Carter',
      email: 'cid@example.com',
      order_date: '2026-07-04 10:00',
    });
    expect(await brief('2026-07-05', 'again')).toEqual([['joined', 'Cid Carter', 'bought', 'C-2']]);
    expect(await brief('2026-07-02', 'again')).toEqual([['joined', 'Ben Baker', 'bought', 'B-2']]);
  });
});

describe('segment diff since a day', () => {
  it('is by the present rule and data', async () => {
    await save('again', 'number_of_orders >= 2');
    await save('away', 'recency_days >= 40');
    expect(await brief('2026-07-01', 'again', '--since', '2026-04-01')).toEqual([
      ['joined', 'Ann Archer', 'bought', 'A-2'],
    ]);
    expect(await brief('2026-07-01', 'away', '--since', '2026-05-30')).toEqual([
      ['joined', 'Ann Archer', 'aged', null],
      ['joined', 'Ben Baker', 'aged', null],
    ]);
  });

  it.each([
    ['2026-07-01', 2],
    ['2026-13-01', 2],
    ['yesterday', 2],
    ['2026-06-30', 0],
  ])('takes a day that is over: %s', async (day, status) => {
    expect((await shop.regulars('segment', 'diff', 'vip', '--since', day)).status).toBe(status);
  });

  it('is read on a terminal, also in Chinese', async () => {
    const args = ['--db', shop.db, '--as-of', '2026-07-01', 'segment', 'diff', 'first', '--since', '2026-05-30'];
    const tty = { tty: { stdout: true, stderr: true, columns: 100 } };
    const { stdout } = await run([...args, '--color', 'never'], tty);
    expect(stdout).toMatch(/^change +# +name +reason +detail\n/);
    expect(stdout).toMatch(/joined +\d+ +Cid Carter +bought +C-1/);
    const zh = await run([...args, '--color', 'never', '--lang', 'zh'], tty);
    expect(zh.stdout).toMatch(/^变化 +# +姓名 +理由 +详情\n/);
    expect(zh.stdout).toMatch(/新进 +\d+ +Cid Carter +下单 +C-1/);
    expect(zh.stderr).toContain('first 自 2026-05-30 以来：新进');
  });
});

describe('segment watch', () => {
  it('tells each change once, and nothing where there is none', async () => {
    await save('again', 'number_of_orders >= 2');
    const watch = (day: string, ...args: string[]) => on(day, 'segment', 'watch', ...args);
    expect(await watch('2026-07-01')).toEqual({
      status: 0,
      stdout: '',
      stderr: 'again on 2026-07-01: 1 customer, the first snapshot\n',
    });
    expect(await watch('2026-07-02')).toEqual({ status: 0, stdout: '', stderr: '' });
    await comes('2026-07-02', {
      order_id: 'B-2',
      customer_name: 'Ben Baker',
      email: 'ben@example.com',
      order_date: '2026-07-02 10:00',
    });
    const before = await shop.dump();
    const dry = await watch('2026-07-03', '-n');
    expect(await shop.dump()).toBe(before);
    const { stdout, stderr, status } = await watch('2026-07-03');
    expect(stdout).toBe(
      'segment,change,customer_id,name,reason,detail\n"again","joined",2,"Ben Baker","bought","B-2"\n',
    );
    expect([dry.stdout, status, stderr]).toEqual([
      stdout,
      0,
      'again since 2026-07-02: 1 joined (net CNY 200.00); 0 left\n',
    ]);
    expect(await watch('2026-07-03')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await watch('2026-07-03', '--fail-if-empty')).toMatchObject({ status: 4 });
    expect((await watch('2026-07-03', '--json')).stdout).toBe('[]\n');
  });
});

it('people who are forgotten are in no snapshot any more, and what was held of them is told before', async () => {
  await save('again', 'number_of_orders >= 2');
  await snapshot('2026-07-01');
  expect(await shop.json('customers', 'data', 'Ann Archer')).toMatchObject({
    segment_snapshots: [{ segment: 'again', first_seen: '2026-07-01', first_missing: null }],
  });
  expect((await shop.regulars('customers', 'forget', 'Ann Archer', '--yes')).status).toBe(0);
  expect(await diff('2026-07-02', 'again')).toEqual([]);
  expect(await shop.json('segment', 'snapshot', '--list', 'again')).toMatchObject([{ customers: 1, joined: 0 }]);
});

it('the dump has snapshots in natural keys', async () => {
  await save('again', 'number_of_orders >= 2');
  await snapshot('2026-07-01');
  const [line = ''] = (await shop.dump()).split('\n').filter((one) => one.startsWith('["snapshot"'));
  expect(JSON.parse(line)).toEqual([
    'snapshot',
    'again',
    '2026-07-01',
    1,
    1,
    '[["again","number_of_orders >= 2"]]',
    expect.any(Number),
    1,
    20000,
    'CNY',
    expect.stringMatching(/^\["[\w-]+"\]$/),
    '[]',
  ]);
});
