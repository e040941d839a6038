/** The layout of a seller's own table of what is no order: columns by the headers that were told, else by plain names and common words. */
import type { Field, Layout } from './layout.ts';

/** One of `requiresOne` must be there. */
export function ownTable<F extends string>(
  name: string,
  fields: Readonly<Record<F, Field>>,
  words: Readonly<Record<F, readonly string[]>>,
  map: Readonly<Partial<Record<F, string>>>,
  requiresOne: readonly F[],
): Layout {
  const headers = (field: F): readonly string[] => {
    const told = map[field];
    return told === undefined ? words[field] : [told];
  };
  return {
    platform: 'generic',
    name,
    evidence: 'source',
    requires: Object.values(map),
    requiresOne: requiresOne.flatMap(headers),
    grain: 'order',
    columns: Object.fromEntries((Object.keys(fields) as F[]).map((field) => [fields[field], headers(field)])),
    agree: [],
  };
}
