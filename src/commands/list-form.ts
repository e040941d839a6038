/** How a contact list is written: as a plain table, or as another tool takes it. */
import type { ListPerson } from '../contacts/lists/list-format.ts';
import type { Context } from '../context.ts';
import type { Outcome } from './command.ts';

export interface ListForm {
  /** As it is kept with what was handed over. */
  readonly name: string;
  /** Of a file of it. */
  readonly extension: 'csv' | 'xlsx' | 'txt' | 'vcf';
  /** What it asks of people. */
  readonly fields: ReadonlySet<keyof ListPerson>;
  /** What it says of somebody: whoever it says something else of has changed. */
  saysOf(person: ListPerson): unknown;
  /** `whyGone` where they are people who are on it no longer. */
  toBytes(context: Context, people: Iterable<ListPerson>, whyGone?: WhyGone): Promise<Uint8Array>;
  toStdout(context: Context, people: Iterable<ListPerson>, whyGone?: WhyGone): Promise<Outcome | undefined>;
}

export type WhyGone = (customer: number) => string;
