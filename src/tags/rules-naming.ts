/** Which rules a person wrote name a tag: they stay as they are written, whatever becomes of its name. */
import { levels } from '../levels/queries.ts';
import { asksAbout } from '../segments/asks-about.ts';
import { savedSegments } from '../segments/saved-queries.ts';
import type { Archive } from '../store/open.ts';

export interface RulesNaming {
  readonly segments: readonly string[];
  readonly levels: readonly string[];
}

/** By their names; those that ask about a part of a name, or whether there is any tag, are not among them. */
export function rulesNaming(archive: Archive, tag: string): RulesNaming {
  const key = tag.normalize('NFC').toLowerCase();
  const names = (where: string): boolean => {
    const { tags } = asksAbout(where);
    return tags !== 'any' && tags.has(key);
  };
  return {
    segments: savedSegments(archive).flatMap(({ name, where }) => (names(where) ? [name] : [])),
    levels: levels(archive).flatMap(({ name, condition }) => (names(condition ?? '') ? [name] : [])),
  };
}
