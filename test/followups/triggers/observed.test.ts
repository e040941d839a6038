/** Of orders that came in several files, each with another state: the day of the file that first had it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { occurrencesOf } from '../../../src/followups/triggers/index.ts';
import { type Sources, sourcesOf } from '../../../src/followups/triggers/sources.ts';
import { gather } from '../../../src/measures/gather.ts';
import { openArchive } from '../../../src/store/open.ts';
import { dayNumber } from '../../../src/values/day-numbers.ts';
import { type PlainShop, plainShop } from '../../helpers/plain-shop.ts';
import { play } from '../planning.ts';

let shop: PlainShop;
beforeEach(async () => {
  shop = await plainShop([{ customer_name: 'Ann Archer', phone: '13912345601', order_date: '2026-06-20 10:00' }]);
});
afterEach(() => shop.close());

async function ingest(day: string, ...orders: readonly (readonly [number: string, status: string])[]) {
  const file = join(shop.folder, `on-${day}.csv`);
  const head = 'order_id,order_date,status,customer_name,phone,item,quantity,unit_price,order_total,currency';
  const lines = orders.map(
    ([number, status]) => `${number},2026-06-20 10:00,${status},Ann Archer,13912345601,Tea,1,100,100,CNY`,
  );
  writeFileSync(file, `${[head, ...lines].join('\n')}\n`);
  const settings = ['--timezone', 'Asia/Shanghai', '--currency', 'CNY', '--country', 'CN'];
  const { status, stderr } = await shop.on(day, 'ingest', file, '--shop', 'Hillside', ...settings);
  if (status !== 0) throw new Error(stderr);
}

/** What `read` finds in what there is to know as of a day. */
async function asked<T>(asOf: string, read: (sources: Sources) => T): Promise<T> {
  const opened = await openArchive(shop.db, { mode: 'read', wait: 5, dryRun: false });
  if ('problem' in opened) throw new Error(opened.problem);
  try {
    const { archive } = opened;
    return read(sourcesOf(archive, gather(archive, asOf)));
  } finally {
    opened.archive.close();
  }
}

/** The day by order. */
const days = (trigger: Readonly<Record<string, unknown>>, asOf = '2026-07-10'): Promise<Record<string, string>> =>
  asked(asOf, (sources) => {
    const found = occurrencesOf(play({ trigger }), sources, { from: dayNumber(asOf), to: dayNumber(asOf) });
    return Object.fromEntries(
      Array.from(found, ({ order, on }): [string, string] => [order?.replace('Hillside/', '') ?? '', on]),
    );
  });

const refundsOn = (asOf: string) => asked(asOf, (sources) => sources.refunds());

beforeEach(async () => {
  await ingest('2026-06-22', ['A', 'paid'], ['B', 'paid'], ['C', 'completed'], ['D', 'shipped']);
  await ingest('2026-06-25', ['A', 'shipped'], ['B', 'paid'], ['C', 'completed'], ['D', 'shipped']);
  await ingest('2026-06-28', ['A', 'completed'], ['B', 'completed'], ['D', 'refunded']);
});

it('shipped', async () => {
  // Who was completed must have been shipped before; C was so all along, and only its own day is known.
  expect(await days({ on: 'order', state: 'shipped' })).toEqual({ A: '2026-06-25', B: '2026-06-28', C: '2026-06-20' });
});

it('completed', async () => {
  expect(await days({ on: 'order', state: 'completed' })).toEqual({
    A: '2026-06-28',
    B: '2026-06-28',
    C: '2026-06-20',
  });
});

it('refunded', async () => {
  expect(await days({ on: 'refund' })).toEqual({ D: '2026-06-28' });
  // On the day before nobody knew, and no promotion rests for it.
  expect(await days({ on: 'refund' }, '2026-06-27')).toEqual({});
  expect(await refundsOn('2026-06-27')).toEqual([]);
  expect(await refundsOn('2026-06-28')).toHaveLength(1);
});
