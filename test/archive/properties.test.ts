import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv, Seller } from '../helpers/seller.ts';

/** One file is what it shows of some orders: each at one stage of its life, which decides all it says. */
interface Shown {
  readonly order: number;
  readonly stage: number;
}
type File = readonly Shown[];

// Each further along than the one before, so that any two versions of an order can be compared.
const STAGES = ['pending', 'paid', 'shipped', 'completed', 'refunded', 'cancelled'];
const STATES = ['unpaid', ...STAGES.slice(1)];
const PEOPLE = [
  ['Ann Archer', 'ann@example.com', '+12025550101'],
  ['Ann Archer', '', '+12025550102'],
  ['Ben Baker', 'ben@example.com', '+12025550101'],
  ['Ben Baker', '', '+12025550101'],
  ['', 'ann@example.com', '+12025550103'],
  ['Cy Carter', 'cy@example.com', '+12025550101'],
  ['Dan Doyle', 'dan@example.com', '+12025550101'],
  ['', '', ''],
] as const;
const HEADER = ['order_id', 'order_date', 'status', 'customer_name', 'email', 'phone', 'item', 'order_total'];
const SHOP = ['--timezone', 'Europe/Berlin', '--currency', 'EUR', '--country', 'US'];

function row({ order, stage }: Shown): string[] {
  // The buyer is corrected on the way, as buyers are.
  const [name, email, phone] = PEOPLE[(order + (stage > 2 ? 3 : 0)) % PEOPLE.length] ?? PEOPLE[0];
  const day = `2026-05-${String(order + 1).padStart(2, '0')} 10:00:00`;
  return [`O-${order}`, day, STAGES[stage] ?? '', name, email, phone, `Tea ${stage}`, `${order + 1}.50`];
}

const file: fc.Arbitrary<File> = fc.uniqueArray(fc.record({ order: fc.nat(11), stage: fc.nat(STAGES.length - 1) }), {
  minLength: 1,
  maxLength: 9,
  selector: ({ order }) => order,
});
const files = fc.array(file, { minLength: 2, maxLength: 3 });
const text = (shown: File, ...more: string[][]) => csv([HEADER, ...shown.map(row), ...more]);

/** Takes the texts into a fresh archive, hands it to `ask`, and leaves nothing behind. */
async function archiveOf<T>(texts: readonly string[], ask: (seller: Seller) => Promise<T>): Promise<T> {
  const seller = new Seller();
  try {
    for (const [index, content] of texts.entries()) await seller.ingest(seller.write(`${index}.csv`, content), ...SHOP);
    return await ask(seller);
  } finally {
    seller.leave();
  }
}
const dumpOf = (texts: readonly string[]) => archiveOf(texts, (seller) => seller.dump());

it('stays the same when everything is ingested twice', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (shown) => {
      const texts = shown.map((one) => text(one));
      const once = await dumpOf(texts);
      // A blank row makes the same content another file, which is read again.
      const again = texts.map((content) => `${content}${','.repeat(HEADER.length - 1)}\n`);
      expect(await dumpOf([...texts, ...texts, ...again])).toBe(once);
    }),
    { numRuns: 5 },
  );
});

it('is as before when a file is ingested and taken back', async () => {
  await fc.assert(
    fc.asyncProperty(files, file, fc.constantFrom('Tea', 'none'), async (before, shown, tea) => {
      const texts = before.map((one) => text(one));
      await archiveOf(texts, async (seller) => {
        const untouched = await seller.dump();
        // Half of the time in other words, where nothing but arrival says which version stands.
        const bad = row({ order: 20, stage: 1 }).with(1, 'soon');
        const { import: id } = await seller.ingest(
          seller.write('more.csv', text(shown, bad).replaceAll(tea, 'Cup')),
          ...SHOP,
        );
        expect(await seller.dump()).not.toBe(untouched);
        expect((await seller.run(['imports', 'undo', String(id), '--yes'])).status).toBe(0);
        expect(await seller.dump()).toBe(untouched);
      });
    }),
    { numRuns: 10 },
  );
});

it('is the same whatever the order in which files come', async () => {
  const permuted = files.chain((shown) =>
    fc.tuple(fc.constant(shown), fc.shuffledSubarray([...shown], { minLength: shown.length })),
  );
  const furthest = (shown: readonly File[]) => {
    const stages = new Map<string, number>();
    for (const { order, stage } of shown.flat())
      stages.set(`O-${order}`, Math.max(stage, stages.get(`O-${order}`) ?? 0));
    return Object.fromEntries([...stages].map(([number, stage]) => [number, STATES[stage]]));
  };
  await fc.assert(
    fc.asyncProperty(permuted, async ([shown, shuffled]) => {
      const dump = await dumpOf(shown.map((one) => text(one)));
      await archiveOf(
        shuffled.map((one) => text(one)),
        async (seller) => {
          expect(await seller.dump()).toBe(dump);
          const orders = await seller.query('SELECT order_number, state FROM orders_view');
          expect(Object.fromEntries(orders.map((order) => [order['order_number'], order['state']]))).toEqual(
            furthest(shown),
          );
        },
      );
    }),
    { numRuns: 10 },
  );
});

it('is the same whatever the order in which exports that state their time come', async () => {
  const head = [
    '订单编号',
    '买家会员名',
    '订单状态',
    '订单创建时间',
    '总金额',
    '买家实际支付金额',
    '收货人姓名',
    '收货地址',
  ];
  const exports = fc.uniqueArray(fc.record({ hour: fc.nat(23), orders: fc.uniqueArray(fc.nat(4), { minLength: 1 }) }), {
    minLength: 2,
    maxLength: 4,
    selector: ({ hour }) => hour,
  });
  const dumpIn = async (drawn: readonly { hour: number; orders: readonly number[] }[]) => {
    const seller = new Seller();
    for (const { hour, orders } of drawn) {
      // The same state everywhere: only the time in the name tells which address is the newer.
      const rows = orders.map((order) => [
        `${order}`,
        `客${order % 3}`,
        '交易成功',
        '2026-05-04 10:00:00',
        '10',
        '10',
        '王小茶',
        `浙江省 杭州市 西湖区 茶路${hour}号`,
      ]);
      const name = `ExportOrderList20260601${String(hour).padStart(2, '0')}30.csv`;
      await seller.ingest(seller.write(name, csv([head, ...rows])));
    }
    const addresses = await seller.query<{ order_number: string; address: string }>(
      'SELECT order_number, address FROM orders_view',
    );
    const dump = await seller.dump();
    seller.leave();
    return { dump, addresses };
  };
  await fc.assert(
    fc.asyncProperty(exports, async (drawn) => {
      const { dump, addresses } = await dumpIn(drawn);
      for (const { order_number: number, address } of addresses) {
        const hours = drawn.filter(({ orders }) => orders.includes(Number(number))).map(({ hour }) => hour);
        expect(address).toContain(`茶路${Math.max(...hours)}号`);
      }
      expect((await dumpIn(drawn.toReversed())).dump).toBe(dump);
    }),
    { numRuns: 8 },
  );
});

it('has the same orders and customers however the orders of a file are split over files', async () => {
  const split = fc.tuple(file, fc.array(fc.nat(2), { minLength: 9, maxLength: 9 }));
  await fc.assert(
    fc.asyncProperty(split, async ([shown, places]) => {
      const parts = [0, 1, 2]
        .map((part) => shown.filter((_, index) => places[index] === part))
        .filter((part) => part.length > 0);
      expect(await dumpOf(parts.map((part) => text(part)))).toBe(await dumpOf([text(shown)]));
    }),
    { numRuns: 10 },
  );
});
