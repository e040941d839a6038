/** Customers as rows: the same columns wherever customers are listed, and what a text was found in where one was looked for. */
import type { Context } from '../context.ts';
import type { Population } from '../measures/population.ts';
import type { Cell, Column } from '../output/table.ts';
import { columnNamed } from './column-named.ts';
import { FOUND_IN, MEMBER_COLUMNS, type Member, memberCell, type MemberColumn, USUAL } from './member-columns.ts';
import type { Chosen } from '../segments/choose.ts';
import type { Archive } from '../store/open.ts';
import type { Outcome, Values } from './command.ts';
import type { listing } from './listing.ts';
import { tellOtherCurrencies } from './other-currencies.ts';

export async function listMembers(
  context: Context,
  archive: Archive,
  population: Population,
  { customers, ofDay = false }: Pick<Chosen, 'customers'> & Partial<Chosen>,
  options: Values<typeof listing>,
  foundInOf?: (customer: number) => readonly string[],
): Promise<Outcome | undefined> {
  const { isMemberField, memberRows } = await import('../segments/queries.ts');
  const { writeTable } = await import('../output/write-table.ts');
  const known = foundInOf ? [...MEMBER_COLUMNS, FOUND_IN] : MEMBER_COLUMNS;
  const usual = foundInOf ? [...USUAL, FOUND_IN] : USUAL;
  const columns = options.columns?.split(',').map((name) => columnNamed(context, known, name.trim())) ?? usual;
  const order = options.sort === undefined ? undefined : sortingOf(context, known, options.sort);
  const needed = [...columns, ...(order ? [order.column] : [])];
  const money = needed.some(({ kind }) => kind === 'money');
  const fields = new Set([
    'customer_id',
    ...(money ? ['other_currency_orders'] : []),
    ...needed.map(({ name }) => name),
  ]);
  const { memberFacts } = await import('../segments/member-queries.ts');
  const factsOf = needed.some(({ fact }) => fact) ? memberFacts(archive, population) : undefined;
  const { levelsOf } = await import('./levels-of.ts');
  const levels = fields.has('level') ? await levelsOf(context, archive, population) : undefined;
  const points = fields.has('points')
    ? (await import('../points/accounts.ts')).accounts(archive, population, customers)
    : undefined;
  // Without an order of their own they come by their numbers.
  const wanted = order === undefined ? customers.toSorted((a, b) => a - b).slice(0, options.limit) : customers;
  // Whoever was found on that day is there, and their number is known.
  const isKnown = ofDay && needed.every(({ name }) => name === 'customer_id');
  const rows = isKnown
    ? wanted.map((customer_id) => ({ customer_id }))
    : memberRows(archive, wanted, population.until, [...fields].filter(isMemberField));
  const all = rows.map(
    (row): Member =>
      // The row itself, since copies of many take longer than to read them.
      Object.assign(row, factsOf?.(row.customer_id), {
        currency: population.currency,
        found_in: foundInOf?.(row.customer_id) ?? [],
        ...(points ? { points: points.get(row.customer_id)?.balance ?? null } : {}),
        ...(levels ? { level: levels.get(row.customer_id)?.level ?? null } : {}),
      }),
  );
  sort(all, order);
  const members = all.slice(0, options.limit);
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
    rows: members.map((member) => columns.map((column): Cell => memberCell(member, column))),
  });
  if (members.some((member) => (member.other_currency_orders ?? 0) > 0)) tellOtherCurrencies(context, population);
  return outcome;
}

interface Sorting {
  readonly column: MemberColumn;
  readonly descending: boolean;
}

function sortingOf(context: Context, known: readonly MemberColumn[], order: string): Sorting {
  return { column: columnNamed(context, known, order.replace(/^[-+]/, '')), descending: order.startsWith('-') };
}

/** By number where nothing else is asked for, and between equals; missing values last, whichever way round. */
function sort(members: Member[], order: Sorting | undefined): void {
  const key = (member: Member) => {
    const cell = (order && member[order.column.name]) ?? null;
    return Array.isArray(cell) ? cell.join() : (cell as string | number | null);
  };
  members.sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === y) return a.customer_id - b.customer_id;
    if (x === null) return 1;
    if (y === null) return -1;
    return (x < y ? -1 : 1) * (order?.descending ? -1 : 1);
  });
}
