import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv, Seller } from '../helpers/seller.ts';

const HEADER = [
  'order_id',
  'order_date',
  'status',
  'account',
  'customer_name',
  'email',
  'phone',
  'accepts_marketing',
  'item',
  'order_total',
];
const SHOP = ['--timezone', 'UTC', '--currency', 'USD', '--country', 'US'];

/** Few values, so that they meet: evidence that joins, evidence that is held back, none at all. */
const ACCOUNTS = ['', '', 'ann_a', 'ben_b'];
const NAMES = ['Ann Archer', 'Ann Archer', 'Ben Baker', ''];
const EMAILS = ['', 'ann@example.com', 'ben@example.com', 'shop@example.com'];
const PHONES = ['', '+12025550101', '+12025550102'];
const WISHES = ['', 'yes', 'no'];

interface Order {
  readonly account: number;
  readonly name: number;
  readonly email: number;
  readonly phone: number;
  readonly wish: number;
}
const order: fc.Arbitrary<Order> = fc.record({
  account: fc.nat(ACCOUNTS.length - 1),
  name: fc.nat(NAMES.length - 1),
  email: fc.nat(EMAILS.length - 1),
  phone: fc.nat(PHONES.length - 1),
  wish: fc.nat(WISHES.length - 1),
});
const world = fc.array(order, { minLength: 4, maxLength: 9 });

/** Every order of the one file; every second in the other, some with a phone corrected. */
function fileOf(orders: readonly Order[], which: 'first' | 'second'): string {
  const rows = orders.flatMap(({ account, name, email, phone, wish }, at) => {
    if (which === 'first' ? at % 3 === 2 : at % 2 === 1) return [];
    const corrected = which === 'second' && at % 4 === 0 ? '+12025550103' : PHONES[phone];
    const status = which === 'second' ? 'completed' : 'paid';
    const day = `2026-03-${String(at + 1).padStart(2, '0')}`;
    return [
      [
        `O-${at}`,
        day,
        status,
        ACCOUNTS[account],
        NAMES[name],
        EMAILS[email],
        corrected,
        WISHES[wish],
        'Tea',
        `${at + 1}.00`,
      ],
    ];
  });
  return csv([HEADER, ...(rows as string[][])]);
}

const act = fc.record({
  what: fc.constantFrom('merge', 'split order', 'split value', 'apart'),
  one: fc.nat(8),
  other: fc.nat(8),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** In natural terms, so that it means the same in any archive. Undefined where it does not apply. */
function argsOf({ what, one, other }: Act): string[] {
  switch (what) {
    case 'merge':
      return ['customers', 'merge', `O-${one}`, `O-${other}`, '--reason', 'met them'];
    case 'apart':
      return ['customers', 'apart', `O-${one}`, `O-${other}`];
    case 'split order':
      return ['customers', 'split', `O-${one}`, '--order', `O-${one}`];
    default:
      return [
        'customers',
        'split',
        `O-${one}`,
        '--identifier',
        (other % 2 === 0 ? EMAILS : PHONES)[1 + (other % 2)] as string,
      ];
  }
}

const AS_OF = ['--as-of', '2026-06-01'];

class Keeper extends Seller {
  async take(name: string, content: string): Promise<number> {
    return (await this.ingest(this.write(name, content), '--shop', 'tea', ...SHOP)).import;
  }

  async undoImport(id: number): Promise<void> {
    expect((await this.run(['imports', 'undo', String(id), '--yes'])).status).toBe(0);
  }

  /** The number under which it was said; undefined where nothing was to be said. */
  async say(one: Act): Promise<number | undefined> {
    const before = (await this.merges()).length;
    const { status, stderr } = await this.run([...argsOf(one), ...AS_OF]);
    // Nobody of that order or value, or nothing would stay.
    expect(status, stderr).toBeLessThan(2);
    const after = await this.merges();
    return after.length > before ? after.at(-1)?.override_id : undefined;
  }

  merges() {
    return this.json<{ override_id: number; what: string; standing: string }[]>('customers', 'merges');
  }

  async takeBack(id: number): Promise<void> {
    expect((await this.run(['customers', 'undo', String(id), ...AS_OF])).status).toBe(0);
  }

  async expectSound(): Promise<void> {
    const { stdout } = await this.run(['doctor', '--json', '--ignore', 'backup_missing']);
    expect(JSON.parse(stdout || '[]')).toEqual([]);
    const dump = await this.dump();
    expect((await this.run(['rebuild'])).status).toBe(0);
    expect(await this.dump()).toBe(dump);
  }

  /** By order and channel. */
  async consents(): Promise<Map<string, string>> {
    const rows = await this.query<{ key: string; status: string }>(
      `SELECT o.order_number || ' ' || c.value AS key, coalesce((SELECT status FROM consents_view v WHERE v.customer_id = o.customer_id AND v.channel = c.value), 'unknown') AS status
       FROM orders_view o, json_each('["email","sms","phone"]') c WHERE o.customer_id IS NOT NULL`,
    );
    return new Map(rows.map(({ key, status }) => [key, status]));
  }
}

async function withKeeper(work: (keeper: Keeper) => Promise<void>): Promise<void> {
  const keeper = new Keeper();
  try {
    await work(keeper);
  } finally {
    keeper.leave();
  }
}

/**
 * Where a later file, another split, or a merge that is taken back first parts those whom a split had parted, a refusal that
 * was copied to one of them stays with them, and so does the address that nobody may write to.
 */
function expectPlain(dump: string, plain: string): void {
  const lines = new Set(plain.split('\n'));
  const more = dump.split('\n').filter((line) => !lines.has(line));
  const held = more.filter((line) => /^\["consent",.*"refused","(split|undo)"/.test(line));
  const recordOf = (line: string) => (JSON.parse(line) as string[])[1];
  const records = new Set(held.map(recordOf));
  const addresses = more.filter((line) => line.startsWith('["identifier",') && records.has(recordOf(line)));
  const stays = new Set([...held, ...addresses]);
  const kept = dump.split('\n').filter((line) => !stays.has(line));
  // Whoever may not be written to by a number is one of those who have it: who is who may go by that, and nothing else.
  const said = (all: readonly string[]) => (addresses.length === 0 ? all : all.flatMap(whoeverItIsOf)).join('\n');
  expect(said(kept)).toBe(said(plain.split('\n')));
}

/** The customer stands last of an order and a record. */
function whoeverItIsOf(line: string): string[] {
  if (line.startsWith('["customer",')) return [];
  return [/^\["(order|record)",/.test(line) ? JSON.stringify((JSON.parse(line) as unknown[]).slice(0, -1)) : line];
}

it('leaves nothing behind when it is taken back, whatever was ingested and taken back in between', async () => {
  await fc.assert(
    fc.asyncProperty(world, act, act, fc.boolean(), async (orders, one, other, later) => {
      const [first, second] = [fileOf(orders, 'first'), fileOf(orders, 'second')];
      const plain: string[] = [];
      await withKeeper(async (keeper) => {
        await keeper.take('a.csv', first);
        plain.push(await keeper.dump());
        const id = await keeper.take('b.csv', second);
        plain.push(await keeper.dump());
        await keeper.undoImport(id);
      });
      await withKeeper(async (keeper) => {
        await keeper.take('a.csv', first);
        const said = await keeper.say(one);
        if (said === undefined) return;
        const alone = await keeper.dump();
        const id = await keeper.take('b.csv', second);
        await keeper.expectSound();
        const more = later ? await keeper.say(other) : undefined;
        if (more !== undefined) await keeper.takeBack(more);
        await keeper.undoImport(id);
        expect(await keeper.dump()).toBe(alone);
        await keeper.take('b2.csv', `${second}${','.repeat(HEADER.length - 1)}\n`);
        await keeper.takeBack(said);
        expectPlain(await keeper.dump(), plain[1] as string);
        await keeper.expectSound();
      });
    }),
    { numRuns: 12 },
  );
});

it('says the same of any archive of these files, whichever came first', async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.array(act, { minLength: 1, maxLength: 3 }), async (orders, acts) => {
      const files = [fileOf(orders, 'first'), fileOf(orders, 'second')];
      const dumps: string[] = [];
      for (const order of [files, files.toReversed()])
        await withKeeper(async (keeper) => {
          for (const [at, content] of order.entries()) await keeper.take(`${at}.csv`, content);
          for (const one of acts) await keeper.say(one);
          dumps.push(await keeper.dump());
        });
      expect(dumps[1]).toBe(dumps[0]);
    }),
    { numRuns: 8 },
  );
});

it('takes any one back while the others stand, and with the last of them everything', async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.array(act, { minLength: 2, maxLength: 4 }), fc.nat(3), async (orders, acts, which) => {
      await withKeeper(async (keeper) => {
        await keeper.take('a.csv', fileOf(orders, 'first'));
        const plain = await keeper.dump();
        const said: number[] = [];
        for (const one of acts) {
          const id = await keeper.say(one);
          if (id !== undefined) said.push(id);
        }
        const back = said[which % Math.max(1, said.length)];
        if (back === undefined) return;
        await keeper.takeBack(back);
        await keeper.expectSound();
        const gone = (await keeper.merges()).filter(({ standing }) => standing === 'taken_back');
        expect(gone.map(({ override_id }) => override_id)).toEqual([back]);
        for (const id of said) if (id !== back) await keeper.takeBack(id);
        const dump = await keeper.dump();
        // Only a split copies a refusal: it stays with whom another one parts when it is taken back.
        if (acts.some(({ what }) => what.startsWith('split'))) expectPlain(dump, plain);
        else expect(dump).toBe(plain);
      });
    }),
    { numRuns: 8 },
  );
});

const STRICT = ['granted', 'unknown', 'refused'];
const laxer = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) =>
  [...before].filter(([key, was]) => after.has(key) && STRICT.indexOf(after.get(key) as string) < STRICT.indexOf(was));

const nobody: Order = { account: 0, name: 0, email: 0, phone: 0, wish: 0 };
/** A refusal is told of a day before the split, which had copied that nothing was known. */
const BACKDATED: [
  Order[],
  { order: number; channel: 'email' | 'sms'; status: string }[],
  Act,
  { order: number; channel: 'email' | 'sms'; status: string },
] = [
  [
    nobody,
    nobody,
    nobody,
    nobody,
    { ...nobody, account: 3, wish: 1 },
    nobody,
    nobody,
    { ...nobody, account: 3, email: 1 },
  ],
  [{ order: 4, channel: 'sms', status: 'unknown' }],
  { what: 'split value', one: 4, other: 0 },
  { order: 4, channel: 'sms', status: 'refused' },
];

it('never makes a consent laxer, and loses no refusal that was stated meanwhile', async () => {
  const wish = fc.record({
    order: fc.nat(8),
    channel: fc.constantFrom('email', 'sms'),
    status: fc.constantFrom(...STRICT),
  });
  await fc.assert(
    fc.asyncProperty(world, fc.array(wish, { maxLength: 3 }), act, wish, async (orders, wishes, one, meanwhile) => {
      await withKeeper(async (keeper) => {
        await keeper.take('a.csv', fileOf(orders, 'first'));
        const state = async ({ order, channel, status }: typeof meanwhile) =>
          (await keeper.run(['consent', 'set', `O-${order}`, channel, status, '--as-of', '2026-05-01'])).status === 0;
        for (const said of wishes) await state(said);
        const before = await keeper.consents();
        const id = await keeper.say(one);
        if (id === undefined) return;
        const after = await keeper.consents();
        expect(laxer(before, after)).toEqual([]);
        const stated = await state(meanwhile);
        await keeper.takeBack(id);
        if (stated && meanwhile.status === 'refused')
          expect((await keeper.consents()).get(`O-${meanwhile.order} ${meanwhile.channel}`)).toBe('refused');
      });
    }),
    { numRuns: 20, examples: [BACKDATED] },
  );
});
