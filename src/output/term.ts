/** Our own words, such as states, channels and groups, for a person to read. */
import type { Words } from '../messages/words.ts';

type Terms = Pick<Words, 'terms'>;

/** A word that is only read. */
export function term({ terms }: Terms, name: string): string {
  return terms[name] ?? name;
}

/** A name that is typed as it is, and what it means where its language is not the reader's. */
export function namedTerm({ terms }: Terms, name: string): string {
  return terms[name] === undefined ? name : `${name} ${terms[name]}`;
}
