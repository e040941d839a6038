/** A list as it stands in its file. */
import type { ListFormat, ListPerson } from '../../../src/contacts/lists/list-format.ts';
import { delimited } from '../../../src/output/delimited.ts';

export function fileText(format: ListFormat, people: Iterable<ListPerson>): string {
  const content = format.make(people, { asOf: '2026-07-01', channel: format.channels[0] ?? 'email' });
  if (content.kind === 'text') return [...content.pieces].join('');
  return [...delimited(content, content.delimiter ?? ',', { cells: 0, shown: 0 })].join('');
}
