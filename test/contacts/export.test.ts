import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';
import { run } from '../helpers/run.ts';

let shop: PlainShop;

beforeAll(async () => {
  shop = await plainShop([
    { customer_name: 'Ann Archer', email: 'ann@example.com', phone: '13912345601', accepts_marketing: 'yes' },
    { customer_name: 'Ben Baker', email: 'ben@example.com', phone: '13912345602', accepts_marketing: 'no' },
    { customer_name: 'Cid Carter', email: 'cid@example.com', phone: '13912345603' },
    // A household: two people, two e-mails, one mobile; Dan has ordered on it twice.
    { customer_name: 'Dora Dyer', email: 'dora@example.com', phone: '13912345604', accepts_marketing: 'yes' },
    { customer_name: 'Dan Dyer', email: 'dan@example.com', phone: '13912345604', accepts_marketing: 'yes' },
    { customer_name: 'Dan Dyer', email: 'dan@example.com', phone: '13912345604', accepts_marketing: 'yes' },
    { customer_name: '=1+1', email: 'eve@example.com', phone: '13912345605', accepts_marketing: 'yes' },
    { customer_name: 'Fay Field', phone: '010-65881234', accepts_marketing: 'yes' },
    { customer_name: 'Gus Green', email: 'gus@example.com', phone: '13912345607', accepts_marketing: 'yes' },
  ]);
  await shop.regulars('suppress', 'add', '13912345607');
});
afterAll(() => shop.close());

const contacts = (channel: string, kind: string, ...rest: string[]) =>
  shop.regulars('export', 'contacts', '--where', 'orders_all > 0', '--channel', channel, '--kind', kind, ...rest);
const toBen = (...rest: string[]) =>
  shop.regulars('export', 'contacts', '--customer', 'Ben Baker', '--channel', 'sms', '--kind', 'care', ...rest);
const names = async (channel: string, kind: string): Promise<string[]> =>
  (JSON.parse((await contacts(channel, kind, '--json')).stdout) as { name: string }[]).map(({ name }) => name);

describe('export contacts', () => {
  it('has one row per reachable customer, with what a letter needs', async () => {
    const { status, stdout } = await contacts('sms', 'promotion');
    expect(status).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'customer_id,name,phone,number_of_orders,amount_spent,currency,last_order_date,city,tags',
      '1,"Ann Archer","+8613912345601",1,100.00,"CNY",2026-05-01,,',
      '5,"Dan Dyer","+8613912345604",2,200.00,"CNY",2026-05-01,,',
      '6,"\'=1+1","+8613912345605",1,100.00,"CNY",2026-05-01,,',
      '',
    ]);
  });

  it('is a table on a terminal of 80 columns, which says what currency it speaks of', async () => {
    const line = ['export', 'contacts', '--customer', 'Cid Carter', '--channel', 'email', '--kind', 'service'];
    const settings = ['--db', shop.db, '--color', 'never'];
    const { stdout } = await run([...settings, ...line], { tty: { stdout: true, columns: 80 } });
    expect(stdout).toMatch(/^# +name +email +orders +spent CNY +last order/);
  });

  it('counts who was left out, each with the command that changes it', async () => {
    const lines = (await contacts('sms', 'promotion')).stderr.split('\n').map((line) => line.trim());
    expect(lines).toContain('3 customers for sms, promotion');
    expect(lines).toContain('left out: 5');
    expect(lines).toContain('1 refused: regulars consent show WHO');
    expect(lines).toContain('1 suppressed: regulars suppress list');
    expect(lines).toContain(
      '1 never agreed to promotions: regulars consent set WHO sms granted, or regulars shops edit SHOP --consent-policy not-refused',
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^1 share the address of another .*: regulars customers explain WHO$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^1 without a usable address: /));
  });

  it.each<[string, string, string[]]>([
    // Care by message or mail is promotion in China; a call is not.
    ['sms', 'care', ['Ann Archer', 'Dan Dyer', '=1+1']],
    ['phone', 'care', ['Ann Archer', 'Cid Carter', 'Dan Dyer', '=1+1', 'Fay Field']],
    ['email', 'service', ['Ann Archer', 'Cid Carter', 'Dora Dyer', 'Dan Dyer', '=1+1', 'Gus Green']],
    ['email', 'promotion', ['Ann Archer', 'Dora Dyer', 'Dan Dyer', '=1+1', 'Gus Green']],
  ])('reaches by %s for %s whom the channel and the purpose allow', async (channel, kind, expected) => {
    expect(await names(channel, kind)).toEqual(expected);
  });

  it('leaves names as they are where no spreadsheet reads them, and says where it did not', async () => {
    expect(await names('sms', 'promotion')).toContain('=1+1');
    expect((await contacts('sms', 'promotion')).stderr).toContain('1 cell that a spreadsheet would run as a formula');
    expect((await contacts('sms', 'promotion', '--json')).stderr).not.toContain('spreadsheet');
  });

  it('shows the tags of the day', async () => {
    await shop.regulars('tag', 'add', '老客', '--customer', 'Ann Archer');
    const tags = async (...day: string[]) =>
      (JSON.parse((await contacts('sms', 'promotion', '--json', ...day)).stdout) as { tags: string[] }[])[0]?.tags;
    expect(await tags()).toEqual(['老客']);
    expect(await tags('--as-of', '2026-06-30')).toEqual([]);
  });

  it('gives the header alone when nobody is reachable', async () => {
    const { status, stdout } = await toBen('--csv');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^customer_id,name,phone,[^\n]*\n$/)]);
    const { status: empty } = await toBen('--fail-if-empty');
    expect(empty).toBe(4);
  });

  it.each([
    [['--channel', 'sms', '--kind', 'care']],
    [['--where', 'orders_all > 0', '--kind', 'care']],
    [['--where', 'orders_all > 0', '--channel', 'sms']],
    [['--where', 'orders_all > 0', '--channel', 'wechat', '--kind', 'care']],
    [['--where', 'orders_all > 0', '--channel', 'sms', '--kind', 'spam']],
  ])('is a matter of usage without people, channel or purpose: %s', async (args) => {
    const { status, stdout } = await shop.regulars('export', 'contacts', ...args);
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe('export contacts --out', () => {
  const path = (name: string) => join(shop.folder, name);

  it('writes a file only its owner may read, and nothing on stdout', async () => {
    const { status, stdout, stderr } = await contacts('sms', 'promotion', '--out', 'list.csv');
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('written to list.csv');
    expect(statSync(path('list.csv')).mode & 0o777).toBe(0o600);
    // Behind a byte order mark, without which Excel on Windows shows no Chinese; a pipe has none.
    expect(readFileSync(path('list.csv'), 'utf8')).toBe(`\ufeff${(await contacts('sms', 'promotion')).stdout}`);
    const back = await shop.regulars('customers', 'list', '--from', 'list.csv', '--columns', 'customer_id');
    expect(back.stdout).toBe('customer_id\n1\n5\n6\n');
    await contacts('sms', 'promotion', '--out', 'list.json', '--json');
    expect(readFileSync(path('list.json'), 'utf8')).toMatch(/^\[/);
  });

  it('never writes over another file without --force', async () => {
    writeFileSync(path('mine.csv'), 'mine\n');
    const { status, stderr } = await contacts('sms', 'care', '--out', 'mine.csv');
    expect([status, stderr]).toEqual([1, expect.stringMatching(/mine\.csv exists already[^]*hint: --force/)]);
    expect(readFileSync(path('mine.csv'), 'utf8')).toBe('mine\n');
    expect((await contacts('sms', 'care', '--out', 'mine.csv', '--force')).status).toBe(0);
    expect(readFileSync(path('mine.csv'), 'utf8')).toContain('Dan Dyer');
    expect(statSync(path('mine.csv')).mode & 0o777).toBe(0o600);
    expect(readdirSync(shop.folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('writes nothing with -n', async () => {
    const { status, stderr } = await contacts('sms', 'promotion', '--out', 'dry.csv', '-n');
    expect([status, stderr]).toEqual([0, expect.stringContaining('3 customers for sms, promotion')]);
    expect(existsSync(path('dry.csv'))).toBe(false);
  });

  it('writes the format that was asked for', async () => {
    await contacts('sms', 'promotion', '--out', 'list.json', '--json');
    const rows = JSON.parse(readFileSync(path('list.json'), 'utf8')) as { phone: string; amount_spent: number }[];
    expect(rows[0]).toMatchObject({ phone: '+8613912345601', amount_spent: 10_000 });
  });
});
