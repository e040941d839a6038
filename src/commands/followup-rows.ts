/** Planned follow-ups as rows. */
import type { Context } from '../context.ts';
import type { Planned } from '../followups/plan.ts';
import type { Population } from '../measures/population.ts';
import type { Cell, Column, Table } from '../output/table.ts';
import type { Archive } from '../store/open.ts';
import { whyNow } from './why-now.ts';

const columns = (currency: string): readonly Column[] => [
  { name: 'id', kind: 'text', whole: true },
  { name: 'day', kind: 'day' },
  { name: 'play', kind: 'text', whole: true },
  { name: 'kind', kind: 'text', machineOnly: true },
  { name: 'channel', kind: 'text', term: true, whenRoom: true },
  { name: 'customer_id', kind: 'integer', machineOnly: true },
  { name: 'name', kind: 'text' },
  { name: 'address', kind: 'phone' },
  { name: 'not_before', kind: 'instant', machineOnly: true },
  { name: 'not_after', kind: 'instant', machineOnly: true },
  { name: 'due_day', kind: 'day', machineOnly: true },
  { name: 'expires_day', kind: 'day', machineOnly: true },
  { name: 'deferred_by', kind: 'text', machineOnly: true },
  { name: 'deferred_for', kind: 'text', machineOnly: true },
  { name: 'why', kind: 'text', whenRoom: true },
  { name: 'order', kind: 'text', machineOnly: true },
  { name: 'about', kind: 'text', machineOnly: true },
  { name: 'amount_spent', kind: 'money', currency: { code: currency }, machineOnly: true },
  { name: 'last_items', kind: 'text', machineOnly: true },
];

export async function followupTable(
  context: Context,
  archive: Archive,
  population: Population,
  planned: readonly Planned[],
): Promise<Table> {
  const { personRows } = await import('../followups/queries.ts');
  const { idOf } = await import('../followups/candidate.ts');
  const words = context.rowWords;
  const { deferReasons, deferredFor } = words.followups;
  const personOf = personRows(
    archive,
    population.asOf,
    planned.map(({ customer }) => customer),
  );
  const cells = (row: Planned): Cell[] => {
    const { deferred, window } = row;
    const person = personOf(row.customer);
    const why = whyNow(words, row);
    return [
      idOf(row),
      row.day,
      row.play.name,
      row.play.kind,
      row.channel,
      row.customer,
      person?.name ?? person?.account ?? null,
      row.address,
      window?.notBefore ?? null,
      window?.notAfter ?? null,
      row.due,
      row.until,
      deferred?.reason ?? null,
      deferred?.by ?? null,
      deferred ? `${why}; ${deferredFor(deferReasons[deferred.reason], deferred.by)}` : why,
      row.order,
      row.about,
      row.value,
      person?.last_items ?? null,
    ];
  };
  return {
    columns: columns(population.currency),
    // Very many are written one by one.
    rows: {
      *[Symbol.iterator]() {
        for (const row of planned) yield cells(row);
      },
    },
  };
}
