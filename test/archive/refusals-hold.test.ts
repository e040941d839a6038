/** Whatever is merged, split, taken back and ingested: whoever refused stays refused, nothing is wrong, and working it out anew gives the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv, Seller } from '../helpers/seller.ts';

const HEADER = [
  'order_id',
  'order_date',
  'status',
  'customer_name',
  'email',
  'phone',
  'address',
  'item',
  'order_total',
];
const SHOP = ['--shop', 'Till', '--timezone', 'UTC', '--currency', 'USD', '--country', 'US'];
/** Few values among several names, so that people are joined, kept apart and found to share; one is known by name alone. */
const BUYERS = [
  ['Ann Archer', 'ann@example.com', '+12025550101'],
  ['Ann Archer', '', '+12025550102'],
  ['Ben Baker', 'ben@example.com', '+12025550101'],
  ['Ben Baker', 'ann@example.com', ''],
  ['', '', '+12025550101'],
  ['Cy Carter', '', '+12025550102'],
  ['Dan Doyle', '', ''],
] as const;
const ORDERS = 8;

const buyers = fc.array(fc.nat(BUYERS.length - 2), { minLength: ORDERS, maxLength: ORDERS });
const some = fc.uniqueArray(fc.nat(ORDERS - 1), { minLength: 1 });
const listed = fc.uniqueArray(fc.nat(BUYERS.length - 1), { minLength: 1, maxLength: 3 });
const order = fc.nat(ORDERS - 1);

const step = fc.oneof(
  { weight: 2, arbitrary: some.map((orders) => ({ act: 'ingest' as const, orders })) },
  { weight: 1, arbitrary: listed.map((people) => ({ act: 'list' as const, people })) },
  { weight: 2, arbitrary: fc.nat(4).map((which) => ({ act: 'undo import' as const, which })) },
  ...(['merge', 'apart'] as const).map((act) => ({
    weight: 2,
    arbitrary: fc.tuple(order, order).map(([one, other]) => ({ act, one, other })),
  })),
  ...(['split', 'split', 'suppress', 'refuse', 'note'] as const).map((act) => ({
    weight: 2,
    arbitrary: order.map((one) => ({ act, one })),
  })),
  { weight: 3, arbitrary: fc.nat(5).map((which) => ({ act: 'undo' as const, which })) },
  { weight: 1, arbitrary: order.map((one) => ({ act: 'forget' as const, one })) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Every second order has an address of its own; those may turn out to be somebody else's. */
function rows(world: readonly number[], orders: readonly number[], corrected: boolean): string {
  const row = (at: number) => {
    const own = at % 2 === 1;
    const buyer = ((world[at] ?? 0) + (own && corrected ? 1 + (at % 3) : 0)) % (BUYERS.length - 1);
    const address = own ? `${at} Mill Lane` : '';
    const day = `2026-03-0${at + 1}`;
    return [`O-${at}`, day, corrected ? 'completed' : 'paid', ...(BUYERS[buyer] ?? []), address, 'Tea', `${at + 1}.00`];
  };
  return csv([HEADER, ...orders.map(row)]);
}

const PEOPLE = ['customer_name', 'email', 'phone', 'blacklist', 'accepts_email'];
const MAP = PEOPLE.flatMap((name) => ['--map', `${name}=${name}`]);

class Keeper extends Seller {
  #minute = 0;
  /** Of orders whose customer was said to refuse, since then: until they are forgotten. */
  readonly #said = new Set<string>();
  /** How orders stood, or stood last, which tells whose contact details they showed. */
  readonly #stood = new Map<number, string>();

  /** What is refused, by whatever rule, changes nothing. */
  async act(...args: string[]): Promise<boolean> {
    const now = `2026-06-01T${String(Math.floor(++this.#minute / 60)).padStart(2, '0')}:${String(this.#minute % 60).padStart(2, '0')}:00Z`;
    const { status, stderr } = await this.run(args, { now });
    expect(status, `${args.join(' ')}: ${stderr}`).toBeLessThan(4);
    expect(stderr).not.toContain('this is a bug');
    return status === 0;
  }

  async customers(): Promise<Map<number, number>> {
    return new Map((await this.standing()).map(([order, { customer }]) => [order, customer]));
  }

  async standing(): Promise<(readonly [order: number, how: { customer: number; state: string }])[]> {
    const found = await this.query<{ order_number: string; customer_id: number; state: string }>(
      'SELECT order_number, customer_id, state FROM orders_view WHERE customer_id IS NOT NULL',
    );
    return found.map(({ order_number: number, customer_id: customer, state }) => [
      Number(number.slice(2)),
      { customer, state },
    ]);
  }

  /**
   * Once every file that showed an order was taken back one of its number may be somebody else's: nothing is known of
   * whoever it shows with other contact details.
   */
  async forgetReplaced(before: ReadonlyMap<number, number>): Promise<void> {
    for (const [order, { state }] of await this.standing()) {
      if (!before.has(order) && this.#stood.get(order) !== state)
        for (const what of ['suppressed', 'refused']) this.#said.delete(`${order} ${what}`);
      this.#stood.set(order, state);
    }
  }

  /** By order: `3 suppressed`, `3 refused`. */
  async refusals(): Promise<Set<string>> {
    const suppressed = await this.json<{ customer_id: number | null }[]>('suppress', 'list');
    const never = new Set(suppressed.map(({ customer_id: customer }) => customer));
    const refused = await this.query<{ customer_id: number }>(
      "SELECT customer_id FROM consents_view WHERE channel = 'email' AND status = 'refused'",
    );
    const no = new Set(refused.map(({ customer_id: customer }) => customer));
    const found = [...(await this.customers())].flatMap(([one, customer]) => [
      ...(never.has(customer) ? [`${one} suppressed`] : []),
      ...(no.has(customer) ? [`${one} refused`] : []),
    ]);
    return new Set(found);
  }

  async take(world: readonly number[], one: Step, turn: number): Promise<void> {
    const before = await this.refusals();
    const customers = await this.customers();
    const standing = (await this.json<{ override_id: number; what: string }[]>('customers', 'merges')).toReversed();
    const fellows = (at: number) =>
      [...customers].flatMap(([other, whose]) => (whose === customers.get(at) ? [other] : []));
    const number = 'one' in one ? String(customers.get(one.one) ?? 0) : '';
    let lost = false;
    switch (one.act) {
      case 'ingest':
        await this.act('ingest', this.write(`${turn}.csv`, rows(world, one.orders, true)), ...SHOP);
        lost = true;
        break;
      case 'list': {
        const people = one.people.map((at) => [
          ...(BUYERS[at] ?? []),
          at % 2 === 0 ? 'rude' : '',
          at % 3 === 0 ? 'no' : '',
        ]);
        const file = this.write(`${turn}.csv`, csv([PEOPLE, ...people]));
        await this.act('customers', 'import', file, '--country', 'US', ...MAP);
        lost = true;
        break;
      }
      case 'undo import':
        await this.act('imports', 'undo', String(one.which + 1), '--yes');
        lost = true;
        break;
      case 'merge':
      case 'apart':
        await this.act('customers', one.act, `O-${one.one}`, `O-${one.other}`);
        break;
      case 'split':
        await this.act('customers', 'split', `O-${one.one}`, '--order', `O-${one.one}`);
        break;
      case 'undo': {
        const back = standing[one.which];
        if (back) await this.act('customers', 'undo', String(back.override_id));
        lost = back?.what === 'merge';
        break;
      }
      case 'suppress':
        if (await this.act('suppress', 'add', number))
          for (const at of fellows(one.one)) this.#said.add(`${at} suppressed`);
        break;
      case 'refuse':
        if (await this.act('consent', 'set', number, 'email', 'refused'))
          for (const at of fellows(one.one)) this.#said.add(`${at} refused`);
        break;
      case 'note':
        await this.act('customers', 'note', number, `note ${turn}`);
        break;
      default:
        if (await this.act('customers', 'forget', number, '--yes'))
          for (const at of fellows(one.one))
            for (const what of ['suppressed', 'refused']) this.#said.delete(`${at} ${what}`);
        lost = true;
    }
    const after = await this.refusals();
    const there = await this.customers();
    await this.forgetReplaced(customers);
    // What a file or a merge brought goes with it; nothing else ever does.
    const held = [...this.#said, ...(lost ? [] : before)].filter((what) => there.has(Number.parseInt(what, 10)));
    expect(held.filter((what) => !after.has(what))).toEqual([]);
  }

  async expectSound(): Promise<void> {
    expect(JSON.parse((await this.run(['doctor', '--json', '--ignore', 'backup_missing'])).stdout || '[]')).toEqual([]);
    const dump = await this.dump();
    expect((await this.run(['rebuild'])).status).toBe(0);
    expect(await this.dump()).toBe(dump);
  }
}

it('no refusal is lost, and nothing is wrong after any step', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(buyers, fc.array(step, { minLength: 3, maxLength: 9 }), async (world, steps) => {
      const keeper = new Keeper();
      try {
        const all = Array.from({ length: ORDERS }, (_, at) => at);
        await keeper.act('ingest', keeper.write('orders.csv', rows(world, all, false)), ...SHOP);
        for (const [turn, one] of steps.entries()) {
          await keeper.take(world, one, turn);
          await keeper.expectSound();
        }
      } finally {
        keeper.leave();
      }
    }),
    { numRuns: 6 },
  );
});
