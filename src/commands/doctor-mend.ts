/** The line to type against what the doctor found. */
import type { Context } from '../context.ts';
import type { Finding } from '../doctor/finding.ts';
import { shellLine } from '../output/shell-word.ts';
import { copiesOf } from '../store/copies.ts';
import { archiveFlag, keyFlag } from './archive-flag.ts';
import { removalLine } from './removal-line.ts';
import { zoneLine } from './zone-line.ts';

/** `copy` is the newest one that may be whole: it is checked first, for it may hold the same damage. */
export function mendingLine(
  { name, subject = '…' }: Pick<Finding, 'name' | 'subject'>,
  copy: string | undefined,
  context: Context,
): string {
  const regulars = (...words: readonly string[]) => shellLine(['regulars', ...words, ...archiveFlag(context)]);
  const check = (file: string) => regulars('restore', file, '--check');
  switch (name) {
    case 'readable_by_others':
      return shellLine(['chmod', '600', subject]);
    case 'folder_writable_by_others':
      return shellLine(['chmod', 'go-w', subject]);
    case 'file_linked':
    case 'backup_unreadable':
      return shellLine(['ls', '-ld', subject]);
    case 'backup_not_encrypted':
      // What cannot be encrypted any more is of no use either.
      if (subject.endsWith('.damaged')) return removalLine(subject);
      if (copiesOf(context.archivePath.path).some(({ path, kept }) => kept && path === subject))
        return regulars('encrypt');
      // As it is: it may hold more than the archive by now.
      return shellLine(['regulars', 'encrypt', '--db', subject, ...keyFlag(context.keys.file)]);
    case 'backup_has_other_key':
      return shellLine(['regulars', 'restore', subject, '--check', ...archiveFlag(context, 'FILE')]);
    case 'backup_damaged':
      return check(subject);
    case 'copy_left_half_done':
      return shellLine(['rm', subject]);
    case 'backup_missing':
    case 'backup_old':
      return regulars('backup');
    case 'shop_zone_unknown':
      return zoneLine(subject, context);
    case 'check_failed':
    case 'file_damaged':
    case 'schema_differs':
    case 'value_not_allowed':
    case 'reference_broken':
    case 'setting_missing':
    case 'setting_invalid':
    case 'record_altered':
    case 'record_without_order':
    case 'version_altered':
    case 'version_without_import':
    case 'hash_malformed':
    case 'word_not_understood':
      return check(copy ?? 'FILE');
    case 'import_orders_differ':
    case 'import_lines_differ':
    case 'import_money_differs':
    case 'import_rows_unaccounted':
    case 'import_refusals_differ':
      return regulars('imports', 'undo', subject);
    case 'order_number_damaged':
    case 'refund_exceeds_payment':
    case 'total_unlike_lines':
    case 'same_sale_twice':
      // Sound as it is: what taking it back would do is looked at first.
      return regulars('imports', 'undo', subject, '-n');
    case 'forgotten_person_back':
      return regulars('customers', 'forget', subject);
    case 'erasure_unfinished':
      return regulars('customers', 'forget', '--finish');
    case 'contacted_though_suppressed':
      return regulars('suppress', 'list');
    case 'dated_in_future':
      return regulars('imports', 'list');
    case 'gap_in_period':
      return regulars('ingest', 'FILE');
    default:
      return regulars('rebuild');
  }
}
