/** Reads a file of customers row by row: who they are, as an order says it, and what else is known of them. */
import type { Field } from '../../platforms/layout.ts';
import { ownText } from '../../values/own-text.ts';
import { noRows } from '../orders/account.ts';
import { type Contact, contactOf } from '../orders/contact.ts';
import type { RowAccount } from '../orders/export-read.ts';
import { OrderCells, Refused } from '../orders/order-cells.ts';
import type { Refusal, RefusalReason } from '../refusal.ts';
import type { OpenRows } from '../rows/open-rows.ts';
import { isNoOrder, refusalOf, strayRows } from '../rows/stray-rows.ts';
import { visitBelow } from '../rows/visit-below.ts';
import { pickCell, type WantedColumns } from '../rows/wanted-columns.ts';
import type { VisitedRow } from '../tables/table-source.ts';
import type { CustomersReading } from './customers-reading.ts';
import { type Profile, profileOf } from './profile.ts';

export interface ReadCustomer {
  readonly line: number;
  readonly contact: Contact;
  readonly profile: Profile;
  /** Cells that could not be read, while the rest of the row was. */
  readonly leftOut: readonly LeftOut[];
}

export type LeftOut = Omit<Refusal, 'rows'>;

export interface CustomerTaker {
  customer(customer: ReadCustomer): void;
  refusal(refusal: Refusal): void;
}

/** What tells people apart, and what only calls them. */
const PROOF: readonly Field[] = ['account', 'email', 'phone'];
const CALLED: readonly Field[] = ['name', 'lastName', 'nickname'];

/** Gives what became of every row. */
export async function readCustomers(
  { reader, recognised }: OpenRows,
  wanted: WantedColumns,
  reading: CustomersReading,
  take: CustomerTaker,
): Promise<RowAccount> {
  const { header, layout, columns } = recognised;
  // What stands behind the last column that is read may be missing.
  const { widths: _, ...anyWidth } = recognised;
  const strayRow = strayRows(anyWidth, wanted);
  const first = (row: VisitedRow, fields: readonly Field[]) =>
    fields.map((field) => pickCell(row.cells, columns.get(field) ?? [])).find((cell) => cell !== '') ?? '';
  const kindOf = (row: VisitedRow) => {
    const proof = first(row, PROOF);
    const who = proof || first(row, CALLED);
    // Programs write rows of nobody; in a table kept by hand somebody was forgotten.
    const nobody = who === '' && !(reading.isOwnTable && wanted.pick(row.cells).some((cell) => cell !== ''));
    // A note below the table names nobody; beside a phone it is a note on somebody.
    return nobody && row.damage === undefined ? 'blank' : strayRow(row, who, proof);
  };
  const rows = noRows();
  const refuse = (refusal: Refusal) => {
    rows.refused++;
    take.refusal(refusal);
  };
  await visitBelow(reader, header, (row) => {
    rows.read++;
    const kind = kindOf(row);
    if (kind !== undefined) {
      if (isNoOrder(kind)) rows[kind]++;
      else if (kind === 'missing_order_id') refuse(refusedRow(row, null, null, 'missing_customer'));
      else refuse({ ...refusalOf(row, '', kind, null, header.cells), order: null });
      return;
    }
    try {
      const cells = new OrderCells(reading, [{ line: row.line, cells: wanted.pick(row.cells).map(ownText) }]);
      const contact = contactOf(layout, cells);
      const leftOut: LeftOut[] = [];
      const profile = profileOf(cells, row.cells, reading, (field, reason) => {
        const column = reading.headers.get(field) ?? field;
        leftOut.push({ line: row.line, sheet: row.sheet, order: null, column, value: cells.value(field), reason });
        return null;
      });
      take.customer({ line: row.line, contact, profile, leftOut });
      rows.orders++;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { field, value } = error.spot;
      refuse(refusedRow(row, reading.headers.get(field) ?? field, value, error.reason));
    }
  });
  return rows;
}

function refusedRow(
  { line, sheet, cells }: VisitedRow,
  column: string | null,
  value: string | null,
  reason: RefusalReason,
): Refusal {
  return { line, sheet, order: null, column, value, reason, rows: [{ line, sheet, cells: [...cells] }] };
}
