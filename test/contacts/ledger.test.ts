/** What customers said of being contacted: by hand, by tables, by order and customer files; and what of it holds. */
import { beforeEach, describe, expect, it } from 'vitest';
import { platforms } from '../../src/platforms/index.ts';
import { consentsSql } from '../../src/store/consents-sql.ts';
import { csv, newSeller, NEW_SHOP, type Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'customer_name', 'email', 'phone', 'accepts_marketing', 'order_total'];
const orders = (...rows: readonly (readonly string[])[]) => csv([HEADER, ...rows.map((row) => [...row, '5.00'])]);

let seller: Seller;
beforeEach(async () => {
  seller = newSeller();
  const rows = [
    ['A-1', '2026-05-04 10:00:00', 'Ann', 'ann@example.com', '+12025550101', ''],
    ['A-2', '2026-05-05 10:00:00', 'Ben', 'ben@example.com', '+12025550102', 'yes'],
    ['A-3', '2026-05-06 10:00:00', 'Cid', 'cid@example.com', '+12025550103', ''],
  ];
  await seller.ingest(seller.write('orders.csv', orders(...rows)), ...NEW_SHOP);
});

interface Said {
  readonly channel: string;
  readonly status: string;
  readonly source: string;
  readonly stated_at: string;
  readonly in_force: boolean;
}
const status = async (who: string, channel = 'email') =>
  (await seller.json<Said[]>('consent', 'show', who)).find((row) => row.channel === channel)?.status;
const history = async (who: string, channel = 'email') =>
  (await seller.json<Said[]>('consent', 'show', who, '--history')).filter((row) => row.channel === channel);
const take = (rows: readonly (readonly string[])[], ...args: string[]) =>
  seller.run(['consent', 'import', '-', ...args], { stdin: csv(rows) });
const set = (...args: string[]) => seller.run(['consent', 'set', ...args]);

describe('consent set', () => {
  it('keeps the proof and the day, and says the same of one moment once', async () => {
    const line = ['ann@example.com', 'email', 'granted', '--on', '2026-05-20', '--proof', 'form 12, box ticked'];
    expect(await set(...line, '--note', 'at the fair')).toMatchObject({ status: 0, stderr: 'Ann: email granted\n' });
    expect((await set(...line, '--note', 'at the fair')).stderr).toContain('nothing changed');
    expect(await history('Ann')).toEqual([
      {
        customer_id: 1,
        channel: 'email',
        status: 'granted',
        in_force: true,
        source: 'hand',
        stated_at: '2026-05-20T00:00:00Z',
        undated: false,
        note: 'at the fair',
        proof: 'form 12, box ticked',
        file: null,
      },
    ]);
  });

  it('of one day in the past lets the refusal hold, whichever was noted first', async () => {
    for (const [first, second] of [
      ['granted', 'refused'],
      ['refused', 'granted'],
    ] as const) {
      const who = first === 'granted' ? 'Ann' : 'Cid';
      await set(who, 'sms', first, '--on', '2026-05-20');
      await set(who, 'sms', second, '--on', '2026-05-20');
      expect(await status(who, 'sms')).toBe('refused');
    }
  });

  it.each([['2026-13-01'], ['2026-07-02'], ['soon']])('refuses the day %s', async (day) => {
    expect((await set('Ann', 'sms', 'granted', '--on', day)).status).toBe(2);
    expect(await history('Ann', 'sms')).toEqual([]);
  });
});

describe('consent import', () => {
  const TABLE = [
    ['customer_id', 'phone', 'email', 'channel', 'status', 'date', 'note', 'proof'],
    ['1', '', '', 'email', 'granted', '2026-05-20', 'at the fair', 'form 12'],
    ['', '+12025550102', '', '短信', '退订', '2026-05-21 10:00', '', ''],
    ['', '', 'cid@example.com', 'all', 'no', '', '', ''],
    ['', '', 'nobody@example.com', 'email', 'no', '', '', ''],
    ['', '', '', 'email', 'no', '', '', ''],
    ['1', '', '', 'pigeon', 'no', '', '', ''],
    ['1', '', '', 'email', 'perhaps', '', '', ''],
    ['1', '', '', 'email', 'no', '31/12/2026', '', ''],
    ['1', '', '', 'email', 'no', '2026-12-31', '', ''],
  ] as const;

  it('takes the good rows, names each bad one, and changes nothing the second time', async () => {
    const file = seller.write('said.csv', csv(TABLE));
    const before = await seller.dump();
    expect((await seller.run(['consent', 'import', file, '-n'])).stderr).toContain('dry run');
    expect(await seller.dump()).toBe(before);
    const { status: code, stderr } = await seller.run(['consent', 'import', file]);
    expect(code).toBe(3);
    expect(stderr.split('\n')).toEqual([
      'consents: 3 noted, 0 unchanged, 6 refused',
      'warning: said.csv:5: email "nobody@example.com": no customer answers to this; an address alone is kept out by regulars suppress',
      'warning: said.csv:6: customer_id "": no customer is named here',
      'warning: said.csv:7: channel "pigeon": this is no channel; there are sms, email, phone and all',
      'warning: said.csv:8: status "perhaps": this is neither granted, refused nor unknown, nor a word for one of them',
      'warning: said.csv:9: date "31/12/2026": this is not a day; its order is told by --date-format',
      'warning: said.csv:10: date "2026-12-31": this day has not come yet',
      '',
    ]);
    expect(await history('Ann')).toMatchObject([
      { status: 'granted', source: 'consent file', note: 'at the fair', proof: 'form 12', file: 'said.csv' },
    ]);
    expect(await history('Ben', 'sms')).toMatchObject([
      { status: 'refused', source: 'consent file', stated_at: '2026-05-21T10:00:00Z', in_force: true },
      { status: 'granted', source: 'order A-2', in_force: false },
    ]);
    for (const channel of ['sms', 'email', 'phone']) expect(await status('Cid', channel)).toBe('refused');
    const once = await seller.dump();
    const again = await seller.run(['consent', 'import', file], { now: '2026-07-09T04:00:00Z' });
    expect(again.stderr).toContain('consents: 0 noted, 3 unchanged, 6 refused');
    expect(await seller.dump()).toBe(once);
  });

  it('reads a workbook’s headers in Chinese, and columns that are named on the command line', async () => {
    const chinese = [
      ['邮箱', '渠道', '状态', '日期'],
      ['ann@example.com', '邮件', '同意', '2026年5月20日'],
    ];
    expect((await take(chinese)).status).toBe(0);
    expect(await status('Ann')).toBe('granted');
    const mapped = [
      ['Who', 'Way', 'Says'],
      ['cid@example.com', 'E-Mail', 'Unsubscribed'],
    ];
    const map = ['email=Who', 'channel=Way', 'status=Says'].flatMap((pair) => ['--map', pair]);
    expect((await take(mapped, ...map)).status).toBe(0);
    expect(await status('Cid')).toBe('refused');
  });

  it('refuses a table that says nothing of anybody', async () => {
    const { status: code, stderr } = await take([
      ['email', 'status'],
      ['ann@example.com', 'no'],
    ]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('a table of consents has the columns')]);
  });
});

describe('a refusal', () => {
  const refuse = {
    'by hand': () => set('Ben', 'email', 'refused', '--on', '2026-05-10'),
    'by a table': () =>
      take([
        ['email', 'channel', 'status', 'date'],
        ['ben@example.com', 'email', 'unsubscribed', '2026-05-10'],
      ]),
    'by a table without days': () =>
      take([
        ['email', 'channel', 'status'],
        ['ben@example.com', 'email', 'unsubscribed'],
      ]),
  };

  it.each(Object.entries(refuse))('%s is lifted by no file, and by hand', async (_, say) => {
    await say();
    await seller.ingest(
      seller.write(
        'later.csv',
        orders(['A-9', '2026-06-20 10:00:00', 'Ben', 'ben@example.com', '+12025550102', 'yes']),
      ),
    );
    const subscribed = csv([
      ['customer_name', 'email', 'accepts_email'],
      ['Ben', 'ben@example.com', 'yes'],
    ]);
    expect((await seller.run(['customers', 'import', seller.write('people.csv', subscribed)])).status).toBe(0);
    const told = await take([
      ['email', 'channel', 'status', 'date'],
      ['ben@example.com', 'email', 'yes', '2026-06-25'],
    ]);
    expect(told.stderr).toContain(
      'a yes of 1 customer does not hold (#2): a refusal or a later word does; regulars consent show WHO --history',
    );
    expect(await status('Ben')).toBe('refused');
    expect((await history('Ben')).filter((row) => row.in_force)).toMatchObject([{ status: 'refused' }]);
    const later = { now: '2026-07-02T04:00:00Z' };
    await seller.run(['consent', 'set', 'Ben', 'email', 'granted'], later);
    expect((await seller.run(['consent', 'show', 'Ben', '--csv'], later)).stdout).toContain('"email","granted"');
  });

  it('stands though an older file of orders comes later', async () => {
    const no = ['A-8', '2026-06-01 10:00:00', 'Ben', 'ben@example.com', '+12025550102', 'no'];
    await seller.ingest(seller.write('june.csv', orders(no)));
    expect(await status('Ben')).toBe('refused');
    const yes = ['A-7', '2026-01-01 10:00:00', 'Ben', 'ben@example.com', '+12025550102', 'yes'];
    await seller.ingest(seller.write('january.csv', orders(yes)));
    expect(await status('Ben')).toBe('refused');
  });

  it('is told again by another file that still has it, after it was lifted', async () => {
    await refuse['by a table without days']();
    await seller.run(['consent', 'set', 'Ben', 'email', 'granted'], { now: '2026-07-02T04:00:00Z' });
    const again = { now: '2026-07-03T04:00:00Z' };
    const same = csv([
      ['email', 'channel', 'status'],
      ['ben@example.com', 'email', 'unsubscribed'],
    ]);
    await seller.run(['consent', 'import', '-'], { stdin: same, ...again });
    expect((await seller.run(['consent', 'show', 'Ben', '--csv'], again)).stdout).toContain('"email","granted"');
    await seller.run(['consent', 'import', '-'], { stdin: `${same}ann@example.com,email,no\n`, ...again });
    expect(await seller.run(['consent', 'show', 'Ben', '--csv'], again)).toMatchObject({
      stdout: expect.stringContaining('"email","refused"') as string,
    });
  });
});

describe('a yes without a day', () => {
  const yes = [
    ['email', 'channel', 'status'],
    ['ann@example.com', 'email', 'yes'],
    ['ben@example.com', 'email', 'yes'],
  ];

  it('holds where nothing else was said, and no longer than that', async () => {
    await take(yes);
    expect(await status('Ann')).toBe('granted');
    const no = ['A-8', '2026-02-01 10:00:00', 'Ann', 'ann@example.com', '+12025550101', 'no'];
    await seller.ingest(seller.write('february.csv', orders(no)));
    expect(await status('Ann')).toBe('refused');
    const before = await seller.dump();
    expect((await seller.run(['consent', 'import', '-'], { stdin: `${csv(yes)}\n` })).stderr).toContain('2 unchanged');
    expect(await seller.dump()).toBe(before);
  });
});

describe('flags of orders', () => {
  it('are heard for the channels their platform says they are about', () => {
    const flagged = platforms.filter(({ layouts }) =>
      layouts.some(({ columns }) => columns.acceptsMarketing ?? columns.refusesMarketing),
    );
    expect(flagged.map(({ name }) => name).toSorted()).toEqual(['generic', 'gumroad', 'shopify']);
    const said = flagged.flatMap(({ name, marketingChannels }) =>
      marketingChannels.map((on) => `('${name}', '${on}')`),
    );
    const [values = ''] = /VALUES [^\n]+\),?/.exec(consentsSql('every statement')) ?? [];
    expect(values.match(/\('\w+', '\w+'\)/g)?.toSorted()).toEqual(said.toSorted());
  });

  it('that Gumroad turns round are a refusal where they are set, and say nothing where not', async () => {
    const gumroad = newSeller();
    const rows = [
      [
        'Purchase ID',
        'Item Name',
        'Buyer Name',
        'Purchase Email',
        'Do not contact?',
        'Purchase Date',
        'Sale Price ($)',
      ],
      ['g1', 'Guide', 'Ann', 'ann@example.com', '1', '2026-05-01', '5.00'],
      ['g2', 'Guide', 'Ben', 'ben@example.com', '0', '2026-05-01', '5.00'],
    ];
    const summary = await gumroad.ingest(gumroad.write('sales.csv', csv(rows)));
    expect(summary.platform).toBe('gumroad');
    const said = async (who: string) =>
      (await gumroad.json<Said[]>('consent', 'show', who)).map((row) => `${row.channel} ${row.status}`);
    expect(await said('Ann')).toEqual(['sms unknown', 'email refused', 'phone unknown']);
    expect(await said('Ben')).toEqual(['sms unknown', 'email unknown', 'phone unknown']);
    const line = [
      'export',
      'contacts',
      '--where',
      'orders_all > 0',
      '--channel',
      'email',
      '--kind',
      'service',
      '--json',
    ];
    expect(JSON.parse((await gumroad.run(line)).stdout)).toMatchObject([{ email: 'ben@example.com' }]);
  });
});
