/**
 * What may be wrong with an archive, by names that stay. `error`: what stands contradicts itself or
 * what files said; `warning`: it is sound, and something about it is hardly what its owner wants.
 */
export const SEVERITIES = {
  check_failed: 'error',
  // The file
  file_damaged: 'error',
  schema_differs: 'error',
  value_not_allowed: 'error',
  reference_broken: 'error',
  readable_by_others: 'error',
  folder_writable_by_others: 'error',
  file_linked: 'warning',
  copy_left_half_done: 'warning',
  backup_missing: 'warning',
  backup_old: 'warning',
  backup_damaged: 'warning',
  backup_unreadable: 'warning',
  backup_not_encrypted: 'error',
  backup_has_other_key: 'warning',
  setting_missing: 'error',
  setting_invalid: 'error',
  shop_zone_unknown: 'error',
  // What files said
  record_altered: 'error',
  record_without_order: 'error',
  version_altered: 'error',
  version_without_import: 'error',
  hash_malformed: 'error',
  import_orders_differ: 'error',
  import_lines_differ: 'error',
  import_money_differs: 'error',
  import_rows_unaccounted: 'error',
  import_refusals_differ: 'error',
  // What follows for orders
  order_time_wrong: 'error',
  order_missing: 'error',
  order_surplus: 'error',
  order_version_wrong: 'error',
  order_state_wrong: 'error',
  order_money_wrong: 'error',
  order_day_wrong: 'error',
  order_record_wrong: 'error',
  order_customer_wrong: 'error',
  // What follows for people
  identifiers_wrong: 'error',
  shared_values_wrong: 'error',
  record_customer_missing: 'error',
  record_customer_wrong: 'error',
  customer_missing: 'error',
  customer_surplus: 'error',
  customer_wrong: 'error',
  measures_kept_wrong: 'error',
  // What people said
  word_without_customer: 'error',
  word_not_understood: 'error',
  forgotten_person_back: 'error',
  erasure_unfinished: 'error',
  contacted_though_suppressed: 'warning',
  dated_in_future: 'warning',
  // What is hardly meant
  order_number_damaged: 'warning',
  refund_exceeds_payment: 'warning',
  total_unlike_lines: 'warning',
  same_sale_twice: 'warning',
  gap_in_period: 'warning',
} as const satisfies Readonly<Record<string, 'error' | 'warning'>>;

export type FindingName = keyof typeof SEVERITIES;

/** One place where something is wrong. Nothing personal: orders, records, customers and imports by number. */
export interface Sighting {
  readonly name: FindingName;
  readonly example: string;
  /** The file or the import that is to be mended. */
  readonly subject?: string;
}

export interface Finding extends Sighting {
  readonly severity: 'error' | 'warning';
  readonly count: number;
}

/** Gives way from time to time: long work yields this so that an interruption is heard. */
export const BREATH = undefined;

export type Check = Iterable<Sighting | typeof BREATH>;
