/** The day a question is asked for, and what holds then. */
export interface Moment {
  readonly asOf: string;
  /** UTC seconds at which that day ends. */
  readonly until: number;
}

/** Whether a row of tag_facts, by its alias, holds then; binds `:asOf` and `:until`. */
export const tagHolds = (t: string): string =>
  `${t}.added_at < :until AND (${t}.removed_at IS NULL OR ${t}.removed_at >= :until) AND (${t}.expires_day IS NULL OR ${t}.expires_day > :asOf)`;
