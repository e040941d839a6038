/** What is wrong with a template, and where: codes and names, worded by whoever tells it. */

export type TemplateProblemCode =
  | 'unknown_field'
  | 'no_parts'
  | 'unknown_filter'
  | 'unknown_tag'
  | 'refused_tag'
  | 'stray_tag'
  | 'unclosed'
  | 'wide_sign'
  | 'too_much'
  | 'unreadable';

export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** What stands there. */
  readonly words: string;
  /** What was most likely meant. */
  readonly nearest?: string | undefined;
}

/** A template was rendered that is none; whoever renders checks first. */
export class TemplateError extends Error {
  readonly problems: readonly TemplateProblem[];

  constructor(problems: readonly TemplateProblem[]) {
    super(problems.map(({ code, line, column }) => `${code} at ${line}:${column}`).join(', '));
    this.name = 'TemplateError';
    this.problems = problems;
  }
}
