/** Customers as rows: the same columns wherever customers are listed. */
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import type { Population } from '../measures/population.ts';
import type { Cell, Column } from '../output/table.ts';
import { nearest } from '../values/nearest.ts';
import type { MemberRow } from '../segments/queries.ts';
import type { Archive } from '../store/open.ts';
import type { Outcome, Values } from './command.ts';
import type { listing } from './listing.ts';
import { tellOtherCurrencies } from './other-currencies.ts';

type Member = MemberRow & { readonly currency: string };

const ALL: readonly (Column & { readonly name: keyof Member })[] = [
  { name: 'customer_id', kind: 'integer' },
  { name: 'name', kind: 'text' },
  { name: 'account', kind: 'text', machineOnly: true },
  { name: 'phone', kind: 'phone' },
  { name: 'email', kind: 'text', machineOnly: true },
  { name: 'city', kind: 'text', machineOnly: true },
  { name: 'number_of_orders', kind: 'integer' },
  { name: 'amount_spent', kind: 'money', currency: { column: 'currency' } },
  { name: 'currency', kind: 'text', machineOnly: true },
  { name: 'first_order_date', kind: 'day', machineOnly: true },
  { name: 'last_order_date', kind: 'day' },
  { name: 'recency_days', kind: 'integer', whenRoom: true },
  { name: 'lateness', kind: 'number', whenRoom: true },
  { name: 'rfm_group', kind: 'text', whole: true },
  { name: 'lifecycle_stage', kind: 'text', machineOnly: true },
  { name: 'value_band', kind: 'text', machineOnly: true },
];

export async function listMembers(
  context: Context,
  archive: Archive,
  population: Population,
  customers: readonly number[],
  options: Values<typeof listing>,
): Promise<Outcome | undefined> {
  const { memberRows } = await import('../segments/queries.ts');
  const { writeTable } = await import('../output/write-table.ts');
  const all = memberRows(archive, customers).map((row): Member => ({ ...row, currency: population.currency }));
  sort(context, all, options.sort);
  const members = all.slice(0, options.limit ?? all.length);
  const columns = pick(context, options.columns);
  // Money needs the currency beside it, shown or not.
  const table = columns.map(
    ({ name, kind, machineOnly, whenRoom, whole }): Column => ({
      name,
      kind,
      ...(whole ? { whole } : {}),
      ...(whenRoom && options.columns === undefined ? { whenRoom } : {}),
      // As typed where they were.
      ...(options.columns === undefined ? {} : { title: name }),
      ...(machineOnly && options.columns === undefined ? { machineOnly } : {}),
      ...(kind === 'money' ? { currency: { code: population.currency } } : {}),
    }),
  );
  const outcome = await writeTable(context, {
    columns: table,
    rows: members.map((member) => columns.map(({ name }): Cell => member[name])),
  });
  if (members.some((member) => member.other_currency_orders > 0)) tellOtherCurrencies(context, population);
  return outcome;
}

function pick(context: Context, names: string | undefined): typeof ALL {
  if (names === undefined) return ALL;
  return names.split(',').map((name) => columnNamed(context, name.trim()));
}

function columnNamed(context: Context, name: string): (typeof ALL)[number] {
  const column = ALL.find((candidate) => candidate.name === name);
  if (column) return column;
  const known = ALL.map((candidate) => candidate.name);
  const near = nearest(name, known);
  const { segments } = context.words;
  throw new UsageError(segments.unknownColumn(name, known.join(', ')), {
    code: 'unknown_column',
    hint: near === undefined ? undefined : segments.didYouMean(near),
  });
}

function sort(context: Context, members: Member[], order: string | undefined): void {
  if (order === undefined) return;
  const descending = order.startsWith('-');
  const { name } = columnNamed(context, order.replace(/^[-+]/, ''));
  // Missing values last, whichever way round; the number decides between equals.
  members.sort((a, b) => {
    const [x, y] = [a[name], b[name]];
    if (x === y) return a.customer_id - b.customer_id;
    if (x === null) return 1;
    if (y === null) return -1;
    return (x < y ? -1 : 1) * (descending ? -1 : 1);
  });
}
