/** Whoever refused is not written to again because a file is taken back, after which their order shows other contact details. */
import { beforeEach, describe, expect, it } from 'vitest';
import { csv, NEW_SHOP, newSeller, type Seller } from '../helpers/seller.ts';

const HEADER = [
  'order_id',
  'order_date',
  'status',
  'customer_name',
  'email',
  'phone',
  'order_total',
  'accepts_marketing',
];
const order = (id: string, status: string, name: string, phone: string, email = '') => [
  id,
  '2026-05-01 10:00:00',
  status,
  name,
  email,
  phone,
  '5.00',
  'yes',
];
const [P, Q, Z] = ['+8613912345601', '+8613912345602', '+8613912345609'];
const ann = (id = 'O-1') => order(id, 'paid', 'Ann Archer', P);
const bea = (id = 'O-1') => order(id, 'shipped', 'Bea Archer', Q);
const zoe = order('O-9', 'paid', 'Zoe Zimmer', Z);

type Told = Readonly<Record<'status' | 'source' | 'stated_at' | 'proof' | 'note', string>>;

let seller: Seller;
beforeEach(() => {
  seller = newSeller();
});

/** Gives the number of the import. */
const take = async (name: string, ...orders: (readonly string[])[]): Promise<string> =>
  String((await seller.ingest(seller.write(name, csv([HEADER, ...orders])), ...NEW_SHOP)).import);
const run = async (args: readonly string[], stdin?: string) => {
  const { status, stderr } = await seller.run(args, stdin === undefined ? {} : { stdin });
  expect(status, stderr).toBe(0);
};
const undo = (id: string) => run(['imports', 'undo', id, '--yes']);
const refuse = (who: string, ...more: string[]) => run(['consent', 'set', who, 'sms', 'refused', ...more]);
const listed = async () => {
  const to = ['--where', 'orders_all > 0', '--channel', 'sms', '--kind', 'care'];
  return (await seller.json<{ name: string }[]>('export', 'contacts', ...to)).map(({ name }) => name).toSorted();
};
async function expectSound(): Promise<void> {
  const { stdout } = await seller.run(['doctor', '--json', '--ignore', 'backup_missing']);
  expect(JSON.parse(stdout)).toEqual([]);
  const dump = await seller.dump();
  await run(['rebuild']);
  expect(await seller.dump()).toBe(dump);
}

const table = (...rows: string[][]) => csv(rows);
const RESULTS = ['phone', 'result', 'date'];
const SAYINGS: readonly [string, readonly string[], (string | undefined)?][] = [
  ['by hand', ['consent', 'set', 'Bea Archer', 'sms', 'refused']],
  ['by hand, of a day long ago', ['consent', 'set', 'Bea Archer', 'sms', 'refused', '--on', '2020-01-01']],
  ['by a table', ['consent', 'import', '-'], table(['phone', 'channel', 'status'], [Q, 'sms', 'refused'])],
  ['to a tool', ['touches', 'import', '-'], table(RESULTS, [Q, 'TD', '2026-05-06'])],
  ['by a complaint', ['touches', 'import', '-'], table(RESULTS, [Q, 'complained', '2026-05-06'])],
  ['as suppressed', ['suppress', 'add', 'Bea Archer']],
];

describe('when the later file is taken back', () => {
  it.each(SAYINGS)('what was refused holds for whom the order shows then: %s', async (_, args, stdin) => {
    await take('a.csv', ann(), zoe);
    const later = await take('b.csv', bea());
    expect(await listed()).toEqual(['Bea Archer', 'Zoe Zimmer']);
    await run(args, stdin);
    expect(await listed()).toEqual(['Zoe Zimmer']);
    await expectSound();
    await undo(later);
    expect(await seller.json('customers', 'list', '--columns', 'name')).toEqual([
      { name: 'Ann Archer' },
      { name: 'Zoe Zimmer' },
    ]);
    expect(await listed()).toEqual(['Zoe Zimmer']);
    expect((await seller.run(['export', 'why', 'Ann Archer', '--channel', 'sms', '--kind', 'care'])).stdout).toMatch(
      /refused|suppressed/,
    );
    await expectSound();
  });

  it('it holds on, whichever of the files comes again or goes', async () => {
    const first = await take('a.csv', ann(), zoe);
    const later = await take('b.csv', bea());
    await refuse('Bea Archer');
    await undo(later);
    const again = await take('b.csv', bea());
    expect(await listed()).toEqual(['Zoe Zimmer']);
    await undo(first);
    expect(await listed()).toEqual([]);
    await take('a.csv', ann(), zoe);
    await undo(again);
    expect(await listed()).toEqual(['Zoe Zimmer']);
    await expectSound();
  });

  it('it is told with its proof, and once', async () => {
    await take('a.csv', ann());
    const later = await take('b.csv', bea());
    await refuse('Bea Archer', '--on', '2026-06-01', '--proof', 'by phone', '--note', 'angry');
    await undo(later);
    const told = await seller.json<Told[]>('consent', 'show', 'Ann Archer', '--history');
    expect(
      told
        .filter(({ status }) => status === 'refused')
        .map(({ source, stated_at: at, proof, note }) => [source, at.slice(0, 10), proof, note]),
    ).toEqual([['undo', '2026-06-01', 'by phone', 'angry']]);
  });

  it('a later word of whom the order shows then does not lift it', async () => {
    await take('a.csv', ann(), ann('O-2'));
    await run(['consent', 'set', 'Ann Archer', 'sms', 'granted', '--on', '2026-06-20']);
    const later = await take('b.csv', bea());
    await refuse('Bea Archer', '--on', '2026-06-01');
    await undo(later);
    expect(await listed()).toEqual([]);
  });

  it('what was lifted before does not come along', async () => {
    await take('a.csv', ann());
    const later = await take('b.csv', bea());
    await refuse('Bea Archer', '--on', '2026-06-01');
    await run(['suppress', 'add', 'Bea Archer']);
    await run(['suppress', 'remove', '1']);
    await run(['consent', 'set', 'Bea Archer', 'sms', 'granted', '--on', '2026-06-02']);
    await undo(later);
    expect(await seller.json('suppress', 'list')).toEqual([]);
    expect(await listed()).toEqual(['Ann Archer']);
  });

  it('what was refused before the file came does not come along, unless it is said again', async () => {
    await take('a.csv', ann(), bea('O-2'));
    await refuse('Bea Archer', '--on', '2026-06-01');
    await run(['suppress', 'add', 'Bea Archer']);
    const before = await seller.dump();
    await undo(await take('b.csv', bea()));
    expect(await seller.dump()).toBe(before);
    const again = await take('b.csv', bea());
    await refuse('Bea Archer', '--on', '2026-06-01');
    await undo(again);
    expect(await listed()).toEqual([]);
  });

  it('it holds for the one whose order it was alone', async () => {
    await take('a.csv', ann('O-1'), order('O-2', 'paid', 'Cid Carter', Z));
    const later = await take('b.csv', bea('O-1'), order('O-2', 'shipped', 'Dan Doyle', '+8613912345603'));
    await refuse('Bea Archer');
    await undo(later);
    expect(await listed()).toEqual(['Cid Carter']);
  });
});

it('what was refused under the details of an earlier file holds when that is taken back', async () => {
  const first = await take('a.csv', ann(), zoe);
  await refuse('Ann Archer');
  await run(['suppress', 'add', 'Ann Archer']);
  await take('b.csv', bea(), zoe);
  expect(await listed()).toEqual(['Zoe Zimmer']);
  await undo(first);
  expect(await listed()).toEqual(['Zoe Zimmer']);
  await expectSound();
  expect(await listed()).toEqual(['Zoe Zimmer']);
});
