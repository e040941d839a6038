/** The columns of a format, each with what it says of a person, as the sheet of those people. */
import type { ListColumn, ListContent, ListPerson } from './list-format.ts';

export interface PersonColumn extends ListColumn {
  readonly of: (person: ListPerson) => string | number | null;
}

type Of = PersonColumn['of'];

const column =
  (kind: ListColumn['kind']) =>
  (name: string, of: Of): PersonColumn => ({ name, kind, of });

export const text = column('text');
export const phone = column('phone');
export const integer = column('integer');
export const number = column('number');
export const day = column('day');

/** A column that another tool's file has and we know nothing for. */
export const blank = (name: string): PersonColumn => text(name, () => null);

export function sheetOf(columns: readonly PersonColumn[], people: Iterable<ListPerson>): ListContent {
  return {
    kind: 'sheet',
    columns: columns.map(({ name, kind }) => ({ name, kind })),
    rows: rows(columns, people),
  };
}

function* rows(
  columns: readonly PersonColumn[],
  people: Iterable<ListPerson>,
): Generator<readonly (string | number | null)[]> {
  for (const person of people) yield columns.map(({ of }) => of(person));
}

/** Those whom the other tool can take, which knows people by what `has` asks for. */
export function* only(people: Iterable<ListPerson>, has: (person: ListPerson) => boolean): Generator<ListPerson> {
  for (const person of people) if (has(person)) yield person;
}
