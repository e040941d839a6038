import { beforeEach, describe, expect, it } from 'vitest';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'status', 'customer_name', 'email', 'order_total', 'currency'];
const ORDERS = [
  ['A-1', '2026-01-10 10:00', 'paid', 'Ann', 'ann@example.com', '120.99', 'CNY'],
  ['A-2', '2026-03-10 10:00', 'paid', 'Ann', 'ann@example.com', '80.50', 'CNY'],
  ['A-3', '2026-04-10 10:00', 'cancelled', 'Ann', 'ann@example.com', '500', 'CNY'],
  ['A-4', '2026-05-10 10:00', 'paid', 'Ben', 'ben@example.com', '10.00', 'USD'],
];
const SHOP = ['--timezone', 'Asia/Shanghai', '--currency', 'CNY', '--country', 'CN', '--shop', 'Hillside'];

let seller: Seller;
beforeEach(async () => {
  seller = newSeller();
  await seller.ingest(seller.write('orders.csv', csv([HEADER, ...ORDERS])), ...SHOP);
});

const points = (...args: string[]) => seller.run(['points', ...args]);
const rule = async (...args: string[]) => {
  const { status, stderr } = await points('rules', 'set', ...args);
  if (status !== 0) throw new Error(stderr);
};
interface Shown {
  readonly points: number;
  readonly next_expiry: unknown;
  readonly ledger: readonly {
    readonly day: string;
    readonly kind: string;
    readonly points: number;
    readonly about: string | null;
  }[];
}
const shown = (who: string, ...args: string[]) => seller.json<Shown>('points', 'show', who, ...args);
const lines = async (who: string, ...args: string[]) =>
  (await shown(who, ...args)).ledger.map((line) => [line.day, line.kind, line.points, line.about]);

describe('points earned', () => {
  it('follow from counting orders in whole units, by the rule of their day', async () => {
    await rule('per_amount', '1', '--from', '2026-01-01');
    await rule('per_amount', '2/10', '--from', '2026-03-01');
    await rule('first_order', '50', '--from', '2026-01-01');
    expect(await lines('Ann')).toEqual([
      ['2026-01-10', 'order', 120, 'A-1'],
      ['2026-01-10', 'first_order', 50, 'A-1'],
      ['2026-03-10', 'order', 16, 'A-2'],
    ]);
    expect((await shown('Ann')).points).toBe(186);
    expect((await shown('Ann', '--as-of', '2026-02-01')).points).toBe(170);
  });

  it('are taken back by a refund, and never earned before there was a rule', async () => {
    await rule('per_amount', '1', '--from', '2026-03-01');
    expect((await shown('Ann')).points).toBe(80);
    const refunded = csv([HEADER, ['A-2', '2026-03-10 10:00', 'refunded', 'Ann', 'ann@example.com', '80.50', 'CNY']]);
    await seller.ingest(seller.write('later.csv', refunded), '--shop', 'Hillside');
    expect((await shown('Ann')).points).toBe(0);
  });

  it('come of another currency by the rate of the day', async () => {
    await rule('per_amount', '1', '--from', '2026-01-01');
    expect((await shown('Ben')).points).toBe(0);
    await seller.run(['rates', 'import', seller.write('rates.csv', 'currency,day,rate\nUSD,2026-05-01,7.155\n')]);
    expect((await shown('Ben')).points).toBe(71);
  });

  it('come on birthdays, for whom they brought and for praise', async () => {
    await rule('birthday', '20', '--from', '2026-01-01');
    await rule('referral', '30', '--from', '2026-01-01');
    await rule('praise', '5', '--from', '2026-01-01');
    await seller.run(['customers', 'edit', 'Ann', '--birthday', '1990-02-28']);
    for (const args of [
      ['Ann', '--kind', 'referral', '--referred', 'Ben'],
      ['Ann', 'told again', '--kind', 'referral', '--referred', 'Ben'],
      ['Ann', 'lovely', '--kind', 'praise'],
      ['Ann', 'the cups', '--kind', 'praise'],
    ])
      await seller.run(['customers', 'note', ...args]);
    expect(await lines('Ann')).toEqual([
      ['2026-02-28', 'birthday', 20, null],
      ['2026-07-01', 'referral', 30, '#2'],
      ['2026-07-01', 'praise', 5, null],
      ['2026-07-01', 'praise', 5, null],
    ]);
  });

  it('are gone after their months', async () => {
    await rule('per_amount', '1', '--from', '2026-01-01');
    await rule('months', '4', '--from', '2026-01-01');
    expect(await lines('Ann')).toEqual([
      ['2026-01-10', 'order', 120, 'A-1'],
      ['2026-03-10', 'order', 80, 'A-2'],
      ['2026-05-10', 'expired', -120, null],
    ]);
    expect((await shown('Ann')).next_expiry).toEqual({ day: '2026-07-10', points: 80 });
    const card = await seller.run(['customers', 'show', 'Ann']);
    expect(card.stdout).toMatch(/^points +80 \(80 until 2026-07-10\)$/m);
    expect(await seller.json('customers', 'show', 'Ann')).toMatchObject({
      points: { balance: 80, next_expiry: { day: '2026-07-10', points: 80 } },
    });
    expect(await seller.json('customers', 'list', '--columns', 'name,points', '--sort', '-points')).toEqual([
      { name: 'Ann', points: 80 },
      { name: 'Ben', points: null },
    ]);
  });
});

describe('points by hand', () => {
  it('are added and used, and the same twice on one day is one', async () => {
    expect((await points('add', 'Ben', '200', '--reason', 'late parcel')).stderr).toBe(
      'Ben: 200 points added, 200 now\n',
    );
    expect((await points('redeem', 'Ben', '150', '--reason', 'cup')).stderr).toBe('Ben: 150 points used, 50 left\n');
    const once = await seller.dump();
    expect((await points('redeem', 'Ben', '150', '--reason', 'cup')).stderr).toContain('nothing changed, 50 left');
    expect(await seller.dump()).toBe(once);
    await points('redeem', 'Ben', '50', '--reason', 'spoon');
    expect(await lines('Ben')).toEqual([
      ['2026-07-01', 'add', 200, 'late parcel'],
      ['2026-07-01', 'redeem', -150, 'cup'],
      ['2026-07-01', 'redeem', -50, 'spoon'],
    ]);
  });

  it('are not more used than there are, unless that is wanted', async () => {
    const refused = await points('redeem', 'Ben', '10', '--reason', 'cup');
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('Ben has 0 points, not 10')]);
    expect(refused.stderr).toContain('points redeem 2 10 --reason cup --force');
    expect(await lines('Ben')).toEqual([]);
    expect((await points('redeem', 'Ben', '10', '--force')).stderr).toBe('Ben: 10 points used, -10 left\n');
  });

  it('are not used on a day in the past where they were since, but where they only expired since', async () => {
    await points('add', 'Ben', '100', '--as-of', '2026-05-10');
    await points('redeem', 'Ben', '80', '--reason', 'pot', '--as-of', '2026-06-10');
    const refused = await points('redeem', 'Ben', '30', '--reason', 'cup', '--as-of', '2026-05-20');
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('Ben has 20 points, not 30')]);
    expect((await points('redeem', 'Ben', '20', '--reason', 'cup', '--as-of', '2026-05-20')).status).toBe(0);
    await rule('months', '1', '--from', '2026-01-01');
    await points('add', 'Ann', '100', '--as-of', '2026-05-10');
    expect((await points('redeem', 'Ann', '100', '--as-of', '2026-05-20')).status).toBe(0);
  });

  it('change nothing with -n, nor for what is no number, no customer or no day', async () => {
    const before = await seller.dump();
    for (const line of [
      ['add', 'Ben', '5'],
      ['redeem', 'Ben', '5', '--force'],
      ['rules', 'set', 'months', '12'],
    ])
      expect((await points(...line, '-n')).stderr).toContain('dry run: nothing was changed');
    for (const [args, status] of [
      [['add', 'Ben', '0'], 2],
      [['add', 'Ben', '1.5'], 2],
      [['add', 'Nobody', '5'], 1],
      [['add', 'Ben', '5', '--as-of', '2027-01-01'], 2],
      [['rules', 'set', 'per_amout', '1'], 2],
      [['rules', 'set', 'per_amount', 'much'], 2],
      [['rules', 'set', 'months', '1', '--from', 'soon'], 2],
    ] as const)
      expect((await points(...args)).status, args.join(' ')).toBe(status);
    expect(await seller.dump()).toBe(before);
  });

  it('move with whoever turns out to be one, and are gone with whoever is forgotten', async () => {
    await points('add', 'Ben', '200', '--reason', 'Ben from the fair');
    await seller.run(['customers', 'merge', 'Ann', 'Ben']);
    expect((await shown('Ann')).points).toBe(200);
    expect(await seller.json('customers', 'data', '1')).toMatchObject({
      points: [{ kind: 'add', points: 200, reason: 'Ben from the fair' }],
    });
    await seller.run(['customers', 'forget', '1', '--yes']);
    expect(await seller.query('SELECT * FROM point_entries')).toEqual([]);
  });
});

describe('points that files of customers state', () => {
  const people = (...rows: (readonly string[])[]) => csv([['email', 'points'], ...rows]);
  const take = async (name: string, text: string, now: string) => {
    const { status, stderr } = await seller.run(['customers', 'import', seller.write(name, text), '--country', 'CN'], {
      now,
    });
    if (status !== 0) throw new Error(stderr);
  };

  it('are the balance of their day, the later file instead of the earlier', async () => {
    await rule('per_amount', '1', '--from', '2026-01-01');
    await take('first.csv', people(['ann@example.com', '300']), '2026-02-01T04:00:00Z');
    expect(await lines('Ann')).toEqual([
      ['2026-02-01', 'opening', 300, null],
      ['2026-03-10', 'order', 80, 'A-2'],
    ]);
    await points('redeem', 'Ann', '30', '--reason', 'cup');
    await take('second.csv', people(['ann@example.com', '400']), '2026-06-01T04:00:00Z');
    expect((await shown('Ann')).points).toBe(370);
    await seller.run(['imports', 'undo', '3', '--yes']);
    expect((await shown('Ann')).points).toBe(350);
  });
});

describe('points rules and points list', () => {
  it('list every version and which is in force', async () => {
    await rule('per_amount', '1', '--from', '2026-01-01');
    await rule('per_amount', '1/10', '--from', '2026-08-01');
    const versions = await seller.json<{ rule: string; value: string; in_force: boolean }[]>('points', 'rules');
    expect(versions.map((row) => [row.rule, row.value, row.in_force])).toEqual([
      ['per_amount', '1/1', true],
      ['per_amount', '1/10', false],
    ]);
    expect((await points('rules', 'set', 'per_amount', '1/10', '--from', '2026-08-01')).stderr).toContain(
      'nothing changed',
    );
  });

  it('lists balances of those chosen, the most first', async () => {
    await rule('per_amount', '1', '--from', '2026-01-01');
    await points('add', 'Ben', '500');
    const list = async (...args: string[]) =>
      (await seller.json<{ name: string; points: number }[]>('points', 'list', ...args)).map((row) => [
        row.name,
        row.points,
      ]);
    expect(await list()).toEqual([
      ['Ben', 500],
      ['Ann', 200],
    ]);
    expect(await list('--where', "customer_name = 'Ann'")).toEqual([['Ann', 200]]);
    const { stdout } = await points('list', '--csv');
    expect(stdout).toBe(
      'customer_id,name,points,earned,used,expired,next_expiry,expiring\n2,"Ben",500,500,0,0,,\n1,"Ann",200,200,0,0,,\n',
    );
  });
});
