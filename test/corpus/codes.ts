/** The corpus proposes names for what is wrong; these are ours for the same things. */
import { hintOf } from '../../src/values/address-hint.ts';

/** What one ingest printed with --json. */
export interface Summary {
  readonly import: number;
  readonly outcome: 'taken' | 'known';
  readonly encoding: string | null;
  readonly orders: { readonly new: number; readonly changed: number };
  readonly rows: { readonly repeatedHeader: number; readonly totals: number };
  readonly contacts: Readonly<Record<string, number>>;
  readonly unknownWords: readonly { readonly word: string }[];
  readonly shared: readonly { readonly kind: string; readonly hint: string }[];
  readonly regressions: readonly string[];
  readonly notes: {
    readonly repeatedOrders: readonly string[];
    readonly shiftedTimes: number;
    readonly doubleTimes: number;
    readonly lostPlatformIds: number;
    readonly duplicateHeaders: readonly string[];
    readonly workbook: {
      readonly sheets: readonly unknown[];
      readonly hiddenRows: number;
      readonly errorCells: readonly { readonly column: string }[];
    };
    readonly datesFromSerial?: number;
    readonly datesFromEpoch?: number;
    readonly floatIds?: boolean;
  };
}

type Seen = (summary: Summary, detail: string) => boolean;

const contact =
  (name: string): Seen =>
  ({ contacts }) =>
    (contacts[name] ?? 0) > 0;

/** A warning that is not here is one we do not give (yet): the case that wants it does not pass. */
export const WARNINGS: Readonly<Record<string, Seen>> = {
  duplicate_order_block: ({ notes }) => notes.repeatedOrders.length > 0,
  status_regression: ({ regressions }) => regressions.length > 0,
  repeated_header: ({ rows }) => rows.repeatedHeader > 0,
  totals_row: ({ rows }) => rows.totals > 0,
  id_precision_lost: ({ notes }) => notes.lostPlatformIds > 0,
  id_looks_like_float: ({ notes }) => notes.floatIds === true,
  date_from_epoch: ({ notes }) => (notes.datesFromEpoch ?? 0) > 0,
  date_from_serial: ({ notes }) => (notes.datesFromSerial ?? 0) > 0,
  unknown_status: ({ unknownWords }, word) => unknownWords.some((unknown) => unknown.word === word),
  nonexistent_local_time: ({ notes }) => notes.shiftedTimes > 0,
  ambiguous_local_time: ({ notes }) => notes.doubleTimes > 0,
  encoding_guessed: ({ encoding }, name) => encoding === name,
  duplicate_column: ({ notes }, name) => notes.duplicateHeaders.includes(name),
  multiple_sheets: ({ notes }) => notes.workbook.sheets.length > 1,
  hidden_rows: ({ notes }) => notes.workbook.hiddenRows > 0,
  cell_error: ({ notes }, column) => notes.workbook.errorCells.some((one) => one.column === column),
  shared_phone: ({ shared }, value) =>
    shared.some((one) => one.kind === 'phone' && one.hint === hintOf('phone', value)),
  phone_precision_lost: contact('phone_damaged'),
  placeholder_phone: contact('phone_placeholder'),
  placeholder_email: contact('email_placeholder'),
  relay_email: contact('email_relay'),
  masked_contact: contact('phone_masked'),
  masked_buyer_id: contact('account_masked'),
  non_ascii_local_part: contact('email_non_ascii'),
};

/** Codes of a refused file. One proposal may be several of ours, which say more. */
export const ERRORS: Readonly<Record<string, readonly string[]>> = {
  order_identity_conflict: ['other_shop'],
  missing_column: ['no_header'],
  id_precision_suspect: ['rounded_order_ids'],
  id_precision_lost: ['rounded_order_ids', 'order_id_scientific'],
  ambiguous_number: ['ambiguous_number'],
  ambiguous_date_order: ['ambiguous_date'],
  mixed_date_order: ['mixed_dates'],
  rotated_dates: ['rotated_dates'],
  truncated_file: ['truncated_row', 'bad_encoding'],
  unterminated_quote: ['unterminated_quote'],
  column_count: ['truncated_row'],
  duplicate_column: ['duplicate_column'],
  empty_file: ['empty'],
  'not_a_table:html': ['html'],
  'not_a_table:json': ['json'],
  encrypted_workbook: ['password'],
  corrupt_workbook: ['bad_workbook', 'zip_cut_off', 'zip_damaged'],
  xml_doctype: ['xml_doctype'],
  zip_bomb: ['zip_bomb'],
  formula_without_value: ['formula_without_value'],
};

/** Codes of a refused row. */
export const REFUSALS: Readonly<Record<string, string>> = {
  conflicting_order_fields: 'conflicting_order_fields',
  missing_order_id: 'missing_order_id',
  date_in_future: 'future_date',
  date_implausible: 'date_too_old',
  column_count: 'column_count',
  invalid_encoding: 'invalid_encoding',
  cell_error: 'bad_amount',
};
