/** Reads a table of exchange rates, row by row. */
import { openSource } from '../ingest/bytes/source.ts';
import { FileRefused } from '../ingest/refusal.ts';
import { type OpenRequest, openRows } from '../ingest/rows/open-rows.ts';
import { visitBelow } from '../ingest/rows/visit-below.ts';
import { pickCell } from '../ingest/rows/wanted-columns.ts';
import type { RawRow } from '../ingest/tables/table-source.ts';
import type { Field } from '../platforms/layout.ts';
import { isCurrencyCode } from '../values/currency-codes.ts';
import { readCurrency } from '../values/currency-names.ts';
import { DateColumn, type DateOrder, parseInstantParts } from '../values/dates.ts';
import { isPlausibleRate, readRate } from './rate.ts';
import { RATE_FIELDS, type RateField, rateLayout } from './rate-layout.ts';

export interface RateFacts {
  readonly currency: string;
  readonly target: string;
  /** It holds from this day until the next one. */
  readonly day: string;
  /** As readRate gives it. */
  readonly rate: string;
}

export interface RefusedRate {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: 'bad_currency' | 'same_currency' | 'bad_day' | 'bad_rate' | 'absurd_rate' | 'said_twice';
}

export interface ReadRates {
  readonly rates: readonly RateFacts[];
  readonly refused: readonly RefusedRate[];
}

export interface RatesRequest extends OpenRequest {
  readonly map: Readonly<Partial<Record<RateField, string>>>;
  readonly decimal: 'point' | 'comma';
  readonly dates: DateOrder | undefined;
  /** Of rates that name none. */
  readonly target: string;
}

/** Throws FileRefused; `no_header` also where a column is missing without which there is no rate. */
export async function readRates(
  path: string,
  request: RatesRequest,
  around: { readonly stdin: NodeJS.ReadableStream; readonly signal: AbortSignal },
): Promise<ReadRates> {
  const source = await openSource(path, around.stdin, around.signal);
  try {
    const { reader, recognised } = await openRows(source, request, [rateLayout(request.map)]);
    const { header, columns } = recognised;
    const { line } = header;
    if (!(['currency', 'day', 'rate'] as const).every((field) => columns.has(RATE_FIELDS[field])))
      throw new FileRefused('no_header', { line });
    const table = new Table(header, columns);
    await visitBelow(reader, header, (row) => table.take(row));
    if (table.rows.length === 0) throw new FileRefused('nothing_below', { line });
    return ratesIn(table, request);
  } finally {
    source.dispose();
  }
}

class Table {
  readonly rows: RawRow[] = [];
  readonly #header: RawRow;
  readonly #columns: ReadonlyMap<Field, readonly number[]>;

  constructor(header: RawRow, columns: ReadonlyMap<Field, readonly number[]>) {
    this.#header = header;
    this.#columns = columns;
  }

  /** The reader uses a row again for the next one. */
  take(row: RawRow): void {
    if (row.cells.some((text) => text.trim() !== '')) this.rows.push({ ...row, cells: [...row.cells] });
  }

  cell(row: RawRow, field: RateField): string {
    return pickCell(row.cells, this.#columns.get(RATE_FIELDS[field]) ?? []);
  }

  named(field: RateField): string {
    return (this.#header.cells[this.#columns.get(RATE_FIELDS[field])?.[0] ?? -1] ?? '').trim();
  }
}

function ratesIn(table: Table, { decimal, dates, target: usual }: RatesRequest): ReadRates {
  const order = dates ?? orderOf(table);
  const rates = new Map<string, RateFacts>();
  const refused: RefusedRate[] = [];
  for (const row of table.rows) {
    const refuse = (field: RateField, reason: RefusedRate['reason']) => {
      refused.push({ line: row.line, column: table.named(field), value: table.cell(row, field), reason });
    };
    const currency = currencyIn(table.cell(row, 'currency'));
    const told = table.cell(row, 'target');
    const target = told === '' ? usual : currencyIn(told);
    const date = parseInstantParts(table.cell(row, 'day'), order);
    const rate = readRate(table.cell(row, 'rate'), decimal);
    if (currency === undefined) refuse('currency', 'bad_currency');
    else if (target === undefined) refuse('target', 'bad_currency');
    else if (currency === target) refuse('currency', 'same_currency');
    else if (!date.ok) refuse('day', 'bad_day');
    else if (rate === undefined) refuse('rate', 'bad_rate');
    else if (!isPlausibleRate(rate)) refuse('rate', 'absurd_rate');
    else {
      const day = date.value.wall.slice(0, 10);
      const key = `${currency} ${target} ${day}`;
      const known = rates.get(key);
      if (known && known.rate !== rate) refuse('rate', 'said_twice');
      else rates.set(key, { currency, target, day, rate });
    }
  }
  return { rates: [...rates.values()], refused };
}

function currencyIn(text: string): string | undefined {
  const code = readCurrency(text, '');
  return code !== undefined && isCurrencyCode(code) ? code : undefined;
}

/** What the whole column says of day and month. */
function orderOf(table: Table): DateOrder {
  const column = new DateColumn();
  for (const row of table.rows) column.add(table.cell(row, 'day'), row.line);
  const decided = column.decide();
  if ('order' in decided) return decided.order;
  const { line, example } =
    'ambiguous' in decided ? decided.ambiguous : 'mixed' in decided ? decided.mixed : decided.rotated;
  throw new FileRefused('ambiguous_date', { line, value: example });
}
