/** People are kept for so long after the last sign of them, and forgotten by the same means then. */
import { describe, expect, it } from 'vitest';
import { dayBefore, isAge } from '../../src/values/ages.ts';
import { newSeller, type Seller } from '../helpers/seller.ts';
import { orders, SHOP } from './needles.ts';

const person = (number: number, date: string) => ({
  order_id: `O-${number}`,
  order_date: `${date} 10:00:00`,
  customer_name: `Person Number${number}`,
  email: `person${number}@example.com`,
});

async function shop(): Promise<Seller> {
  const seller = newSeller();
  const rows = [
    person(1, '2022-01-01'),
    person(2, '2022-01-02'),
    person(3, '2023-07-01'),
    person(4, '2026-05-01'),
    person(5, '2022-02-02'),
  ];
  await seller.ingest(seller.write('orders.csv', orders(...rows)), ...SHOP);
  await seller.run(['consent', 'set', 'person2@example.com', 'email', 'granted'], { now: '2024-01-01T00:00:00Z' });
  return seller;
}

const names = (seller: Seller) =>
  seller
    .query<{ name: string }>('SELECT name FROM customers_view ORDER BY 1')
    .then((rows) => rows.map(({ name }) => name));

describe('retention', () => {
  it('lists whom it would forget, asks, forgets them once, and proves it', async () => {
    const seller = await shop();
    const typed = ['retention', 'apply', '--older-than', '3y', '--as-of', '2026-07-01'];
    const dry = await seller.run([...typed, '-n', '--csv']);
    expect(dry.status).toBe(0);
    expect(
      dry.stdout
        .trim()
        .split('\n')
        .map((line) => line.replaceAll('"', '')),
    ).toEqual(['customer_id,name,last_day', '1,Person Number1,2022-01-01', '5,Person Number5,2022-02-02']);
    expect(dry.stderr).toContain('dry run: nothing was changed');
    expect(await seller.run(typed)).toMatchObject({ status: 2, stdout: '' });
    const { stdout, status } = await seller.run([...typed, '--yes', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ why: 'retention', erased: { customers: 2, orders: 2 }, done: true });
    expect(await names(seller)).toEqual(['Person Number2', 'Person Number3', 'Person Number4']);
    const dump = await seller.dump();
    const again = await seller.run([...typed, '--yes', '--lang', 'zh']);
    expect(again).toMatchObject({ status: 0, stdout: '' });
    expect(again.stderr).toContain('无需处理');
    expect(JSON.parse((await seller.run([...typed, '--yes', '--json'])).stdout)).toMatchObject({
      erased: null,
      done: true,
    });
    expect(await seller.dump()).toBe(dump);
    expect((await seller.run(['doctor', '--ignore', 'gap_in_period'])).status).toBe(0);
  });

  it('uses the age that was set, and asks for one where there is none', async () => {
    const seller = await shop();
    expect(await seller.run(['retention', 'apply', '--yes'])).toMatchObject({ status: 2, stdout: '' });
    expect(await seller.json('retention', 'show')).toEqual([]);
    expect(await seller.run(['retention', 'set', 'for ever'])).toMatchObject({ status: 2 });
    expect(await seller.run(['retention', 'set', '3y', '-n'])).toMatchObject({ status: 0 });
    expect(await seller.json('retention', 'show')).toEqual([]);
    for (const _ of [1, 2]) expect(await seller.run(['retention', 'set', '3y'])).toMatchObject({ status: 0 });
    expect(await seller.json('retention', 'show')).toEqual([
      { age: '3y', kept_since: '2023-07-01', customers_past_it: 2 },
    ]);
    expect((await seller.run(['retention', 'apply', '--yes'])).status).toBe(0);
    expect(await seller.json('retention', 'show')).toMatchObject([{ customers_past_it: 0 }]);
    expect((await seller.run(['doctor', '--ignore', 'gap_in_period'])).status).toBe(0);
  });

  it('forgets many in batches as one', async () => {
    const seller = newSeller();
    const rows = Array.from({ length: 2103 }, (_, at) => person(at, '2020-03-04'));
    await seller.ingest(seller.write('orders.csv', orders(...rows, person(9999, '2026-06-01'))), ...SHOP);
    const { stdout } = await seller.run(['retention', 'apply', '--older-than', '900d', '--yes', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ erased: { customers: 2103, orders: 2103, records: 2103 }, done: true });
    expect(await seller.query('SELECT count(*) AS erasures FROM erasures')).toEqual([{ erasures: 1 }]);
    expect(await names(seller)).toEqual(['Person Number9999']);
    expect((await seller.run(['doctor', '--ignore', 'gap_in_period'])).status).toBe(0);
  });
});

describe('an age', () => {
  it.each([
    ['3y', '2023-02-28'],
    ['18m', '2024-08-28'],
    ['2w', '2026-02-14'],
    ['1d', '2026-02-27'],
  ])('%s before 2026-02-28 is %s', (age, day) => expect(dayBefore('2026-02-28', age)).toBe(day));

  it.each(['', '3', 'y', '0y', '-3y', '3 y', '3Y', '1.5y', '123456y'])('is not %j', (text) => {
    expect(isAge(text)).toBe(false);
    expect(() => dayBefore('2026-02-28', text)).toThrow(RangeError);
  });
});
