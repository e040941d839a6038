/** Orders without contact details all stand on one record, until a later export says who bought them. */
import { expect, it } from 'vitest';
import { spawnRegulars } from '../helpers/run.ts';
import { csv, NEW_SHOP, newSeller, type Summary } from '../helpers/seller.ts';

/** Bytes of memory for calls, in thousands: a third of what Node takes, so that a third of the orders will do. */
const STACK = 300;
/** Of more buyers than one call takes as arguments there, which in Node 20 is 37,663. */
const ORDERS = 40_000;
/** The first of them bought twice. */
const TWICE = 100;

it('gives very many orders their buyers when a second export names them', async () => {
  const seller = newSeller();
  const ingest = async (file: string): Promise<Summary> => {
    const args = ['--db', seller.db, 'ingest', file, ...NEW_SHOP, '--json'];
    const { stdout, stderr, status } = await spawnRegulars(args, {
      cwd: seller.folder,
      env: { HOME: seller.folder },
      node: [`--stack-size=${STACK}`],
    });
    expect(status, stderr).toBe(0);
    return JSON.parse(stdout) as Summary;
  };
  const orders = Array.from({ length: ORDERS }, (_, index) => [`A-${index}`, `2026-01-0${1 + (index % 9)}`, '5.00']);
  // Large enough for a thread of its own.
  const named = orders.map((row, index) => [
    ...row,
    `buyer.${index < 2 * TWICE ? Math.floor(index / 2) : index}@example.com`,
    'tea '.repeat(20),
  ]);
  seller.write('plain.csv', csv([['order_id', 'order_date', 'order_total'], ...orders]));
  seller.write('named.csv', csv([['order_id', 'order_date', 'order_total', 'email', 'note'], ...named]));
  expect((await ingest('plain.csv')).customers).toEqual({ new: 0, matched: 0, anonymousOrders: ORDERS });
  expect((await ingest('named.csv')).customers).toEqual({ new: ORDERS - TWICE, matched: 0, anonymousOrders: 0 });
}, 60_000);
