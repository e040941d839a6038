/** What a person is told of a file of customers beside its figures. */
import type { ImportSummary } from '../ingest/facts/summary.ts';
import type { Words } from '../messages/words.ts';
import { visible } from '../output/visible.ts';

const SHOWN = 8;

export function* peopleWarnings({ customerFiles: said }: Words, people: ImportSummary['people']): Generator<string> {
  if (!people) return;
  if (people.standingUnknown) yield said.standingUnknown;
  if (people.nameOnly > 0) yield said.nameOnly(people.nameOnly);
  if (people.blacklisted > 0) yield said.blacklisted(people.blacklisted);
  if (people.leftOut > 0) yield said.leftOut(people.leftOut);
  if (people.notRead.length > 0) yield said.notRead(someOf(people.notRead));
}

/** Names of columns in a sentence, not all of very many. */
export function someOf(headers: readonly string[]): string {
  return headers.slice(0, SHOWN).map(visible).join(', ') + (headers.length > SHOWN ? ' …' : '');
}
