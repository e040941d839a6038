/** A text as it goes out, with where it came from. */
import type { Composed } from './compose.ts';
import type { Rendered } from './template.ts';

export interface Message {
  readonly composed: Composed;
  /** What came of which field; of a text without a template nothing. */
  readonly rendered?: Pick<Rendered, 'told' | 'missing'>;
  /** Where it is at hand. */
  readonly template?: string;
}
