import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refreshLevels } from '../../src/levels/refresh-levels.ts';
import { dropDays } from '../../src/levels/spell-queries.ts';
import { openArchive } from '../../src/store/open.ts';
import { type PlainShop, plainShop } from '../helpers/plain-shop.ts';

let begun: PlainShop;
let shop: PlainShop;

beforeAll(async () => {
  shop = await plainShop([
    { customer_name: 'Ann Archer', email: 'ann@example.com', order_date: '2026-05-01 10:00', order_total: '600' },
    { customer_name: 'Ben Baker', email: 'ben@example.com', order_date: '2026-06-20 10:00', order_total: '600' },
    { customer_name: 'Cid Carter', email: 'cid@example.com', order_date: '2026-06-25 10:00', order_total: '2500' },
    { customer_name: 'Dan Drew', email: 'dan@example.com', order_date: '2026-06-25 10:00', status: 'cancelled' },
  ]);
  await levels('set', '普通', '--where', 'number_of_orders >= 1');
  await levels('set', '银卡', '--where', 'amount_spent >= 500 AND last_order_date >= -30d', '--grace', '20d');
  await levels('set', '金卡', '--where', 'amount_spent >= 2000', '--grace', '90');
  begun = shop;
});
beforeEach(() => {
  shop = begun.copy();
});
afterEach(() => shop.close());
afterAll(() => begun.close());

const levels = (...args: string[]) => shop.regulars('levels', ...args);
const ofAll = async (...args: string[]) =>
  (
    await shop.json<{ name: string; level: string | null }[]>('customers', 'list', '--columns', 'name,level', ...args)
  ).map((row) => [row.name, row.level]);
const shown = (who: string, ...args: string[]) =>
  shop.json<Readonly<Record<string, unknown>>>('levels', 'show', who, ...args);

describe('the level of a customer', () => {
  it('is the highest whose rule holds', async () => {
    expect(await ofAll()).toEqual([
      ['Ann Archer', '普通'],
      ['Ben Baker', '银卡'],
      ['Cid Carter', '金卡'],
      ['Dan Drew', null],
    ]);
    expect(await shop.json('levels', 'list')).toEqual([
      { level: '普通', order: 1, rule: 'number_of_orders >= 1', grace_days: 0, customers: 1, in_grace: 0 },
      {
        level: '银卡',
        order: 2,
        rule: 'amount_spent >= 500 AND last_order_date >= -30d',
        grace_days: 20,
        customers: 1,
        in_grace: 0,
      },
      { level: '金卡', order: 3, rule: 'amount_spent >= 2000', grace_days: 90, customers: 1, in_grace: 0 },
    ]);
    const members = await shop.json<{ name: string }[]>('levels', 'members', '银卡');
    expect(members.map(({ name }) => name)).toEqual(['Ben Baker']);
  });

  it('is kept for the grace from the day on which the rule held last', async () => {
    // Her order is in the last 30 days until 31 May.
    await levels('refresh', '--as-of', '2026-06-20');
    expect(await shown('Ann Archer', '--as-of', '2026-06-20')).toMatchObject({
      level: '银卡',
      since: '2026-05-01',
      is_since_known: true,
      last_satisfied: '2026-05-31',
      until: '2026-06-20',
      next: '金卡',
      missing: [{ field: 'amount_spent', needed: 200000, have: 60000 }],
    });
    expect(await shop.json('levels', 'list', '--as-of', '2026-06-20')).toMatchObject([
      { customers: 0 },
      { customers: 2, in_grace: 1 },
      { customers: 0 },
    ]);
    await levels('refresh', '--as-of', '2026-06-21');
    expect(await shown('Ann Archer', '--as-of', '2026-06-21')).toMatchObject({
      level: '普通',
      next: '银卡',
      until: null,
    });
  });

  it('knows since when, once the days before were looked at', async () => {
    await levels('refresh', '--as-of', '2026-05-20');
    await levels('refresh', '--as-of', '2026-06-20');
    await levels('refresh');
    expect(await shown('Ben Baker')).toMatchObject({ level: '银卡', since: '2026-06-20', is_since_known: true });
    expect(await shown('Cid Carter')).toMatchObject({ level: '金卡', since: '2026-06-25', is_since_known: true });
    // The level above counts as well.
    expect(await shown('Ann Archer')).toMatchObject({ level: '普通', since: '2026-05-01', is_since_known: true });
  });

  it('stands on the card, and in its document', async () => {
    await levels('refresh', '--as-of', '2026-06-15');
    const card = await shop.regulars('customers', 'show', '1', '--as-of', '2026-06-15');
    expect(card.stdout).toMatch(/^level +银卡 \(until 2026-06-20\)$/m);
    expect(await shop.json('customers', 'show', '3')).toMatchObject({
      level: { name: '金卡', last_satisfied: '2026-07-01', until: null },
    });
    expect(await shop.json('customers', 'show', '4')).toMatchObject({ level: null });
    const screen = await levels('show', '1', '--as-of', '2026-06-15', '--lang', 'zh');
    expect(screen.stdout).toContain('2026-06-20（期间再次符合则继续）');
  });
});

describe('levels refresh', () => {
  const spells = () => shop.json<unknown[]>('query', 'SELECT * FROM level_spells ORDER BY 1, 2, 3');
  const days = () => shop.json<unknown[]>('query', 'SELECT * FROM level_days ORDER BY 1');

  it('gives day by day what from scratch gives, and nothing the second time', async () => {
    await levels('refresh', '--as-of', '2026-06-30');
    await levels('refresh');
    const byDay = [await spells(), await days()];
    expect(await levels('refresh')).toMatchObject({ stdout: '', stderr: '' });
    expect([await spells(), await days()]).toEqual(byDay);
    await levels('refresh', '--from-scratch');
    await levels('refresh', '--as-of', '2026-06-30');
    const standing = async () => [
      await ofAll(),
      await ofAll('--as-of', '2026-06-30'),
      await shown('1'),
      await shown('2'),
    ];
    const anew = await standing();
    await levels('refresh', '--from-scratch', '--as-of', '2026-06-30');
    await levels('refresh');
    expect(await standing()).toEqual(anew);
  });

  it('asks anew where orders came, went, or turned out to be of one person', async () => {
    await levels('refresh', '--as-of', '2026-06-15');
    const until = async () => (await shown('Ann Archer', '--as-of', '2026-06-15'))['until'];
    expect(await until()).toBe('2026-06-20');
    await shop.ingest([{ customer_name: 'Ann Archer', email: 'ann@example.com', order_date: '2026-05-06 10:00' }]);
    await levels('refresh', '--as-of', '2026-06-15');
    expect(await until()).toBe('2026-06-25');
    await shop.regulars('imports', 'undo', '2', '--yes');
    await levels('refresh', '--as-of', '2026-06-15');
    expect(await until()).toBe('2026-06-20');
  });

  it('asks anew where a word of an order gets another meaning, and where a tag is gone earlier', async () => {
    await levels('set', '银卡', '--where', "orders_all MATCHES (state = 'completed')");
    await levels('set', '金卡', '--where', "customer_tags = 'vip'");
    await shop.regulars('tag', 'add', 'vip', '--customer', '2', '--as-of', '2026-06-20');
    // Only what is kept of the days before tells of them.
    const has = async (level: string, day: string) =>
      shop.json<unknown[]>(
        'query',
        `SELECT customer_id AS customer FROM level_spells WHERE level = '${level}' AND '${day}' BETWEEN from_day AND to_day`,
      );
    await levels('refresh');
    expect([await has('银卡', '2026-06-28'), await has('金卡', '2026-06-28')]).toEqual([[], [{ customer: 2 }]]);
    await shop.regulars('platforms', 'map-status', 'generic', 'paid', 'completed', '--column', 'status');
    await levels('refresh');
    expect(await has('银卡', '2026-06-28')).toEqual([{ customer: 1 }, { customer: 2 }, { customer: 3 }]);
    await shop.regulars('tag', 'expire', 'vip', '--on', '2026-06-25', '--customer', '2', '--as-of', '2026-06-24');
    await levels('refresh');
    expect(await has('金卡', '2026-06-24')).toEqual([{ customer: 2 }]);
    expect(await has('金卡', '2026-06-28')).toEqual([]);
  });

  it('loses no day where two are at it at once', async () => {
    const opened = await openArchive(shop.db, { mode: 'write', wait: 5, dryRun: false, key: undefined });
    if ('problem' in opened) throw new Error(opened.problem);
    const { archive } = opened;
    try {
      dropDays(archive);
      const asked = await refreshLevels(archive, '2026-06-25', async (done) => {
        if (done === 0) await levels('refresh');
      });
      expect(asked).toBe(91);
    } finally {
      archive.db.close();
    }
    const both = [await spells(), await days()];
    expect(await spells()).toContainEqual({
      level: '普通',
      customer_id: 1,
      from_day: '2026-05-01',
      to_day: '2026-07-01',
    });
    expect((await levels('list')).stderr).toBe('');
    expect((await levels('refresh')).stderr).toBe('');
    expect([await spells(), await days()]).toEqual(both);
  });

  it('is done after whatever writes in a small archive', async () => {
    await shop.ingest([
      { customer_name: 'Eve East', email: 'eve@example.com', order_date: '2026-06-01 10:00', order_total: '600' },
    ]);
    const kept = (await days()) as { day: string }[];
    expect([kept.at(0)?.day, kept.at(-1)?.day]).toEqual(['2026-04-02', '2026-07-01']);
    expect((await levels('list')).stderr).toBe('');
  });

  it('says where days have not been looked at', async () => {
    const { stderr } = await levels('list', '--as-of', '2026-03-01');
    expect(stderr).toContain('of the grace 90 days before have not been looked at');
    // Of the day that was asked for: today's would leave them as they are.
    expect(stderr).toContain('regulars levels refresh --as-of 2026-03-01');
    await levels('refresh', '--as-of', '2026-03-01');
    expect((await levels('list', '--as-of', '2026-03-01')).stderr).toBe('');
  });

  it('tells a first day only where the day before was asked, of what is known now', async () => {
    const since = async () => (await levels('show', '1')).stdout.split('\n').find((line) => line.startsWith('since'));
    expect(await since()).toMatch(/2026-05-01$/);
    // As in a large archive, of which nothing is asked anew by the way.
    const opened = await openArchive(shop.db, { mode: 'write', wait: 5, dryRun: false, key: undefined });
    if ('problem' in opened) throw new Error(opened.problem);
    opened.archive.write(() =>
      opened.archive.db.prepare("UPDATE level_days SET print = 'older' WHERE day >= '2026-04-20'").run(),
    );
    opened.archive.db.close();
    expect(await since()).toMatch(/2026-05-01 or earlier$/);
    await levels('refresh', '--from-scratch', '--as-of', '2026-05-20');
    expect(await since()).toMatch(/2026-07-01 or earlier$/);
  });
});

describe('levels set', () => {
  it('changes what is given and keeps the rest', async () => {
    expect((await levels('set', '银卡', '--grace', '30d')).stderr).toBe(
      '银卡 is level 2; its rule holds for 2 customers\n',
    );
    expect(await shop.json('levels', 'list')).toMatchObject([
      {},
      { level: '银卡', rule: 'amount_spent >= 500 AND last_order_date >= -30d', grace_days: 30 },
      {},
    ]);
    await levels('set', '金卡', '--segment', 'VIP');
    expect(await shop.json('levels', 'list')).toMatchObject([{}, {}, { rule: "in_segment('vip')", grace_days: 90 }]);
    const once = await shop.dump();
    expect((await levels('set', '金卡', '--segment', 'vip')).stderr).toBe('金卡 is so already; nothing changed\n');
    expect(await shop.dump()).toBe(once);
  });

  it('changes nothing with -n', async () => {
    const before = await shop.dump();
    for (const line of [
      ['set', '钻石', '--where', 'amount_spent > 9000'],
      ['remove', '金卡'],
      ['refresh', '--from-scratch'],
    ])
      expect((await levels(...line, '-n')).stderr).toContain('dry run: nothing was changed');
    expect(await shop.dump()).toBe(before);
  });

  it.each([
    [['x']],
    [['x', '--where', 'nothing > 1']],
    [['x', '--segment', 'nowhere']],
    [['x', '--where', 'units > 1', '--segment', 'vip']],
    [['x', '--where', 'units > 1', '--order', '2']],
    [['x', '--where', 'units > 1', '--order', 'two']],
    [['x', '--where', 'units > 1', '--grace', '900d']],
    [['a,b', '--where', 'units > 1']],
  ])('refuses %j', async (args) => {
    expect((await levels('set', ...args)).status).toBe(2);
  });

  it('takes a level away', async () => {
    expect((await levels('remove', '金卡')).stderr).toBe('金卡 is no level any more\n');
    expect(await ofAll()).toContainEqual(['Cid Carter', '银卡']);
    expect(await levels('remove', '金')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('levels: 普通, 银卡') as string,
    });
  });
});

it('has nobody in a level who was forgotten', async () => {
  await levels('refresh');
  const { status, stderr } = await shop.regulars('customers', 'forget', '3', '--yes');
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  expect(await shop.json('query', 'SELECT * FROM level_spells WHERE customer_id = 3')).toEqual([]);
});

it('keeps the segment of a level from being renamed or removed, as that of a tag that follows it', async () => {
  await shop.regulars('segment', 'save', 'mine', '--where', 'number_of_orders >= 1');
  await levels('set', '铜卡', '--segment', 'Mine');
  await shop.regulars('tag', 'follow', 'dear', '--segment', 'mine');
  for (const line of [
    ['rename', 'mine', 'ours'],
    ['remove', 'mine'],
  ])
    expect(await shop.regulars('segment', ...line)).toMatchObject({
      status: 1,
      stderr: `regulars: mine stands in the rule of level 铜卡; mine is followed by tag dear
hint: change those first: regulars levels set, regulars tag follow
`,
    });
});

it('tells of a condition that asks for levels what is wrong with the rule of one', async () => {
  await levels('set', '铜卡', '--where', 'amount_spent >= 19.90');
  await shop.regulars('config', 'set', 'reporting_currency', 'JPY');
  const { status, stderr } = await shop.regulars('customers', 'list', '--where', "level = '铜卡'");
  expect([status, stderr]).toEqual([2, expect.stringContaining('amount_spent >= 19.90')]);
});
