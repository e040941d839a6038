/** `customers import`: tables kept by hand and mailing lists, taken, refused, taken back. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { proposeCustomers } from '../../src/ingest/propose/propose-customers.ts';
import { csv, newSeller, NEW_SHOP, type Seller } from '../helpers/seller.ts';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));
const read = (...path: readonly string[]) => readFileSync(join(fixtures, ...path));
const LIST = 'members_export_0a1b2c3d4e.csv';

const HEADER = ['customer_name', 'phone', 'email', 'birthday', 'blacklist', 'accepts_email', 'note'];
const PLAIN = csv([
  HEADER,
  ['Ann Archer', '+447400123456', 'ann@example.com', '1975-05-04', '', 'yes', 'prefers oolong'],
  ['Ben Baker', '+447400123457', 'ben@example.com', '', 'rude on the phone', '', ''],
  ['Ann Archer', '+447400123456', '', '', '', '', ''],
]);

async function take(seller: Seller, name: string, text: string | Uint8Array, ...args: string[]) {
  const { stdout, stderr, status } = await seller.run([
    'customers',
    'import',
    seller.write(name, text),
    ...args,
    '--json',
  ]);
  expect([0, 3], stderr).toContain(status);
  return { status, stderr, summary: JSON.parse(stdout) as { import: number; customers: unknown; people: unknown } };
}

async function expectClean(seller: Seller): Promise<void> {
  const { stdout, status } = await seller.run(['doctor', '--json']);
  expect({ found: JSON.parse(stdout) as unknown, status }).toEqual({ found: [], status: 0 });
  const before = await seller.dump();
  await seller.run(['rebuild', '--yes']);
  expect(await seller.dump()).toBe(before);
}

const consents = async (seller: Seller, who: string) => {
  const said = await seller.json<readonly { channel: string; status: string }[]>('consent', 'show', who);
  return Object.fromEntries(said.map(({ channel, status }) => [channel, status]));
};
const suppressed = async (seller: Seller) =>
  (await seller.json<readonly { hint: string; suppression_id: number }[]>('suppress', 'list')).map(({ hint }) => hint);

describe('a table of customers', () => {
  it('with plain names is taken without being asked about, and one person stands once', async () => {
    const seller = newSeller();
    const { summary } = await take(seller, 'people.csv', PLAIN);
    expect(summary).toMatchObject({ customers: { new: 2, matched: 0 }, people: { nameOnly: 0, blacklisted: 1 } });
    expect(await seller.json('customers', 'show', 'ann@example.com')).toMatchObject({
      phone: '+447400123456',
      profile: { birthday: '1975-05-04', note: 'prefers oolong' },
    });
    await expectClean(seller);
  });

  it('joins those who ordered', async () => {
    const seller = newSeller();
    const orders = csv([
      ['order_id', 'order_date', 'order_total', 'customer_name', 'email'],
      ['A-1', '2026-05-01', '12.00', 'Ann Archer', 'ann@example.com'],
    ]);
    await seller.ingest(seller.write('orders.csv', orders), ...NEW_SHOP);
    expect((await take(seller, 'people.csv', PLAIN)).summary).toMatchObject({ customers: { new: 1, matched: 1 } });
    expect(await seller.json('customers', 'show', 'A-1')).toMatchObject({ profile: { birthday: '1975-05-04' } });
    await expectClean(seller);
  });

  it('changes nothing the second time, is the same in any order, and leaves nothing when it is taken back', async () => {
    const other = csv([HEADER, ['Cy Cole', '', 'cy@example.com', '', 'yes', 'no', '']]);
    const one = newSeller();
    const { summary } = await take(one, 'people.csv', PLAIN);
    const alone = await one.dump();
    await take(one, 'people.csv', PLAIN);
    expect(await one.dump()).toBe(alone);
    await take(one, 'other.csv', other);
    const both = await one.dump();
    const two = newSeller();
    await take(two, 'other.csv', other);
    await take(two, 'people.csv', PLAIN);
    expect(await two.dump()).toBe(both);
    await two.run(['imports', 'undo', '1', '--yes']);
    expect(await two.dump()).toBe(alone);
    await expectClean(two);
    await one.run(['imports', 'undo', String(summary.import), '--yes']);
    await expectClean(one);
    await take(one, 'people.csv', PLAIN);
    expect(await one.dump()).toBe(both);
  });

  it('leaves a header out that was pasted between the rows', async () => {
    const seller = newSeller();
    const { summary } = await take(seller, 'people.csv', PLAIN + PLAIN);
    expect(summary).toMatchObject({ rows: { read: 7, orders: 6, repeatedHeader: 1 }, customers: { new: 2 } });
  });

  it('stores nothing on a dry run', async () => {
    const seller = newSeller();
    const { status, stderr } = await seller.run(['customers', 'import', seller.write('people.csv', PLAIN), '-n']);
    expect(status).toBe(0);
    expect(stderr).toContain('nothing was changed');
    expect(existsSync(seller.db)).toBe(false);
  });

  it('makes a customer of their own of each row with a name alone, and says so', async () => {
    const seller = newSeller();
    const text = csv([
      ['customer_name', 'note'],
      ['王芳', 'from the market'],
      ['王芳', 'another one'],
      ['', 'of nobody'],
    ]);
    const { status, stderr, summary } = await take(seller, 'names.csv', text);
    expect(status).toBe(3);
    expect(summary).toMatchObject({ customers: { new: 2 }, people: { nameOnly: 2 } });
    expect(stderr).toContain('2 rows have only a name: they join nobody, and are customers of their own');
    expect(stderr).toContain('names.csv:4: the row says neither account, e-mail, phone nor name');
    await take(seller, 'later.csv', `${text}张伟,\n`);
    expect((await seller.run(['customers', 'show', '王芳'])).stderr).toContain('may be any of these customers: 1, 2');
    await expectClean(seller);
  });

  it('asks for the country of national phones, and takes it from the only one of the shops', async () => {
    const seller = newSeller();
    const text = csv([
      ['customer_name', 'phone'],
      ['王芳', '13800138001'],
    ]);
    const asked = await seller.run(['customers', 'import', seller.write('a.csv', text)]);
    expect(asked.status).toBe(2);
    expect(asked.stderr).toContain('customers import a.csv --country CN');
    const zh = await seller.run(['customers', 'import', 'a.csv'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(zh.stderr).toContain('没有国家代码的电话是哪个国家的');
    const answered = await seller.run(['customers', 'import', 'a.csv'], {
      tty: { stdin: true, stdout: true, stderr: true },
      stdin: 'cn\n',
    });
    expect(answered.status).toBe(0);
    expect(await seller.json('customers', 'show', '13800138001')).toMatchObject({ phone: '+8613800138001' });
  });

  it('reads phones in the country that is told, whatever the shop’s is', async () => {
    const seller = newSeller();
    const orders = 'order_id,order_date,order_total,email\nA-1,2026-05-01,12.00,ann@example.com\n';
    await seller.ingest(seller.write('o.csv', orders), ...NEW_SHOP, '--country', 'US');
    const text = csv([
      ['customer_name', 'phone'],
      ['王小明', '13712847561'],
    ]);
    await take(seller, 'a.csv', text, '--country', 'CN');
    expect(await seller.query("SELECT phone, country FROM customers_view WHERE name = '王小明'")).toEqual([
      { phone: '+8613712847561', country: 'CN' },
    ]);
    await expectClean(seller);
  });

  it('reads day and month as the column shows, and refuses what it cannot read', async () => {
    const seller = newSeller();
    const rows = (...days: string[]) =>
      csv([['customer_name', 'birthday', 'accepts_sms'], ...days.map((day, at) => [`P${at}`, day, ''])]);
    await take(seller, 'a.csv', rows('31.12.1960', '04.05.1971', '24.12.'));
    expect(await seller.json('customers', 'show', 'P1')).toMatchObject({ profile: { birthday: '1971-05-04' } });
    expect(await seller.json('customers', 'show', 'P2')).toMatchObject({ profile: { birthday: '0000-12-24' } });
    const unclear = await seller.run(['customers', 'import', seller.write('b.csv', rows('04/05/1971'))]);
    expect(unclear).toMatchObject({ status: 1 });
    expect(unclear.stderr).toContain('--date-format');
    const { stderr, status } = await take(seller, 'c.csv', `${rows('1971-02-28')}Q,,perhaps\n`);
    expect(status).toBe(3);
    expect(stderr).toContain('c.csv:3: accepts_sms "perhaps": this is neither yes nor no');
  });

  it('leaves out a cell that is no day, and takes the refusal and the blacklist beside it', async () => {
    const seller = newSeller();
    const days = ['1899-01-01', '1990-02-29', '2055-01-01', 'im Mai'];
    const rows = days.map((day, at) => [`P${at}`, `p${at}@example.com`, day, '2 or so', 'rude', 'no']);
    const header = ['customer_name', 'email', 'birthday', 'points', 'blacklist', 'accepts_email'];
    const { stderr, status } = await take(seller, 'c.csv', csv([header, ...rows]));
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('8 cells could not be read and were left out');
    expect(stderr).toContain('c.csv:2: birthday "1899-01-01": this cannot be read as a date');
    expect(stderr).toContain('c.csv:3: points "2 or so"');
    const lang = ['--map', 'customer_name=customer_name', '--map', 'email=email', '--map', 'birthday=birthday'];
    const zh = await seller.run(['customers', 'import', 'c.csv', ...lang, '--lang', 'zh', '-n']);
    expect(zh.stderr).toContain('4 个单元格无法读取');
    for (const at of days.keys()) {
      const card = await seller.json('customers', 'show', `P${at}`);
      expect(card).toMatchObject({ profile: { birthday: null }, never_contact_by: ['sms', 'email', 'phone'] });
      expect(await seller.json('consent', 'show', `P${at}`)).toContainEqual(
        expect.objectContaining({ channel: 'email', status: 'refused' }),
      );
    }
  });

  it('reads a birthday that can be one day alone in whatever order it is written', async () => {
    const seller = newSeller();
    const days = { '5.20': '0000-05-20', '20/5': '0000-05-20', '0520': '0000-05-20', '99/5/20': '1999-05-20' };
    const people = Object.keys(days).map((day, at) => [`P${at}`, day]);
    await take(seller, 'a.csv', csv([['customer_name', 'birthday'], ...people, ['Old', '85/12/03'], ['Ann', '']]));
    for (const [at, [written, day]] of Object.entries(days).entries()) {
      expect(await seller.json('customers', 'show', `P${at}`)).toMatchObject({ profile: { birthday: day } });
      expect((await seller.run(['customers', 'edit', 'Ann', '--birthday', written])).status, written).toBeLessThan(1);
      expect(await seller.json('customers', 'show', 'Ann')).toMatchObject({ birthday: day });
    }
    // What may be either is asked about.
    expect((await seller.run(['customers', 'edit', 'Ann', '--birthday', '04/05/1971'])).status).toBe(2);
  });

  it('says nothing new where other flags read it the same, and that both stand where they do not', async () => {
    const seller = newSeller();
    await take(seller, 'people.csv', PLAIN);
    const before = await seller.dump();
    const map = HEADER.flatMap((name) => ['--map', `${name}=${name}`]);
    const same = await take(seller, 'people.csv', PLAIN, ...map, '--save-map', 'mine');
    expect(same.summary).toMatchObject({ outcome: 'known' });
    expect(same.stderr).toContain('(import 1); read with these flags it says the same, and nothing changed');
    expect((await seller.dump()).replace(/^\["map".*\n/m, '')).toBe(before);
    expect((await seller.run(['maps', 'list'])).stdout).toContain('mine');
    const other = await take(seller, 'people.csv', PLAIN, '--country', 'GB');
    expect(other.stderr).toContain('was taken before with other flags (import 1), and both stand');
    await expectClean(seller);
  });

  it('refuses rows to a file that is mended and fed again', async () => {
    const seller = newSeller();
    const map = ['--map', 'customer_name=Kunde', '--map', 'accepts_sms=SMS', '--map', 'own:Sorte=Sorte'];
    const text = 'Kunde;SMS;Sorte\nAnn;yes;Sencha\nBen;perhaps;Assam\n';
    const first = await take(seller, 'k.csv', text, ...map, '--rejects', 'mend.csv');
    expect(first.status).toBe(3);
    expect(first.stderr).toContain('customers import mend.csv --map customer_name=Kunde');
    const mended = readFileSync(join(seller.folder, 'mend.csv'), 'utf8').replace('perhaps', 'no');
    expect((await take(seller, 'mended.csv', mended, ...map)).status).toBe(0);
    expect(await seller.json('customers', 'show', 'Ben')).toMatchObject({
      profile: { own: { Sorte: 'Assam' } },
    });
  });

  it('without a row is an error', async () => {
    const seller = newSeller();
    const { status, stderr } = await seller.run([
      'customers',
      'import',
      seller.write('a.csv', 'customer_name,phone\n\n'),
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('a.csv has a header and no rows below it');
    expect(existsSync(seller.db)).toBe(false);
  });
});

it('is held to what it said it stored', async () => {
  const seller = newSeller();
  await take(seller, 'people.csv', PLAIN);
  const db = new Database(seller.db);
  db.exec("UPDATE profiles SET flags_at = unixepoch('2099-01-01') WHERE line = 2; DELETE FROM profiles WHERE line = 4");
  db.close();
  const { stdout } = await seller.run(['doctor', '--json']);
  const found = (JSON.parse(stdout) as readonly { finding: string }[]).map(({ finding }) => finding);
  expect(found).toEqual(expect.arrayContaining(['import_rows_unaccounted', 'dated_in_future']));
});

describe('a table nobody knows', () => {
  const OWN = csv([
    ['姓名', '手机', '微信', '生日', '喜欢的颜色'],
    ['王芳', '13800138001', 'wx_fang', '1975-05-04', '绿'],
    ['李强', '13800138002', '', '3月7日', '红'],
  ]);

  it('is proposed, with the line to paste', async () => {
    const seller = newSeller();
    const { status, stderr } = await seller.run([
      'customers',
      'import',
      seller.write('老客户2026.csv', OWN),
      '--country',
      'CN',
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain(
      '--country CN --map phone=手机 --map customer_name=姓名 --map birthday=生日 --map own:微信=微信 --save-map 老客户\n',
    );
    expect(stderr).toContain('not read: 喜欢的颜色; to keep one of these under a name of yours: --map own:NAME=Header');
  });

  it('is taken on a yes, and the next file of the kind without a question', async () => {
    const seller = newSeller();
    const args = ['--country', 'CN'];
    const { status, stderr } = await seller.run(['customers', 'import', seller.write('老客户.csv', OWN), ...args], {
      tty: { stdin: true, stdout: true, stderr: true, columns: 80 },
      stdin: 'y\n',
      env: { NO_COLOR: '1' },
    });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stderr).toMatch(/phone +手机 +13800138001 \| 13800138002/);
    expect(await seller.json('maps', 'list')).toMatchObject([{ map: '老客户', holds: 'customers' }]);
    const { summary } = await take(seller, 'b.csv', OWN.replace('绿', '蓝'), ...args);
    expect(summary).toMatchObject({ layout: '老客户', customers: { new: 0, matched: 2 } });
  });

  it.each([
    [
      ['客户', '联系方式', '邮寄地址'],
      ['王芳', '13800138001', '杭州市文三路1号'],
      { phone: '联系方式', customer_name: '客户', address: '邮寄地址' },
    ],
    [
      ['Vorname', 'Nachname', 'Handy', 'Geburtsdatum'],
      ['Anna', 'Berg', '0170 1234567', '04.05.1971'],
      { phone: 'Handy', customer_name: 'Vorname', last_name: 'Nachname', birthday: 'Geburtsdatum' },
    ],
    [['who', 'write to'], ['Ann', 'ann@example.com'], { email: 'write to' }],
    // A phone column that holds none.
    [['姓名', '电话', '黑名单'], ['王芳', '没有', '是'], { customer_name: '姓名', blacklist: '黑名单' }],
  ])('%j is read as %j says', (header, row, expected) => {
    const proposal = proposeCustomers([header, row].map((cells, at) => ({ line: at + 1, cells })));
    expect(Object.fromEntries(proposal?.columns.map((column) => [column.field, column.header]) ?? [])).toEqual(
      expected,
    );
  });

  it('names the command that takes its refused rows once they are mended', async () => {
    const seller = newSeller();
    seller.write(
      'a.csv',
      csv([
        ['customer_name', 'email', 'accepts_email'],
        ['Eve Early', 'eve@example.com', 'perhaps'],
        ['Dan Deer', 'dan@example.com', 'yes'],
      ]),
    );
    const taken = await seller.run(['customers', 'import', 'a.csv', '--country', 'DE', '--rejects', 'mend.csv']);
    expect(taken.status).toBe(3);
    expect(taken.stderr).toContain(`then: regulars customers import mend.csv --country DE --db ${seller.db}`);
    const shown = await seller.run(['imports', 'show', '1'], { tty: { stdout: true } });
    expect(shown.stderr).toContain(`regulars customers import a.csv --rejects mend.csv --db ${seller.db}`);
    seller.write('mend.csv', readFileSync(join(seller.folder, 'mend.csv'), 'utf8').replace('perhaps', 'no'));
    expect((await seller.run(['customers', 'import', 'mend.csv', '--country', 'DE'])).status).toBe(0);
    expect(await seller.json('customers', 'list')).toHaveLength(2);
  });

  it('of which some columns have plain names is proposed whole, and nothing of it is left unread', async () => {
    const seller = newSeller();
    seller.write(
      'a.csv',
      csv([
        ['Name', 'Email', 'Notes', 'Favourite'],
        ['Eve Early', 'eve@example.com', 'asked for tea', 'green'],
      ]),
    );
    const { status, stderr } = await seller.run(['customers', 'import', 'a.csv', '--country', 'DE']);
    expect(status).toBe(2);
    expect(stderr).toContain('--map email=Email --map customer_name=Name --map note=Notes');
    seller.write(
      'b.csv',
      csv([
        ['customer_name', 'email', 'Favourite'],
        ['Eve Early', 'eve@example.com', 'green'],
      ]),
    );
    const plain = await seller.run(['customers', 'import', 'b.csv', '--country', 'DE']);
    expect(plain.status).toBe(0);
    expect(plain.stderr).toContain('not read: Favourite');
  });

  it('given to ingest is shown the way to customers import', async () => {
    const seller = newSeller();
    const { status, stderr } = await seller.run(['ingest', seller.write('a.csv', OWN)]);
    expect(status).toBe(1);
    expect(stderr).toContain(`regulars customers import a.csv --db ${seller.db}`);
    expect((await seller.run(['ingest', 'a.csv'], { env: { LANG: 'zh_CN.UTF-8' } })).stderr).toContain(
      '可能是一份客户表',
    );
  });

  it.each([
    ['an export of a platform', read('teashop', 'orders_export_1.csv')],
    [
      'a table of orders nobody knows',
      'Receipt,Date,Customer,E-mail,Total\nK-1,2026-05-01,Ann,ann@example.com,12.00\n',
    ],
    ['one with plain names', 'order_id,order_date,order_total,email\nK-1,2026-05-01,12.00,ann@example.com\n'],
    ['one with an e-mail under its plain name', 'Receipt,Date,Total,email\nK-1,2026-05-01,12.00,ann@example.com\n'],
  ])('is refused where it holds orders: %s', async (_, text) => {
    const seller = newSeller();
    const { status, stderr } = await seller.run(['customers', 'import', seller.write('o.csv', text)]);
    expect(status).toBe(1);
    expect(stderr).toContain('o.csv holds orders, not customers');
    expect(stderr).toContain('regulars ingest o.csv');
  });

  it('without anything that tells people apart is told what it lacks', async () => {
    const seller = newSeller();
    const { status, stderr } = await seller.run(['customers', 'import', seller.write('a.csv', 'age,colour\n40,red\n')]);
    expect(status).toBe(1);
    expect(stderr).toContain("--map customer_name='…' --map phone='…'");
    expect((await seller.run(['customers', 'import', 'a.csv', '--map', 'size=age'])).stderr).toContain(
      'own:NAME=Header',
    );
    expect(await seller.run(['customers', 'import'])).toMatchObject({ status: 2 });
  });
});

describe('accounts in a table of the seller’s own', () => {
  it('are those of the shop that is named', async () => {
    const seller = newSeller();
    await seller.ingest(
      seller.write('ExportOrderList202510311200.csv', read('teashop', 'ExportOrderList202510311200.csv')),
    );
    await seller.ingest(seller.write('s.csv', read('teashop', 'orders_export_1.csv')), '--shop', 'Hill & Moon Tea');
    const [taobao] = await seller.query<{ account: string }>(
      "SELECT account FROM orders_view WHERE platform = 'taobao' AND account IS NOT NULL LIMIT 1",
    );
    const text = csv([
      ['account', 'gender'],
      [taobao?.account ?? '', 'f'],
    ]);
    const open = await seller.run(['customers', 'import', seller.write('a.csv', text)]);
    expect(open.status).toBe(2);
    expect(open.stderr).toContain('which shop is a.csv of? It names none, and there are several:');
    const [shop] = await seller.query<{ shop: string }>(
      "SELECT shop FROM orders_view WHERE platform = 'taobao' LIMIT 1",
    );
    const { summary } = await take(seller, 'a.csv', text, '--shop', shop?.shop ?? '');
    expect(summary).toMatchObject({ customers: { new: 0, matched: 1 } });
    await expectClean(seller);
  });
});

describe('a blacklist', () => {
  const BEN = ['#2', 'b***@e***.com', '+4474****3457'];

  it('suppresses the person and the addresses once, until the file is taken back', async () => {
    const seller = newSeller();
    const { summary } = await take(seller, 'people.csv', PLAIN);
    expect(await suppressed(seller)).toEqual(BEN);
    expect(await seller.json('suppress', 'list')).toMatchObject([{ reason: 'rude on the phone' }, {}, {}]);
    const again = await take(seller, 'again.csv', `${PLAIN}Cy Cole,,cy@example.com,,,,\n`);
    expect(await suppressed(seller)).toEqual(BEN);
    await seller.run(['imports', 'undo', String(summary.import), '--yes']);
    // The other file says it too.
    expect(await suppressed(seller)).toEqual(BEN);
    await seller.run(['imports', 'undo', String(again.summary.import), '--yes']);
    expect(await suppressed(seller)).toEqual([]);
    await expectClean(seller);
  });

  it('does not make again what was lifted by hand, nor take back what was suppressed by hand', async () => {
    const seller = newSeller();
    await seller.run(['suppress', 'add', 'ben@example.com']);
    await take(seller, 'people.csv', PLAIN);
    await seller.run(['suppress', 'add', 'ann@example.com']);
    const rows = await seller.json<readonly { suppression_id: number; hint: string }[]>('suppress', 'list');
    const phone = rows.find(({ hint }) => hint.startsWith('+44'))?.suppression_id;
    await seller.run(['suppress', 'remove', String(phone)]);
    await take(seller, 'again.csv', `${PLAIN}Cy Cole,,cy@example.com,,,,\n`);
    expect(await suppressed(seller)).not.toContain('+4474****3457');
    await expectClean(seller);
    for (const id of ['1', '2']) await seller.run(['imports', 'undo', id, '--yes']);
    expect(await suppressed(seller)).toContain('a***@e***.com');
    await expectClean(seller);
  });
});

describe('what a file says of consent', () => {
  const file = (standing: string) => read('customers', 'mailchimp', `${standing}_${LIST}`).toString();
  const ann = (standing: string) => file(standing).replaceAll(/(cy|di)@example\.(net|com)/g, 'ann@example.com');

  it.each([
    ['unsubscribed', 'subscribed'],
    ['subscribed', 'unsubscribed'],
    ['cleaned', 'subscribed'],
  ])('is of the time it states, whatever comes first: %s, %s', async (first, second) => {
    const seller = newSeller();
    for (const standing of [first, second]) await take(seller, `${standing}_${LIST}`, ann(standing));
    expect(await consents(seller, 'ann@example.com')).toMatchObject({ email: 'refused' });
    await expectClean(seller);
  });

  it.each([['before'], ['after']])(
    'of no date lifts no refusal made %s it, and is a yes where there is none',
    async (when) => {
      const seller = newSeller();
      const undated = () =>
        take(seller, 'own.csv', 'email,accepts_email\nann@example.com,yes\ncy@example.net,yes\ndi@example.com,no\n');
      if (when === 'after') await undated();
      await take(seller, `unsubscribed_${LIST}`, file('unsubscribed'));
      await take(seller, `subscribed_${LIST}`, file('subscribed'));
      if (when === 'before') await undated();
      expect(await consents(seller, 'ann@example.com')).toMatchObject({ email: 'granted' });
      expect(await consents(seller, 'cy@example.net')).toMatchObject({ email: 'refused' });
      expect(await consents(seller, 'di@example.com')).toMatchObject({ email: 'refused' });
      await expectClean(seller);
    },
  );

  it('never lifts a refusal by hand', async () => {
    const seller = newSeller();
    await take(seller, `subscribed_${LIST}`, file('subscribed'));
    await seller.run(['consent', 'set', 'ann@example.com', 'email', 'refused']);
    await take(
      seller,
      `subscribed_members_export_later.csv`,
      file('subscribed').replaceAll('2024-03-14', '2026-06-30'),
    );
    expect(await consents(seller, 'ann@example.com')).toMatchObject({ email: 'refused' });
  });

  it('is nothing where a list does not say who is in it', async () => {
    const seller = newSeller();
    const { stderr } = await take(seller, 'list.csv', file('subscribed'));
    expect(stderr).toContain('nobody is taken to have agreed');
    expect(await consents(seller, 'ann@example.com')).toMatchObject({ email: 'unknown' });
    const times = file('unsubscribed');
    await take(seller, 'renamed.csv', times);
    expect(await consents(seller, 'cy@example.net')).toMatchObject({ email: 'refused' });
  });

  it('is dated by a table’s own column, in its zone', async () => {
    const seller = newSeller();
    const text = 'email,accepts_email,accepts_phone,accepted_at\nann@example.com,yes,no,2024-02-01 08:00:00\n';
    await take(seller, 'a.csv', text, '--timezone', 'Asia/Shanghai');
    expect(await seller.json('consent', 'show', 'ann@example.com')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ channel: 'email', status: 'granted', stated_at: '2024-02-01T00:00:00Z' }),
        expect.objectContaining({ channel: 'phone', status: 'refused', source: 'customer file' }),
      ]),
    );
  });
});
