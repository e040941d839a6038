/** What a note may be about, and what each kind needs. Pure. */
export const NOTE_KINDS = ['note', 'call', 'complaint', 'praise', 'satisfaction', 'referral'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const BEST_SCORE = 10;
const LONGEST_NOTE = 2000;

/** A score is of satisfaction alone, and a person of a referral alone; these say enough without a text. */
export interface NewNote {
  readonly kind: NoteKind;
  readonly text: string;
  readonly score: number | null;
  /** Whom the customer brought: a customer number. */
  readonly referred: number | null;
}

export type NoteProblem =
  | 'no_text'
  | 'text_too_long'
  | 'score_missing'
  | 'score_elsewhere'
  | 'referred_missing'
  | 'referred_elsewhere';

/** What is wrong with a note; undefined where nothing is. */
export function noteProblem({ kind, text, score, referred }: NewNote): NoteProblem | undefined {
  if (kind === 'satisfaction' && score === null) return 'score_missing';
  if (kind !== 'satisfaction' && score !== null) return 'score_elsewhere';
  if (kind === 'referral' && referred === null) return 'referred_missing';
  if (kind !== 'referral' && referred !== null) return 'referred_elsewhere';
  if (text === '' && score === null && referred === null) return 'no_text';
  return [...text].length > LONGEST_NOTE ? 'text_too_long' : undefined;
}
