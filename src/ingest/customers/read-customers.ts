/** Reads a file of customers: who they are, as an order says it, and what else is known of them. */
import type { Field } from '../../platforms/layout.ts';
import { parseInstantParts } from '../../values/dates.ts';
import { ownText } from '../../values/own-text.ts';
import { wholeNumber } from '../../values/whole-number.ts';
import { noRows } from '../orders/account.ts';
import { type Contact, contactOf } from '../orders/contact.ts';
import type { RowAccount } from '../orders/export-read.ts';
import { OrderCells, type Reading, Refused } from '../orders/order-cells.ts';
import { yesOrNo } from '../orders/marketing.ts';
import type { Refusal } from '../refusal.ts';
import type { OpenRows } from '../rows/open-rows.ts';
import { isNoOrder, refusalOf, strayRows } from '../rows/stray-rows.ts';
import { pickCell, WantedColumns } from '../rows/wanted-columns.ts';

/** What is said of one customer beside their contact; a day as YYYY-MM-DD. */
export interface Profile {
  readonly nickname: string | null;
  readonly birthday: string | null;
  readonly gender: string | null;
  readonly tags: readonly string[];
  readonly points: number | null;
  readonly note: string | null;
  readonly since: string | null;
  readonly acceptsEmail: boolean | null;
  readonly acceptsSms: boolean | null;
}

export interface ReadCustomer {
  readonly line: number;
  readonly contact: Contact;
  readonly profile: Profile;
}

export interface CustomerTaker {
  customer(customer: ReadCustomer): void;
  refusal(refusal: Refusal): void;
}

const WHO: readonly Field[] = ['account', 'email', 'phone', 'name', 'lastName', 'nickname'];

/** Gives what became of every row. */
export async function readCustomers({ reader, recognised }: OpenRows, take: CustomerTaker): Promise<RowAccount> {
  const { header, layout, columns } = recognised;
  const wanted = new WantedColumns(columns);
  // What stands behind the last column that is read may be missing.
  const { widths: _, ...anyWidth } = recognised;
  const strayRow = strayRows(anyWidth, wanted);
  const headers = new Map([...columns].map(([field, [at = 0]]) => [field, (header.cells[at] ?? field).trim()]));
  const reading: Reading = { layout, index: wanted.index, headers, decimal: 'point', dates: layout.dates ?? 'ymd' };
  const rows = noRows();
  const refuse = (refusal: Refusal) => {
    rows.refused++;
    take.refusal(refusal);
  };
  let started = false;
  await reader.visit((row) => {
    if (!started) {
      started = row.line === header.line;
      return;
    }
    rows.read++;
    const who = WHO.map((field) => pickCell(row.cells, columns.get(field) ?? [])).find((cell) => cell !== '') ?? '';
    const kind = who === '' && row.damage === undefined ? 'blank' : strayRow(row, who, '');
    if (kind !== undefined) {
      if (isNoOrder(kind)) rows[kind]++;
      else refuse({ ...refusalOf(row, '', kind, null, header.cells), order: null });
      return;
    }
    try {
      const cells = new OrderCells(reading, [{ line: row.line, cells: wanted.pick(row.cells).map(ownText) }]);
      take.customer({ line: row.line, contact: contactOf(layout, cells), profile: profileOf(cells) });
      rows.orders++;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { field, value } = error.spot;
      const { line, sheet } = row;
      refuse({
        line,
        sheet,
        order: null,
        column: headers.get(field) ?? field,
        value,
        reason: error.reason,
        rows: [{ line, sheet, cells: [...row.cells] }],
      });
    }
  });
  return rows;
}

function profileOf(cells: OrderCells): Profile {
  return {
    nickname: cells.text('nickname'),
    birthday: dayOf(cells, 'birthday'),
    gender: cells.text('gender'),
    tags: [
      ...new Set(
        cells
          .value('tags')
          .split(/[,，;；]/)
          .map((tag) => tag.trim()),
      ),
    ].filter((tag) => tag !== ''),
    points: pointsOf(cells),
    note: cells.text('note'),
    since: dayOf(cells, 'since'),
    acceptsEmail: yesOrNo(cells.value('acceptsEmail')),
    acceptsSms: yesOrNo(cells.value('acceptsSms')),
  };
}

function dayOf(cells: OrderCells, field: 'birthday' | 'since'): string | null {
  const text = cells.value(field);
  if (text === '') return null;
  const parsed = parseInstantParts(text, 'ymd');
  return parsed.ok ? parsed.value.wall.slice(0, 10) : cells.refuse(cells.first, field, 'bad_date');
}

function pointsOf(cells: OrderCells): number | null {
  const text = cells.value('points');
  if (text === '') return null;
  return wholeNumber(text) ?? cells.refuse(cells.first, 'points', 'bad_quantity');
}
