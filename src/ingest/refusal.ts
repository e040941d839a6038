/** Why a row, or a whole file, was not taken. Codes here; the sentences are in messages/ingest. */

import type { CustomersProposal } from './propose/propose-customers.ts';
import type { Proposal } from './propose/propose-map.ts';
import type { RawRow, SheetNote } from './tables/table-source.ts';

/** A row that was not taken; its order is refused whole and can be mended and fed again. */
export interface Refusal {
  /** 1-based physical line on which the row starts; the sheet row in a workbook. */
  readonly line: number;
  /** Of a workbook, where more than one is read. */
  readonly sheet?: string | undefined;
  readonly order: string | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: RefusalReason;
  /** Every row of the refused order as it stood: it is refused whole. */
  readonly rows: readonly RawRow[];
}

/** A copy that keeps nothing of the file in memory but itself. */
export function ownRefusal<R extends Omit<Refusal, 'rows'>>(refusal: R): R {
  return JSON.parse(JSON.stringify(refusal)) as R;
}

export type RefusalReason =
  | 'missing_order_id'
  | 'order_id_scientific'
  | 'order_id_invalid'
  | 'column_count'
  | 'invalid_encoding'
  | 'nul_byte'
  | 'broken_quotes'
  | 'stray_quote'
  | 'missing_date'
  | 'bad_date'
  | 'date_too_old'
  | 'future_date'
  | 'bad_amount'
  | 'missing_amount'
  | 'too_many_decimals'
  | 'bad_quantity'
  | 'bad_currency'
  | 'conflicting_order_fields'
  | 'missing_customer'
  | 'bad_flag';

/** A file that cannot be taken at all. Thrown by the readers, worded by the command. */
export class FileRefused extends Error {
  readonly reason: FileReason;
  readonly detail: FileDetail;

  constructor(reason: FileReason, detail: FileDetail = {}) {
    super(reason);
    this.name = 'FileRefused';
    this.reason = reason;
    this.detail = detail;
  }
}

/** What is wrong with the container, or the lack of anything in it: its sentences stand apart. */
export type ContainerReason =
  | 'empty'
  | 'nothing_below'
  | 'html'
  | 'zip'
  | 'zip_several'
  | 'zip_password'
  | 'zip_method'
  | 'zip_cut_off'
  | 'zip_damaged'
  | 'zip_duplicate'
  | 'zip_bomb'
  | 'password'
  | 'old_excel'
  | 'other_format'
  | 'bad_workbook'
  | 'xml_doctype'
  | 'cell_too_long'
  | 'too_large'
  | 'too_slow'
  | 'no_such_sheet'
  | 'several_tables'
  | 'formula_without_value';

export type FileReason =
  | ContainerReason
  | 'missing'
  | 'is_directory'
  | 'unreadable'
  | 'changed_meanwhile'
  | 'pdf'
  | 'json'
  | 'sqlite'
  | 'binary'
  | 'bad_encoding'
  | 'unterminated_quote'
  | 'truncated_row'
  | 'mostly_unreadable'
  | 'no_header'
  | 'no_orders'
  | 'customers'
  | 'orders'
  | 'no_product_facts'
  | 'mojibake_header'
  | 'headerless'
  | 'sideways'
  | 'other_header'
  | 'duplicate_column'
  | 'no_rows'
  | 'ambiguous_number'
  | 'mixed_numbers'
  | 'ambiguous_date'
  | 'mixed_dates'
  | 'rotated_dates'
  | 'rounded_order_ids'
  | 'other_shop'
  | 'taken_for_other_shop'
  | 'map_name_taken'
  | 'orders_of_unnamed_shop'
  | 'unexpected_orders'
  | 'unexpected_total';

export interface FileDetail {
  readonly line?: number;
  /** Of a workbook, where more than one is read. */
  readonly sheet?: string | undefined;
  readonly column?: string;
  readonly value?: string;
  readonly expected?: string;
  readonly found?: string;
  /** The layout that fits best, the columns it lacks, and the headers the file has. */
  readonly closest?: string;
  readonly missing?: readonly string[];
  readonly headers?: readonly string[];
  /** The sheets of a workbook, and why each was not read. */
  readonly sheets?: readonly SheetNote[];
  /** The entries of an archive. */
  readonly files?: readonly string[];
  /** Which column may be which, and the first rows read so. */
  readonly proposal?: Proposal;
  /** The same of a table of customers, where it may be one. */
  readonly customers?: CustomersProposal;
  /** A line to paste, and the fields it does not name. */
  readonly map?: string;
  readonly fields?: readonly string[];
}
