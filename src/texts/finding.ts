/** What is wrong, or may be, with a text as it goes out: codes and places, worded by whoever tells it. */
import type { ProviderRule } from './providers/provider.ts';

export type FindingCode =
  | 'nothing_said'
  | 'leftover'
  | 'missing_value'
  | 'no_signature'
  | 'brackets_in_body'
  | 'no_opt_out'
  | 'opt_out_wording'
  | 'opt_out_not_last'
  | 'opt_out_twice'
  | 'opt_out_in_service'
  | 'promotion_in_service'
  | 'no_greeting'
  | 'forbidden_sign'
  | 'forbidden_word'
  | 'emoji'
  | 'too_long'
  | 'link_in_value'
  | 'values_side_by_side'
  | 'costly_sign';

export interface Finding {
  readonly code: FindingCode;
  /** error: it is refused, or nobody should get it so; warning: somebody should look. */
  readonly level: 'error' | 'warning';
  /** At fault; the name of a field where it has no value. */
  readonly words: string;
  /** UTF-16 offset into the text; null where something is not there, or only the template shows it. */
  readonly at: number | null;
  /** What should be there: a wording, a sign, a number of characters. */
  readonly wanted?: string | undefined;
  /** Who asks for it. */
  readonly rule?: ProviderRule | undefined;
}
