import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../helpers/run.ts';
import { type World, world } from '../helpers/world.ts';

let tea: World;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-segments-'));
  tea = await world([
    {
      name: '王小茶',
      account: '淘小茶',
      phone: '+8613900000001',
      city: '杭州市',
      orders: [
        { day: '2026-03-01', net: 20000 },
        { day: '2026-06-29', net: 5050 },
      ],
    },
    { name: 'Ann Archer', email: 'ann@example.com', orders: [{ day: '2026-01-30', net: 50000 }] },
    { name: '李远', phone: '+8613900000003', orders: [{ day: '2025-01-05', net: 30000 }] },
  ]);
});
afterAll(() => {
  tea.close();
  rmSync(folder, { recursive: true, force: true });
});

const regulars = (args: readonly string[], options: Parameters<typeof run>[1] = {}) =>
  run(['--db', tea.archive.path, ...args], { ...options, now: '2026-07-01T04:00:00Z' });
const json = async (...args: string[]): Promise<unknown> => JSON.parse((await regulars([...args, '--json'])).stdout);
const names = async (...args: string[]) => ((await json(...args)) as { name: string }[]).map(({ name }) => name);

describe('segment list', () => {
  it('has name, kind, customers and net, and the RFM groups are everybody who ordered', async () => {
    const rows = (await json('segment', 'list')) as Record<string, unknown>[];
    expect(rows).toHaveLength(22);
    for (const row of rows)
      expect(Object.keys(row)).toEqual(['name', 'kind', 'customers', 'net', 'where', 'version', 'aim']);
    const rfm = rows.filter(({ kind }) => kind === 'rfm');
    expect(rfm.reduce((sum, { customers }) => sum + Number(customers), 0)).toBe(3);
    expect(rfm.reduce((sum, { net }) => sum + Number(net), 0)).toBe(105_050);
  });

  it('shows a person the rule beside it', async () => {
    const { stdout } = await regulars(['segment', 'list', '--format', 'table']);
    expect(stdout).toMatch(/at_risk +rfm +\d+ +[\d.,]+ +R1F3 R1F4 R2F3 R2F4/);
    expect(stdout).toMatch(/lost +lifecycle .*lateness above 5/);
  });

  it('is asked for any day', async () => {
    const rows = (await json('--as-of', '2025-06-30', 'segment', 'list')) as { kind: string; customers: number }[];
    expect(rows.filter(({ kind }) => kind === 'rfm').reduce((sum, { customers }) => sum + customers, 0)).toBe(1);
  });
});

describe('segment show', () => {
  it('prints the rule with the cut points, and how many there are', async () => {
    const { stdout } = await regulars(['segment', 'show', 'lost', '--format', 'table']);
    expect(stdout).toContain("lifecycle_stage = 'lost'");
    expect(stdout).toContain('of 3 customers');
    expect(await json('segment', 'show', 'VIP')).toMatchObject({
      name: 'vip',
      kind: 'value',
      as_of: '2026-07-01',
      customers: 2,
      net: 80_000,
      of: 3,
    });
  });

  it('gives programs the same in every language, cut points and limits as numbers', async () => {
    const english = await json('segment', 'show', 'champions');
    expect(await json('--lang', 'zh', 'segment', 'show', 'champions')).toEqual(english);
    expect(english).toMatchObject({ cuts: { recency: { points: [30, 90, 180, 365], origin: 'fixed' } } });
    expect(await json('segment', 'show', 'small')).toMatchObject({ bands: { vip: 30_000, major: 25_050 } });
  });

  it('suggests the nearest name and exits with 2', async () => {
    const { stderr, status } = await regulars(['segment', 'show', 'at_rsk']);
    expect(stderr).toContain('did you mean at_risk?');
    expect(status).toBe(2);
  });
});

describe('segment members', () => {
  it('gives the rows of a segment, of a condition, or of both', async () => {
    expect(await names('segment', 'members', 'vip')).toEqual(['Ann Archer', '李远']);
    expect(await names('segment', 'members', '--where', 'amount_spent >= 300')).toEqual(['Ann Archer', '李远']);
    expect(await names('segment', 'members', 'vip', '--where', 'last_order_date >= 2026-01-01')).toEqual([
      'Ann Archer',
    ]);
  });

  it('has what a seller needs to know of each', async () => {
    const [row] = (await json('segment', 'members', '--where', "customer_account = '淘小茶'")) as Record<
      string,
      unknown
    >[];
    expect(row).toMatchObject({
      customer_id: 1,
      name: '王小茶',
      phone: '+8613900000001',
      email: null,
      city: '杭州市',
      number_of_orders: 2,
      amount_spent: 25_050,
      currency: 'CNY',
      last_order_date: '2026-06-29',
      recency_days: 2,
      lifecycle_stage: 'active',
    });
    for (const column of ['lateness', 'rfm_group', 'value_band']) expect(row).toHaveProperty(column);
  });

  it('asks whom where nothing was named, and shows a mistake with a caret', async () => {
    expect((await regulars(['segment', 'members'])).status).toBe(2);
    const { stderr, stdout, status } = await regulars([
      'segment',
      'members',
      '--where',
      "customer_cities = '杭州市' AND lateness >> 1",
    ]);
    expect(stderr).toContain("  customer_cities = '杭州市' AND lateness >> 1\n");
    expect(stderr).toContain(`\n  ${' '.repeat(41)}^\n`);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('speaks Chinese where it is asked to', async () => {
    const { stderr } = await regulars(['--lang', 'zh', 'segment', 'members', 'champion']);
    expect(stderr).toContain('没有这个分组');
    expect(stderr).toContain('你是不是想写 champions？');
  });
});

describe('customers list', () => {
  it('is everybody, sorted, cut and narrowed as asked', async () => {
    expect(await names('customers', 'list')).toEqual(['王小茶', 'Ann Archer', '李远']);
    expect(await names('customers', 'list', '--sort', '-amount_spent', '--limit', '2')).toEqual(['Ann Archer', '李远']);
    expect(
      (await regulars(['customers', 'list', '--segment', 'vip', '--columns', 'amount_spent,name', '--csv'])).stdout,
    ).toBe('amount_spent,name\n500.00,"Ann Archer"\n300.00,"李远"\n');
  });

  it('puts missing values last, whichever way it is sorted', async () => {
    expect((await names('customers', 'list', '--sort', 'email'))[0]).toBe('Ann Archer');
    expect((await names('customers', 'list', '--sort', '-email'))[0]).toBe('Ann Archer');
  });

  it('takes customers from a file and from stdin, and tells whom it does not know', async () => {
    const file = join(folder, 'some.csv');
    writeFileSync(file, '\ufeffName,Phone\n李,+86 139 0000 0003\nx,13900009999\n');
    const { stdout, stderr } = await regulars(['customers', 'list', '--from', file, '--json']);
    expect((JSON.parse(stdout) as { name: string }[]).map(({ name }) => name)).toEqual(['李远']);
    expect(stderr).toContain('1 not found: 13900009999');
    const piped = await regulars(['customers', 'list', '--from', '-', '--columns', 'name', '--csv'], {
      stdin: 'email\nann@example.com\n',
    });
    expect(piped.stdout).toBe('name\n"Ann Archer"\n');
  });

  it.each([
    [['--from', '/nowhere/at-all.csv'], 1],
    [['--customer', 'nobody'], 1],
    [['--limit', 'ten'], 2],
    [['--columns', 'nmae'], 2],
    [['--sort', 'password'], 2],
  ])('says what is wrong with %s', async (args, expected) => {
    const { stderr, stdout, status } = await regulars(['customers', 'list', ...args]);
    expect(stderr).not.toContain('unexpected');
    expect(stdout).toBe('');
    expect(status).toBe(expected);
  });

  it('says that a file is no list of customers', async () => {
    const other = await regulars(['customers', 'list', '--from', '-'], { stdin: 'colour\nred\n' });
    expect(other.status).toBe(1);
    expect(other.stderr).toContain('no column customer_id');
    const broken = await regulars(['customers', 'list', '--from', '-'], { stdin: 'phone\n"139' });
    expect(broken.status).toBe(1);
    expect(broken.stderr).toContain('not a CSV file');
  });
});

describe('customers find', () => {
  it('finds by part of a name, an address, a product', async () => {
    expect(await names('customers', 'find', '小茶')).toEqual(['王小茶']);
    expect(await names('customers', 'find', '龙井', '--sort', 'name', '--limit', '1')).toEqual(['Ann Archer']);
    expect((await regulars(['customers', 'find', ' '])).status).toBe(2);
  });
});
