/** Rows of an order reach it together, wherever they stand and however few may be in memory. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visitOrders } from '../../src/ingest/orders/order-groups.ts';
import { recognise } from '../../src/ingest/tables/recognise.ts';
import { WantedColumns } from '../../src/ingest/rows/wanted-columns.ts';
import { survey } from '../../src/ingest/orders/survey.ts';
import { NO_NOTES, ownRow, type RowReader } from '../../src/ingest/tables/table-source.ts';
import { generic } from '../../src/platforms/generic.ts';

const HEADER = ['order_id', 'order_date', 'item', 'unit_price'];

function readerOf(rows: readonly (readonly string[])[]): RowReader {
  const all = [HEADER, ...rows].map((cells, index) => ({ line: index + 1, cells }));
  return {
    sample: () => Promise.resolve(all.slice(0, 42)),
    visit(visitor) {
      for (const { line, cells } of all) visitor(ownRow(line, cells));
      return Promise.resolve();
    },
    notes: () => NO_NOTES,
  };
}

async function groupsOf(ids: readonly string[], together: number): Promise<Map<string, number[]>> {
  const reader = readerOf(ids.map((id) => [id, '2026-05-01', 'tea', '1.00']));
  const recognised = recognise(await reader.sample(), generic.layouts);
  if (!recognised) throw new Error('not recognised');
  const wanted = new WantedColumns(recognised.columns);
  const seen = await survey(reader, recognised, wanted);
  const groups = new Map<string, number[]>();
  await visitOrders(
    reader,
    recognised,
    wanted,
    seen.numbers,
    {
      unread: false,
      order({ id, kept }) {
        expect(groups.has(id)).toBe(false);
        groups.set(
          id,
          kept.map((row) => row.line),
        );
      },
      stray: () => expect.unreachable(),
      room: undefined,
    },
    together,
  );
  return groups;
}

it('gathers every order once and whole', async () => {
  const ids = fc.array(fc.constantFrom('A1', 'B2', 'C3', 'D4', 'E5'), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(ids, fc.constantFrom(1, 2, 5, 100), async (some, together) => {
      const expected = new Map<string, number[]>();
      for (const [index, id] of some.entries()) expected.set(id, [...(expected.get(id) ?? []), index + 2]);
      const found = await groupsOf(some, together);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    }),
    { numRuns: 150 },
  );
});
