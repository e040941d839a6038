/** The line to type against what the doctor found. */
import type { Context } from '../context.ts';
import type { Finding } from '../doctor/finding.ts';
import { shellLine } from '../output/shell-word.ts';
import { archiveFlag } from './archive-flag.ts';

/** `copy` is the newest one that can be put back. */
export function mendingLine(finding: Finding, copy: string | undefined, context: Context): string {
  const { name, subject = '…' } = finding;
  const regulars = (...words: readonly string[]) => shellLine(['regulars', ...words, ...archiveFlag(context)]);
  switch (name) {
    case 'readable_by_others':
      return shellLine(['chmod', '600', subject]);
    case 'folder_writable_by_others':
      return shellLine(['chmod', 'go-w', subject]);
    case 'backup_not_encrypted':
      // What cannot be encrypted any more is of no use either.
      if (subject.endsWith('.damaged')) return shellLine(['rm', subject]);
      return subject.startsWith(`${context.archivePath.path}.`)
        ? regulars('encrypt')
        : regulars('backup', subject, '--force');
    case 'backup_has_other_key':
      return regulars('restore', subject, '--check');
    case 'copy_left_half_done':
    case 'backup_damaged':
      return shellLine(['rm', subject]);
    case 'backup_old':
      return regulars('backup');
    case 'shop_zone_unknown':
      return regulars('shops', 'edit', subject, '--timezone', 'ZONE');
    case 'file_damaged':
    case 'schema_differs':
    case 'value_not_allowed':
    case 'reference_broken':
    case 'setting_missing':
    case 'record_altered':
    case 'record_without_order':
    case 'version_altered':
    case 'version_without_import':
      return regulars('restore', copy ?? 'FILE');
    case 'import_orders_differ':
    case 'import_lines_differ':
    case 'import_money_differs':
    case 'import_rows_unaccounted':
    case 'import_refusals_differ':
    case 'order_number_damaged':
    case 'refund_exceeds_payment':
    case 'total_unlike_lines':
    case 'same_sale_twice':
      return regulars('imports', 'undo', subject);
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
