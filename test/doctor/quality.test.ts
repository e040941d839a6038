/** `doctor --quality`: how much is known of customers, and what is hardly of use any more. */
import { describe, expect, it } from 'vitest';
import { csv, newSeller, type Seller } from '../helpers/seller.ts';

const HEADER = ['order_id', 'order_date', 'status', 'customer_name', 'email', 'phone', 'address', 'order_total'];
const ORDERS = csv([
  HEADER,
  ['A-1', '2023-03-01', 'paid', 'Ann Archer', 'ann@example.com', '+12025550101', '1 Hill Road', '10.00'],
  // The number is somebody else's since.
  ['A-2', '2026-05-01', 'paid', 'Ben Baker', 'ben@example.com', '+12025550101', '', '10.00'],
  ['A-3', '2026-05-02', 'paid', 'Cy Cole', 'cy@example.com', '+12025550103', '', '10.00'],
  ['A-4', '2026-05-03', 'on its way to the moon', 'Cy Cole', 'cy@example.com', '', '', '10.00'],
]);
const SHOP = ['--shop', 'Till', '--timezone', 'UTC', '--currency', 'USD', '--country', 'US'];

interface Row {
  readonly kind: 'field' | 'note';
  readonly name: string;
  readonly count: number;
  readonly example: string | null;
  readonly command: string | null;
}

async function filled(): Promise<Seller> {
  const seller = newSeller();
  await seller.ingest(seller.write('orders.csv', ORDERS), ...SHOP);
  const people = 'customer_name,email,birthday\nCy Cole,cy@example.com,--07-04\nDi Dunn,,\n';
  const { status, stderr } = await seller.run(['customers', 'import', seller.write('people.csv', people)]);
  expect(status, stderr).toBe(0);
  return seller;
}

const told = async (seller: Seller, ...args: string[]) => seller.json<readonly Row[]>('doctor', '--quality', ...args);

describe('the quality of what is known', () => {
  it('says of how many customers each thing is known', async () => {
    const rows = await told(await filled());
    expect(rows.filter(({ kind }) => kind === 'field')).toMatchObject([
      { name: 'name', count: 4, of: 4, share: 1 },
      { name: 'phone', count: 3, of: 4, share: 0.75 },
      { name: 'email', count: 3, of: 4 },
      { name: 'address', count: 1, of: 4 },
      { name: 'birthday', count: 1, of: 4 },
    ]);
  });

  it('tells of each thing that wants looking at, with one example and the line that helps', async () => {
    const seller = await filled();
    const db = ['--db', seller.db].join(' ');
    const notes = (await told(seller)).filter(({ kind }) => kind === 'note');
    expect(notes.map(({ name, count, example, command }) => [name, count, example, command])).toEqual([
      ['customers_suspected_twice', 1, '#1, #2', `regulars customers suggest ${db}`],
      ['customer_unreachable', 1, '#5', `regulars customers import FILE ${db}`],
      ['contact_stale', 1, '#1', `regulars customers list --where 'last_order_date < -2y' ${db}`],
      ['phone_passed_on', 1, '#1', `regulars customers explain 1 ${db}`],
      ['order_state_unknown', 1, 'A-4 (Till)', `regulars platforms words generic ${db}`],
    ]);
  });

  it('counts two years from the day that is asked for', async () => {
    const seller = await filled();
    const stale = async (day: string) =>
      (await told(seller, '--as-of', day)).find(({ name }) => name === 'contact_stale')?.count;
    expect(await stale('2025-02-28')).toBe(undefined);
    expect(await stale('2025-03-02')).toBe(1);
    expect(await stale('2029-01-01')).toBe(3);
  });

  it('is information: what it tells is no failure, and doctor itself finds nothing wrong', async () => {
    const seller = await filled();
    const { status, stdout } = await seller.run(['doctor', '--quality'], { tty: { stdout: true, columns: 80 } });
    expect(status).toBe(0);
    expect(stdout).toMatch(/e-mail +3 +75 %/);
    expect(stdout).toContain('1 customer cannot be reached');
    expect(
      Math.max(
        ...stdout
          .split('\n')
          .filter((line) => !line.includes('$ '))
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(80);
    const zh = await seller.run(['doctor', '--quality'], { tty: { stdout: true }, env: { LANG: 'zh_CN.UTF-8' } });
    expect(zh.stdout).toContain('4 位客户的资料');
    expect(zh.stdout).toContain('1 位客户无法联系');
    expect((await seller.run(['doctor'])).status).toBe(0);
  });

  it('has nothing to tell of an empty archive, and needs one', async () => {
    const seller = newSeller();
    expect((await seller.run(['doctor', '--quality'])).status).toBe(1);
    await seller.ingest(seller.write('orders.csv', ORDERS), ...SHOP);
    await seller.run(['imports', 'undo', '1', '--yes']);
    const { stderr, status } = await seller.run(['doctor', '--quality'], { tty: { stdout: true } });
    expect({ stderr, status }).toEqual({ stderr: 'there are no customers yet\n', status: 0 });
    expect((await told(seller)).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
  });
});
