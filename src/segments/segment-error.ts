/** What is wrong with a segment query, where, and what would fit: codes and names, worded by the commands. */

export interface Span {
  /** UTF-16 offsets into the source; `end` is after the last character. */
  readonly start: number;
  readonly end: number;
}

export type SegmentProblem =
  | 'empty'
  | 'unknown_character'
  | 'unclosed_string'
  | 'unclosed_bracket'
  | 'not_a_number'
  | 'number_too_long'
  | 'not_a_day'
  | 'unexpected'
  | 'unknown_field'
  | 'unknown_segment'
  | 'unknown_attribute'
  | 'circular_segment'
  | 'nothing_to_read'
  | 'needs_matches'
  | 'no_window'
  | 'no_ranks'
  | 'wrong_pair'
  | 'unknown_level'
  | 'wrong_operator'
  | 'wrong_value'
  | 'too_long'
  | 'too_deep'
  | 'too_much'
  | 'later_day';

/** What would fit: a kind of thing, an amount in a currency, or one of these words exactly as written here. */
export type Expected =
  | 'field'
  | 'value'
  | 'number'
  | 'plain_number'
  | 'day'
  | 'text'
  | 'list'
  | 'segment_name'
  | 'attribute'
  | 'date_name'
  | 'percent'
  | 'percentile'
  | 'rank'
  | { readonly amountIn: string }
  | { readonly oneOf: readonly string[] }
  /** Segments that lead back to the first of them. */
  | { readonly chain: readonly string[] };

export interface Detail {
  readonly expected?: Expected | undefined;
  /** What was most likely meant, as it should be written. */
  readonly nearest?: string | undefined;
}

export class SegmentError extends Error {
  readonly problem: SegmentProblem;
  readonly source: string;
  readonly span: Span;
  readonly expected: Expected | undefined;
  readonly nearest: string | undefined;

  constructor(problem: SegmentProblem, source: string, span: Span, { expected, nearest }: Detail = {}) {
    super(`${problem} at ${span.start}`);
    this.name = 'SegmentError';
    this.problem = problem;
    this.source = source;
    this.span = span;
    this.expected = expected;
    this.nearest = nearest;
  }
}
