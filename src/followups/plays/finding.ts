/** What is wrong with a play or the policy, or not what it seems: names and values, worded by the commands. */
import type { SegmentError } from '../../segments/segment-error.ts';
import type { Finding } from '../../texts/finding.ts';
import type { TemplateProblem } from '../../texts/template-problem.ts';

/** The play, or the file, cannot be used while one of these is there. */
export const PLAY_MISTAKES = [
  'not_toml',
  'not_plays',
  'not_policy',
  'named_twice',
  'missing',
  'unknown_key',
  'unknown_word',
  'not_text',
  'not_number',
  'not_whole',
  'not_yes_no',
  'not_list',
  'not_table',
  'empty',
  'too_small',
  'too_big',
  'bad_name',
  'bad_time',
  'bad_price',
  'bad_signature',
  'bad_where',
  'unknown_segment',
  'unknown_festival',
  'no_such_day',
  'channel_twice',
  'no_message',
  'no_subject',
  'bad_template',
  'bad_text',
  'hidden_sign',
  'unknown_provider',
  'not_of_an_order',
  'hours_end_first',
] as const;

/** Worth a look. */
export const PLAY_HINTS = [
  'nobody_meant',
  'never_sold',
  'lead_over_supply',
  'paused_throughout',
  'no_room',
  'too_late',
  'message_of_no_channel',
  'message_never_taken',
  'no_opt_out',
  'odd_text',
] as const;

export type PlayMistakeName = (typeof PLAY_MISTAKES)[number];
export type PlayHintName = (typeof PLAY_HINTS)[number];
export type PlayFindingName = PlayMistakeName | PlayHintName;

export interface PlayFinding {
  readonly finding: PlayFindingName;
  /** From the play or the policy down, as in trigger.delay_days; '' of the whole. */
  readonly key: string;
  /** What stands there. */
  readonly value?: string | undefined;
  /** Of a value that is no text. */
  readonly isBare?: true | undefined;
  /** What would fit: words, a bound. */
  readonly about?: string | undefined;
  readonly nearest?: string | undefined;
  /** Of a condition. */
  readonly error?: SegmentError | undefined;
  /** Of a template that cannot be read. */
  readonly template?: TemplateProblem | undefined;
  /** Of a text as it comes out. */
  readonly text?: Finding | undefined;
}

const MISTAKES: ReadonlySet<string> = new Set(PLAY_MISTAKES);

export const isMistake = ({ finding }: Pick<PlayFinding, 'finding'>): boolean => MISTAKES.has(finding);
